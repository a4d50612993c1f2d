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
  /// The line has no quote and was taken as a whole record.
  case whole

  /// Takes a line, or the part of a record up to the next line's end, into the record.
  ///
  /// - Parameter isFirst: whether the record is still empty.
  mutating func take(
    _ source: borrowing Span<UInt8>, from start: Int, to end: Int, delimiter: UInt8,
    isFirst: Bool, into record: inout Record
  ) {
    if isFirst, record.take(line: source, from: start, to: end, delimiter: delimiter) {
      self = .whole
      return
    }
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
      case .quoted:
        let next = ByteScan.first(quote, in: source, from: index, to: end)
        let stop = next < 0 ? end : next
        record.append(source, from: index - 1, to: stop)
        index = stop
      case _ where byte == delimiter:
        record.endCell()
        self = .cellStart
      default:
        let next = ByteScan.first(delimiter, in: source, from: index, to: end)
        let stop = next < 0 ? end : next
        record.append(source, from: index - 1, to: stop)
        index = stop
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
