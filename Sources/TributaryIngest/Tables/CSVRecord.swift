import TributaryModel

/// One record of a CSV or TSV file: its cells' bytes, end to end.
struct CSVRecord {
  /// 1 for the first line of the file; where the record starts.
  var line = 0
  var byteOffset: Int64 = 0
  /// Why the record could not be cut into cells.
  var problem: Rejection.Reason?
  /// The first bytes as they stand in the file.
  var start: [UInt8] = []
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var state = State.cellStart

  /// ```
  ///             "                "
  ///  cellStart ---> quoted <----------> quoteInQuoted --> other byte: plain
  ///      |  \\______________________________/
  ///      v other          , or end of line: the cell ends
  ///    plain
  /// ```
  /// Source: RFC 4180; a quote inside an unquoted cell, and text after a closing quote, are kept.
  private enum State {
    case cellStart
    case plain
    case quoted
    case quoteInQuoted
  }

  var count: Int { ends.count }
  /// Whether the last cell's quote is still open.
  var isOpen: Bool { state == .quoted }
  var isBlank: Bool { bytes.allSatisfy { $0 == 32 || $0 == 9 } }

  func cell(_ index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// Takes in a line, or the part of the record up to the next line's end.
  mutating func take(
    _ source: borrowing Span<UInt8>, from start: Int, to end: Int, delimiter: UInt8
  ) {
    let quote = UInt8(ascii: "\"")
    var index = start
    while index < end {
      let byte = source[index]
      index += 1
      switch state {
      case .cellStart where byte == quote: state = .quoted
      case .quoted where byte == quote: state = .quoteInQuoted
      case .quoteInQuoted where byte == quote:
        bytes.append(quote)
        state = .quoted
      case .quoted: bytes.append(byte)
      case _ where byte == delimiter:
        ends.append(bytes.count)
        state = .cellStart
      default:
        bytes.append(byte)
        state = .plain
      }
    }
  }

  /// Takes in the end of a line inside a quoted cell as it stands.
  mutating func takeNewline(_ terminator: Int) {
    if terminator == 2 { bytes.append(13) }
    if terminator > 0 { bytes.append(10) }
  }

  mutating func close() {
    ends.append(bytes.count)
    state = .cellStart
  }
}
