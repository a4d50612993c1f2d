import TributaryModel

/// A table as a spreadsheet reads it: every row, values unrounded.
///
/// Shape: UTF-8 with a byte order mark, CRLF; `;` and decimal comma in Russian, else `,` and
/// decimal point. Text that a spreadsheet would run as a formula gets a leading `'`; numbers never. Control
/// and bidi characters become a visible mark, as on the page: a terminal would obey them.
/// Source: OWASP, "CSV Injection".
struct CSVTable {
  let table: Table
  let words: Words

  init(_ table: Table, _ words: Words) {
    self.table = table
    self.words = words
  }

  var file: ReportFile {
    ReportFile(name: table.file + ".csv", bytes: Array(text.utf8))
  }

  var text: String {
    let separator = words.isRussian ? ";" : ","
    let lines = [table.stored.names] + table.stored.rows.map { $0.map(field) }
    let body = lines.map { line in
      line.map { quoted($0, separator) }.joined(separator: separator) + "\r\n"
    }
    return "\u{FEFF}" + body.joined()
  }

  /// The number without exponent, grouping or rounding.
  static func plain(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    if value == value.rounded(), abs(value) < 9e15 { return String(Int64(value)) }
    let shortest = "\(value)"
    guard shortest.contains("e") else { return shortest }
    return expanded(shortest)
  }

  /// `8.5e-07` as `0.00000085`: the same digits, without an exponent.
  private static func expanded(_ shortest: String) -> String {
    let parts = shortest.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return shortest }
    let isNegative = parts[0].hasPrefix("-")
    let mantissa = parts[0].drop { $0 == "-" }.split(separator: ".")
    let digits = mantissa.joined()
    let point = (mantissa.first?.count ?? 0) + exponent
    var plain = digits
    if point <= 0 {
      plain = "0." + String(repeating: "0", count: -point) + digits
    } else if point >= digits.count {
      plain += String(repeating: "0", count: point - digits.count)
    } else {
      plain = String(digits.prefix(point)) + "." + String(digits.dropFirst(point))
    }
    let trimmed = plain.hasSuffix(".0") ? String(plain.dropLast(2)) : plain
    return (isNegative ? "-" : "") + trimmed
  }

  /// Text that no spreadsheet runs, with its hidden characters made visible.
  ///
  /// Guarded before it is marked: a tab at the start is still an attempt.
  static func shown(_ text: String) -> String { VisibleText.marked(FormulaGuard.guarded(text)) }

  private func field(_ cell: TributaryModel.Cell) -> String {
    if case .text(let text) = cell { return CSVTable.shown(text) }
    guard let number = cell.number else { return "" }
    let plain = CSVTable.plain(number)
    return words.isRussian ? plain.replacing(".", with: ",") : plain
  }

  private func quoted(_ field: String, _ separator: String) -> String {
    guard field.contains(where: { "\"\r\n;,\t".contains($0) || $0.isNewline }) else { return field }
    guard field.contains(separator) || field.contains("\"") || field.contains(where: \.isNewline)
    else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}
