import TributaryModel

/// Rows under a header, in columns as wide as they need, for a terminal.
struct TextTable {
  /// One value; control characters are made visible when it is printed.
  enum Cell {
    case text(String)
    /// Set to the right.
    case number(String)

    fileprivate var words: String {
      switch self {
      case .text(let text), .number(let text): PrintableText.of(text)
      }
    }
  }

  private let header: [String]
  private var rows: [[Cell]] = []

  init(_ header: [String]) {
    self.header = header.map { PrintableText.of($0) }
  }

  mutating func append(_ row: [Cell]) {
    rows.append(row)
  }

  /// A line for the header and one for each row, each with a line break.
  var text: String {
    let cells = rows.map { row in row.map(\.words) }
    var widths = header.map(\.count)
    for row in cells {
      for (column, words) in row.enumerated() { widths[column] = max(widths[column], words.count) }
    }
    func line(_ words: [String], right: (Int) -> Bool) -> String {
      let padded = words.enumerated().map { column, text in
        let space = String(repeating: " ", count: widths[column] - text.count)
        return right(column) ? space + text : text + space
      }
      var line = padded.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }
    func isNumber(_ row: [Cell], _ column: Int) -> Bool {
      if case .number = row[column] { return true }
      return false
    }
    let top = line(header) { column in rows.first.map { isNumber($0, column) } ?? false }
    return top + zip(rows, cells).map { row, words in line(words) { isNumber(row, $0) } }.joined()
  }
}
