/// The quote before a text that a spreadsheet would run as a formula.
///
/// Spreadsheets of some languages take the full-width signs as they take the plain ones; white space
/// before a sign does not keep all of them from it.
/// Source: OWASP, "CSV Injection".
public enum FormulaGuard {
  /// The text, with a `'` before it where it may be run.
  public static func guarded(_ text: String) -> String {
    opensFormula(text.unicodeScalars[...]) ? "'" + text : text
  }

  /// The text without the quote that `guarded` put before it.
  public static func unguarded(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.first == "'", opensFormula(scalars.dropFirst()) else { return text }
    return String(scalars.dropFirst())
  }

  private static func opensFormula(_ text: Substring.UnicodeScalarView) -> Bool {
    guard let first = text.first else { return false }
    if first == "\t" || first == "\r" || first == "\n" { return true }
    guard let sign = text.first(where: { !$0.properties.isWhitespace }) else { return false }
    return "=+-@＝＋－＠".unicodeScalars.contains(sign)
  }
}
