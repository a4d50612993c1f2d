import TributaryModel

/// What stands in one cell; its column says how it is written.
enum Cell: Sendable, Hashable {
  /// Our own words.
  case text(String)
  /// A text of the shop or of a stranger, with our own words in small beneath it.
  case user(String, note: String = "")
  /// Not known when nil: "–".
  case value(Double?)
  case estimate(Estimate?)
  case day(Day?)
  /// Already marked up, and what it sorts by.
  case markup(Markup, sort: Double? = nil)
  /// Does not apply.
  case blank

  static func value(_ count: Int) -> Cell { .value(Double(count)) }
  static func value(_ minor: Int64) -> Cell { .value(Double(minor)) }
}
