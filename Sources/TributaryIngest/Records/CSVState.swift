/// Where in a record of a CSV or TSV file the reader stands.
///
/// ```
///             "                "
///  cellStart ---> quoted <----------> quoteInQuoted --> other byte: plain
///      |  \\______________________________/
///      v other          , or end of line: the cell ends
///    plain
/// ```
/// Source: RFC 4180; a quote inside an unquoted cell, and text after a closing quote, are kept.
enum CSVState {
  case cellStart
  case plain
  case quoted
  case quoteInQuoted

  /// Takes a line, or the part of a record up to the next line's end, into the record.
  mutating func take(
    _ source: borrowing Span<UInt8>, from start: Int, to end: Int, delimiter: UInt8,
    into record: inout Record
  ) {
    let quote = UInt8(ascii: "\"")
    var index = start
    while index < end {
      let byte = source[index]
      index += 1
      switch self {
      case .cellStart where byte == quote: self = .quoted
      case .quoted where byte == quote: self = .quoteInQuoted
      case .quoteInQuoted where byte == quote:
        record.append(quote)
        self = .quoted
      case .quoted: record.append(byte)
      case _ where byte == delimiter:
        record.endCell()
        self = .cellStart
      default:
        record.append(byte)
        self = .plain
      }
    }
  }

  /// Takes in the end of a line inside a quoted cell as it stands.
  func takeNewline(_ terminator: Int, into record: inout Record) {
    if terminator == 2 { record.append(13) }
    if terminator > 0 { record.append(10) }
  }
}
