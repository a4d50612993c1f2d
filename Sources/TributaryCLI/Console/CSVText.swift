import TributaryModel
import TributaryPipeline

/// Writes cells of CSV as RFC 4180 has them.
enum CSVText {
  /// The value; text that a spreadsheet would run as a formula gets a leading `'`, numbers never.
  static func cell(_ value: Cell) -> String {
    guard case .text(let text) = value else { return cell(value.plainText) }
    return cell(FormulaGuard.guarded(text))
  }

  /// The text, in quotes where it must be; control characters other than tab and line breaks are
  /// made visible.
  static func cell(_ text: String) -> String {
    let safe = PrintableText.of(text, keeping: "\t\n\r")
    let needsQuotes = safe.unicodeScalars.contains { "\",\n\r".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }
}
