import TributaryModel

/// The leading rows of one list: landing pages, search queries or categories.
public struct TopList: Sendable, Hashable {
  public let name: Name
  public let window: DayRange
  /// Every row of the window; the measure that ranks it first, most first, then by label.
  public let rows: [Row]
  /// Sums of the rows that have conversions.
  let all: Sums

  /// What is listed.
  public enum Name: String, Sendable, CaseIterable {
    /// Measures: visits, orders, revenue.
    case landingPages = "landing_pages"
    /// Measures: clicks, cost, conversions.
    case searchQueries = "search_queries"
    /// Measures: pieces, revenue, margin.
    case categories
  }

  struct Sums: Sendable, Hashable {
    let volume: Double
    let conversions: Double
  }

  /// One page, query or category.
  public struct Row: Sendable, Hashable {
    public let label: String
    /// Visits, clicks or pieces.
    public let volume: Double
    /// Minor units: revenue for pages and categories, cost for queries.
    public let money: Int64
    /// Orders of a page, conversions of a query, nil for a category.
    public let conversions: Double?
    /// Conversions per volume; nil where it has no meaning.
    public let rate: Estimate?
    /// Minor units of margin; categories only.
    public let margin: Int64?

    package init(
      label: String, volume: Double, money: Int64, conversions: Double?, rate: Estimate?,
      margin: Int64?
    ) {
      self.label = label
      self.volume = volume
      self.money = money
      self.conversions = conversions
      self.rate = rate
      self.margin = margin
    }
  }

  package init(name: Name, window: DayRange, rows: [Row]) {
    self.name = name
    self.window = window
    self.rows = rows
    let counted = rows.filter { $0.conversions != nil }
    all = Sums(
      volume: counted.reduce(0) { $0 + $1.volume },
      conversions: counted.reduce(0) { $0 + ($1.conversions ?? 0) })
  }
}
