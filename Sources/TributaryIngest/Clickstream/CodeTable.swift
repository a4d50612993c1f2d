import TributaryModel

/// The codes of the texts of one generation, with what is known of each text.
struct CodeTable {
  private var interner = StringInterner()
  private var facts: [UInt8] = []
  private(set) var generation = 0
  /// Texts that came since the last batch.
  private(set) var newStrings: [String] = []
  private(set) var firstNewCode: Int32 = 0
  private let escapes: LogEscapes

  init(_ escapes: LogEscapes) {
    self.escapes = escapes
  }

  /// What a text is, so that equal bytes of two kinds stay apart.
  enum Kind: UInt64 {
    case host = 1
    case path, referrer, agent, method
  }

  /// The text is a static asset's path or a program's agent.
  static let isMarked: UInt8 = 1
  static let isGet: UInt8 = 2
  /// The text is the path of an answer to a program.
  static let isAnswer: UInt8 = 4

  var isFull: Bool { interner.isFull }

  /// The code of a field's text, made on first sight.
  mutating func code(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, _ kind: Kind
  ) -> Int32 {
    let (number, isNew) = interner.number(bytes, place, tag: kind.rawValue)
    if isNew { learn(bytes, place, kind) }
    return number
  }

  func has(_ fact: UInt8, _ code: Int32) -> Bool {
    code >= 0 && facts[Int(code)] & fact != 0
  }

  /// What a path stands for; nil for no path.
  func pathKind(_ code: Int32) -> PathKind? {
    if code < 0 { return nil }
    return has(CodeTable.isMarked, code) ? .file : has(CodeTable.isAnswer, code) ? .answer : .page
  }

  /// Hands over the new texts: the next batch starts where this one ends.
  mutating func takeNewStrings() -> (first: Int32, texts: [String]) {
    defer {
      firstNewCode = Int32(interner.count)
      newStrings = []
    }
    return (firstNewCode, newStrings)
  }

  /// Starts the next generation; the new texts must have been taken before.
  mutating func startGeneration() {
    interner.clear()
    facts.removeAll(keepingCapacity: true)
    generation += 1
    firstNewCode = 0
    newStrings = []
  }

  private mutating func learn(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, _ kind: Kind
  ) {
    var fact: UInt8 = 0
    let text: String
    switch kind {
    case .host: text = LogText.host(bytes, place, escapes)
    case .path:
      text = LogText.path(bytes, place, escapes)
      switch PathKind(path: text) {
      case .file: fact = CodeTable.isMarked
      case .answer: fact = CodeTable.isAnswer
      case .page: break
      }
    case .referrer: text = LogText.address(bytes, place, escapes)
    case .agent:
      let agent = LogText.text(bytes, place, escapes)
      if BotList.isBot(agent) { fact = CodeTable.isMarked }
      text = ContactMask.mayHold(bytes, place) ? ContactMask.masked(agent) : agent
    case .method:
      text = LogText.text(bytes, place, escapes)
      if text.uppercased() == "GET" { fact = CodeTable.isGet }
    }
    facts.append(fact)
    newStrings.append(text)
  }
}
