import TributaryAnalysis
import TributaryModel

/// Every word and number of the pages in the reader's language.
///
/// A phrase stands in both languages side by side, so that the compiler refuses one without the
/// other: here when pages share it, else beside its page. Nothing comes from the machine's locale.
struct Words: Sendable {
  let language: RunReport.Language
  let currency: Currency
  /// The year of the as-of day: days of another one are said with theirs. Nil: no day is.
  let year: Int?
  /// Whether the cost of any order is known; if not, no page speaks of a margin.
  let knowsCosts: Bool

  init(
    _ language: RunReport.Language, currency: Currency, year: Int? = nil, knowsCosts: Bool = true
  ) {
    self.language = language
    self.currency = currency
    self.year = year
    self.knowsCosts = knowsCosts
  }

  var isRussian: Bool { language == .russian }

  /// The phrase in the reader's language.
  func say(_ english: @autoclosure () -> String, _ russian: @autoclosure () -> String) -> String {
    isRussian ? russian() : english()
  }

  /// The phrase in the reader's language, with markup in it.
  func rich(_ english: @autoclosure () -> Markup, _ russian: @autoclosure () -> Markup) -> Markup {
    isRussian ? russian() : english()
  }

  /// "a, b and c".
  func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    guard items.count > 1 else { return last }
    return items.dropLast().joined(separator: ", ") + say(" and ", " и ") + last
  }

  /// The text with a capital first letter.
  func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  static let noBreak = "\u{00A0}"
  static let minus = "\u{2212}"
}
