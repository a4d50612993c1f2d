/// Cuts a log line into its fields by a format, without making a string.
///
/// The format is flattened into steps: each names the slot to fill and the literal that ends it.
struct LogLineParser {
  /// Half-open places of the fields in the line's bytes, by `LogSlot`; −1 for fields not there.
  private(set) var starts: [Int]
  private(set) var ends: [Int]
  let timeField: LogField
  private let steps: [Step]
  private let literals: [UInt8]
  private let prefix: Range<Int>
  private let allowsMore: Bool

  private struct Step {
    let slot: Int
    let literal: Range<Int>
    let first: UInt8
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
      steps.append(
        Step(
          slot: field.slot(cookie: cookie).rawValue, literal: end,
          first: end.isEmpty ? 0 : literals[end.lowerBound]))
    }
    self.steps = steps
    self.literals = literals
    self.prefix = prefix
    allowsMore = format.allowsMore
    timeField = time
    starts = Array(repeating: -1, count: LogSlot.allCases.count)
    ends = starts
  }

  func has(_ slot: LogSlot) -> Bool { steps.contains { $0.slot == slot.rawValue } }

  /// The place of a field, or nil where it is missing, empty or `-`.
  func place(_ slot: LogSlot, in bytes: borrowing Span<UInt8>) -> Range<Int>? {
    let start = starts[slot.rawValue]
    let end = ends[slot.rawValue]
    guard start < end, start >= 0 else { return nil }
    if end - start == 1, bytes[start] == UInt8(ascii: "-") { return nil }
    return start..<end
  }

  /// Finds the fields of the line at `start..<end`; false when it has another layout.
  mutating func parse(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Bool {
    guard ByteScan.matches(literals.span, prefix, in: bytes, from: start, to: end) else {
      return false
    }
    var at = start + prefix.count
    var index = 0
    while index < steps.count {
      let step = steps[index]
      let fieldEnd = step.literal.isEmpty ? end : findEnd(bytes, from: at, to: end, step)
      guard fieldEnd >= 0 else { return false }
      starts[step.slot] = at
      ends[step.slot] = fieldEnd
      at = fieldEnd + step.literal.count
      index += 1
    }
    return at == end || (allowsMore && bytes[at] == UInt8(ascii: " "))
  }

  /// Where the field's closing literal starts, or −1. A quote after a backslash closes nothing.
  private func findEnd(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, _ step: Step
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
          || ByteScan.matches(literals.span, step.literal, in: bytes, from: found, to: end)
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
