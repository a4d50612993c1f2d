/// How the text of a column becomes what the browser sent.
enum FieldDecoding: Sendable {
  case none
  /// `+` stands for a space: IIS.
  case plus
  /// Percent escapes, twice where a `%20` is left after the first time: CloudFront.
  case percent
  /// Of an address, whose own escapes stay: only `%25` before an escape is undone.
  case percentOfPercent
  /// Backslash escapes of ClickHouse's TabSeparated: `\t`, `\n`, `\'`, `\\`.
  case tabSeparated
  /// A number that names somebody; 0 names nobody.
  case identifier
  /// A time without an offset that is three hours ahead of UTC.
  case moscowTime
  /// A time without an offset that is UTC.
  case utcTime
  /// Yandex Metrica's numbers of devices become words.
  case deviceNumber

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
    case .tabSeparated: FieldDecoding.unescapeTabs(bytes, from: start, to: end, to: &text)
    case .identifier: ByteScan.append(bytes, from: start, to: end, to: &text)
    case .moscowTime, .utcTime:
      ByteScan.append(bytes, from: start, to: end, to: &text)
      text += suffix
    case .deviceNumber:
      let words = ["1": "desktop", "2": "mobile", "3": "tablet", "4": "tv"]
      let word = ByteScan.text(bytes, from: start, to: end)
      text += Array((words[word] ?? word).utf8)
    }
  }

  /// What the text lacks at its end.
  var suffix: [UInt8] {
    switch self {
    case .moscowTime: Array("+03:00".utf8)
    case .utcTime: [UInt8(ascii: "Z")]
    default: []
    }
  }

  /// Whether a cell is more than a sign for nothing.
  func hasValue(_ bytes: borrowing Span<UInt8>, _ cell: Range<Int>) -> Bool {
    guard cell.count == 1 else { return !cell.isEmpty }
    let byte = bytes[cell.lowerBound]
    return byte != UInt8(ascii: "-") && (self != .identifier || byte != UInt8(ascii: "0"))
  }

  /// Source: ClickHouse, "TabSeparated".
  private static func unescapeTabs(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, to text: inout [UInt8]
  ) {
    var at = start
    while at < end {
      guard bytes[at] == 0x5c, at + 1 < end else {
        text.append(bytes[at])
        at += 1
        continue
      }
      switch bytes[at + 1] {
      case UInt8(ascii: "t"): text.append(9)
      case UInt8(ascii: "n"): text.append(10)
      case UInt8(ascii: "r"): text.append(13)
      case UInt8(ascii: "'"), UInt8(ascii: "\""), 0x5c: text.append(bytes[at + 1])
      default: text += [0x5c, bytes[at + 1]]
      }
      at += 2
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
