/// How the text of a column becomes what the browser sent.
enum FieldDecoding: Sendable {
  case none
  /// `+` stands for a space: IIS.
  case plus
  /// Percent escapes, twice where a `%20` is left after the first time: CloudFront.
  case percent
  /// Of an address, whose own escapes stay: only `%25` before an escape is undone.
  case percentOfPercent

  /// Appends the decoded bytes of `start..<end`.
  func append(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, to text: inout [UInt8]
  ) {
    switch self {
    case .none: ByteScan.append(bytes, from: start, to: end, to: &text)
    case .plus:
      let first = text.count
      ByteScan.append(bytes, from: start, to: end, to: &text)
      for index in first..<text.count where text[index] == UInt8(ascii: "+") { text[index] = 32 }
    case .percent:
      let first = text.count
      FieldDecoding.unescape(bytes, from: start, to: end, to: &text) { _, _ in true }
      let once = Array(text[first...])
      guard once.count >= 3,
        (0...once.count - 3).contains(where: { Array(once[$0..<$0 + 3]) == Array("%20".utf8) })
      else { return }
      text.removeSubrange(first...)
      FieldDecoding.unescape(once.span, from: 0, to: once.count, to: &text) { _, _ in true }
    case .percentOfPercent:
      FieldDecoding.unescape(bytes, from: start, to: end, to: &text) { value, after in
        value == UInt8(ascii: "%") && after
      }
    }
  }

  /// Undoes the escapes that are asked for: told are the byte, and whether an escape's two digits
  /// come after it.
  private static func unescape(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, to text: inout [UInt8],
    where isWanted: (_ value: UInt8, _ isBeforeDigits: Bool) -> Bool
  ) {
    var at = start
    while at < end {
      let value = bytes[at] == UInt8(ascii: "%") ? JSONScan.hexadecimal(bytes, at + 1, 2, end) : -1
      if value >= 0,
        isWanted(UInt8(value), JSONScan.hexadecimal(bytes, at + 3, 2, end) >= 0)
      {
        text.append(UInt8(value))
        at += 3
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
  }
}
