/// Writes cells of CSV as RFC 4180 has them.
enum CSVText {
  /// The text, in quotes where it must be; control characters other than tab and line breaks are
  /// made visible.
  static func cell(_ text: String) -> String {
    let safe = VisibleLine.of(text, keeping: ["\t", "\n", "\r"])
    let needsQuotes = safe.unicodeScalars.contains { "\",\n\r".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }
}
