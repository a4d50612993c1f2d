/// Cuts a log line into its fields by a format, without making a string.
///
/// The format is flattened into steps: each names the slot to fill and the literal that ends it.
struct LogLineParser {
  /// Places of the fields in the line's bytes, by `LogSlot`.
  private var places: [Place]
  let timeField: LogField
  private let steps: [Step]
  private let literals: [UInt8]
  private let prefix: Range<Int>
  private let slots: [Bool]
  private let allowsMore: Bool

  /// Half-open; empty for a field that is not there.
  private struct Place {
    var start = 0
    var end = 0
  }

  private struct Step {
    let slot: Int
    let literal: Range<Int>
    let first: UInt8
    /// The literal's first eight bytes, and which of them there are.
    let word: UInt64
    let mask: UInt64

    init(slot: Int, literal: Range<Int>, of literals: [UInt8]) {
      self.slot = slot
      self.literal = literal
      first = literal.isEmpty ? 0 : literals[literal.lowerBound]
      word = ByteScan.tail(literals.span, from: literal.lowerBound, to: literal.upperBound)
      mask = literal.count >= 8 ? ~0 : ~(~0 << UInt64(8 * literal.count))
    }
  }

  init(_ format: ClickstreamFormat, cookie: String?) {
    var literals: [UInt8] = []
    var steps: [Step] = []
    var prefix = 0..<0
    var parts = format.parts[...]
    func literal(_ bytes: [UInt8]) -> Range<Int> {
      literals += bytes
      return literals.count - bytes.count..<literals.count
    }
    if case .literal(let bytes) = parts.first {
      prefix = literal(bytes)
      parts.removeFirst()
    }
    var time = LogField.timeLocal
    while case .field(let field) = parts.popFirst() {
      if field.slot(cookie: cookie) == .time { time = field }
      var end = literals.count..<literals.count
      if case .literal(let bytes) = parts.first {
        end = literal(bytes)
        parts.removeFirst()
      }
      steps.append(Step(slot: field.slot(cookie: cookie).rawValue, literal: end, of: literals))
    }
    self.steps = steps
    self.literals = literals
    self.prefix = prefix
    allowsMore = format.allowsMore
    timeField = time
    places = Array(repeating: Place(), count: LogSlot.allCases.count)
    slots = LogSlot.allCases.map { slot in steps.contains { $0.slot == slot.rawValue } }
  }

  func has(_ slot: LogSlot) -> Bool { slots[slot.rawValue] }

  /// The place of a field, or nil where it is missing, empty or `-`.
  func place(_ slot: LogSlot, in bytes: borrowing Span<UInt8>) -> Range<Int>? {
    let place = places[slot.rawValue]
    guard place.start < place.end else { return nil }
    if place.end - place.start == 1, bytes[place.start] == UInt8(ascii: "-") { return nil }
    return place.start..<place.end
  }

  /// Finds the fields of the line at `start..<end`; false when it has another layout.
  mutating func parse(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Bool {
    guard ByteScan.matches(literals.span, prefix, in: bytes, from: start, to: end) else {
      return false
    }
    var at = start + prefix.count
    let (steps, literals) = (steps, literals)
    var places = places.mutableSpan
    var index = 0
    while index < steps.count {
      let step = steps[index]
      let fieldEnd =
        step.literal.isEmpty
        ? end : LogLineParser.findEnd(bytes, from: at, to: end, step, literals.span)
      guard fieldEnd >= 0 else { return false }
      places[step.slot] = Place(start: at, end: fieldEnd)
      at = fieldEnd + step.literal.count
      index += 1
    }
    return at == end || (allowsMore && bytes[at] == UInt8(ascii: " "))
  }

  /// Where the field's closing literal starts, or −1. A quote after a backslash closes nothing.
  private static func findEnd(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, _ step: Step,
    _ literals: borrowing Span<UInt8>
  ) -> Int {
    var from = start
    while true {
      let found = ByteScan.first(step.first, in: bytes, from: from, to: end)
      guard found >= 0 else { return -1 }
      let isEscaped =
        step.first == UInt8(ascii: "\"") && found > start && bytes[found - 1] == 0x5c
        && LogLineParser.endsInEscape(bytes, from: start, to: found)
      if !isEscaped,
        step.literal.count == 1
          || (step.literal.count <= 8 && found + 8 <= end
            ? ByteScan.word(bytes, at: found) & step.mask == step.word
            : ByteScan.matches(literals, step.literal, in: bytes, from: found, to: end))
      {
        return found
      }
      from = found + 1
    }
  }

  /// Whether an odd number of backslashes stands before `end`.
  private static func endsInEscape(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Bool {
    var index = end
    while index > start, bytes[index - 1] == 0x5c { index -= 1 }
    return (end - index) % 2 == 1
  }
}
