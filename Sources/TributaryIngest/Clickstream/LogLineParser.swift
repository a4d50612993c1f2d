/// Cuts a log line into its fields by a format, without making a string.
///
/// The format is flattened into steps: each names the slot to fill and the literal that ends it.
struct LogLineParser {
  let timeField: LogField
  private let steps: [Step]
  private let literals: [UInt8]
  private let prefix: Range<Int>

  private struct Step {
    let slot: Int
    let literal: Range<Int>
    let first: UInt8
    /// The literal's first eight bytes, and which of them there are.
    let word: UInt64
    let mask: UInt64
    /// Bytes that the field has at least; none of them ends it.
    let width: Int
    /// Bytes equal to the closing literal's first that the field itself has.
    let signs: Int
    /// Whether the field may be `a, b : c`, with spaces that do not end it.
    let isList: Bool
    /// Whether some of the closing literals that are found may not end the field.
    let endsLater: Bool
    /// Whether the field's own quote ends it, whatever comes after.
    let isQuoted: Bool
    /// Whether a blank ends the field, where nothing of the format comes after it.
    let isWord: Bool

    init(
      _ field: LogField, slot: Int, literal: Range<Int>, of literals: [UInt8], isInQuotes: Bool
    ) {
      self.slot = slot
      self.literal = literal
      let closing = literals[literal].first
      (width, signs) =
        if case .timeFormat(let format) = field { format.room(before: closing) } else { (0, 0) }
      isQuoted = isInQuotes && closing == UInt8(ascii: "\"")
      isWord = literal.isEmpty && field.isWord
      let isList =
        (field == .list || field == .forwardedFor) && closing == 32
        && literals[literal].dropFirst().first != UInt8(ascii: ":")
      self.isList = isList
      endsLater = isList || signs > 0
      first = literal.isEmpty ? 0 : literals[literal.lowerBound]
      word = ByteScan.tail(literals.span, from: literal.lowerBound, to: literal.upperBound)
      mask = literal.count >= 8 ? ~0 : ~(~0 << UInt64(8 * literal.count))
    }
  }

  init(_ parts: [LogFormatPart], cookie: String?) {
    var literals: [UInt8] = []
    var steps: [Step] = []
    var prefix = 0..<0
    var parts = parts[...]
    func literal(_ bytes: [UInt8]) -> Range<Int> {
      literals += bytes
      return literals.count - bytes.count..<literals.count
    }
    if case .literal(let bytes) = parts.first {
      prefix = literal(bytes)
      parts.removeFirst()
    }
    var time = LogField.timeLocal
    var isInQuotes = false
    func countQuotes(_ place: Range<Int>) {
      if literals[place].count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1 { isInQuotes.toggle() }
    }
    countQuotes(prefix)
    while case .field(let field) = parts.popFirst() {
      if field.slot(cookie: cookie) == .time { time = field }
      var end = literals.count..<literals.count
      if case .literal(let bytes) = parts.first {
        end = literal(bytes)
        parts.removeFirst()
      }
      var slot = field.slot(cookie: cookie).rawValue
      // X-Forwarded-For before what repeats a part of it, such as X-Real-IP.
      let isAgain = field == .forwardedFor && steps.contains { $0.slot == slot }
      if isAgain { slot = LogSlot.none.rawValue }
      steps.append(
        Step(field, slot: slot, literal: end, of: literals, isInQuotes: isInQuotes))
      countQuotes(end)
    }
    self.steps = steps
    self.literals = literals
    self.prefix = prefix
    timeField = time
  }

  var literalBytes: Int { literals.count }

  /// Finds the fields of the line at `start..<end`; false when it has another layout.
  func parse(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, into fields: inout LineFields
  ) -> Bool {
    guard ByteScan.matches(literals.span, prefix, in: bytes, from: start, to: end) else {
      return false
    }
    var at = start + prefix.count
    let (steps, literals) = (steps, literals)
    var places = fields.places.mutableSpan
    var index = 0
    while index < steps.count {
      let step = steps[index]
      let fieldEnd =
        step.literal.isEmpty
        ? LogLineParser.endOfLast(bytes, from: at, to: end, step)
        : LogLineParser.findEnd(bytes, from: at, to: end, step, literals.span)
      guard fieldEnd >= 0 else { return false }
      places[step.slot] = LineFields.Place(start: at, end: fieldEnd)
      at = fieldEnd + step.literal.count
      index += 1
    }
    // Servers like to append fields to a known format.
    return at == end || bytes[at] == 32
  }

  /// Where a field ends that nothing of the format follows.
  private static func endOfLast(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, _ step: Step
  ) -> Int {
    guard step.isWord else { return end }
    let blank = ByteScan.first(32, in: bytes, from: start, to: end)
    return blank < 0 ? end : blank
  }

  /// Where the field's closing literal starts, or −1. A quote after a backslash closes nothing.
  @inline(__always)
  private static func findEnd(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, _ step: Step,
    _ literals: borrowing Span<UInt8>
  ) -> Int {
    var from = start + step.width
    var signs = step.signs
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
        guard step.endsLater else { return found }
        if step.isList ? !isInList(bytes, from: start, found, to: end) : signs == 0 {
          return found
        }
        signs -= 1
      } else if step.isQuoted, !isEscaped {
        return -1
      }
      from = found + 1
    }
  }

  /// Whether the space there parts two values of a list: nginx writes `0.001, 0.002 : 0.003`.
  private static func isInList(
    _ bytes: borrowing Span<UInt8>, from start: Int, _ space: Int, to end: Int
  ) -> Bool {
    guard space > start, space + 1 < end else { return false }
    let (before, after) = (bytes[space - 1], bytes[space + 1])
    return before == UInt8(ascii: ",") || before == UInt8(ascii: ":")
      || (after == UInt8(ascii: ":") && space + 2 < end && bytes[space + 2] == 32)
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
