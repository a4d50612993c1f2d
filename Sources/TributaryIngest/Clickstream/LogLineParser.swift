/// Cuts a log line into its fields by a format, without making a string.
///
/// The format is flattened into steps: each names the slot to fill and the literal that ends it.
struct LogLineParser {
  let timeField: LogField
  private let steps: [Step]
  private let literals: [UInt8]
  private let prefix: Range<Int>
  private let allowsMore: Bool

  private struct Step {
    let slot: Int
    let literal: Range<Int>
    let first: UInt8
    /// The literal's first eight bytes, and which of them there are.
    let word: UInt64
    let mask: UInt64
    /// Bytes that the field has at least; none of them ends it.
    let width: Int
    /// Whether the field may be `a, b : c`, with spaces that do not end it.
    let isList: Bool

    init(_ field: LogField, slot: Int, literal: Range<Int>, of literals: [UInt8]) {
      self.slot = slot
      self.literal = literal
      width = if case .timeFormat(let format) = field { format.width } else { 0 }
      isList =
        (field == .list || field == .forwardedFor) && literals[literal].first == 32
        && literals[literal].dropFirst().first != UInt8(ascii: ":")
      first = literal.isEmpty ? 0 : literals[literal.lowerBound]
      word = ByteScan.tail(literals.span, from: literal.lowerBound, to: literal.upperBound)
      mask = literal.count >= 8 ? ~0 : ~(~0 << UInt64(8 * literal.count))
    }
  }

  /// Fields that the readers look at.
  let knownFields: Int

  init(_ parts: [LogFormatPart], allowsMore: Bool, cookie: String?) {
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
    while case .field(let field) = parts.popFirst() {
      if field.slot(cookie: cookie) == .time { time = field }
      var end = literals.count..<literals.count
      if case .literal(let bytes) = parts.first {
        end = literal(bytes)
        parts.removeFirst()
      }
      let slot = field.slot(cookie: cookie).rawValue
      steps.append(Step(field, slot: slot, literal: end, of: literals))
    }
    self.steps = steps
    self.literals = literals
    self.prefix = prefix
    self.allowsMore = allowsMore
    knownFields = steps.count { $0.slot != LogSlot.none.rawValue }
    timeField = time
  }

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
        ? end : LogLineParser.findEnd(bytes, from: at, to: end, step, literals.span)
      guard fieldEnd >= 0 else { return false }
      places[step.slot] = LineFields.Place(start: at, end: fieldEnd)
      at = fieldEnd + step.literal.count
      index += 1
    }
    return at == end || (allowsMore && bytes[at] == UInt8(ascii: " "))
  }

  /// Where the field's closing literal starts, or −1. A quote after a backslash closes nothing.
  @inline(__always)
  private static func findEnd(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, _ step: Step,
    _ literals: borrowing Span<UInt8>
  ) -> Int {
    var from = start + step.width
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
        if !step.isList || !isInList(bytes, from: start, found, to: end) { return found }
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
