import TributaryModel

extension TopList {
  /// The result that holds the rows of a list.
  public static func results(_ name: Name) -> ResultTable<Row> {
    switch name {
    case .landingPages: landingPages
    case .searchQueries: searchQueries
    case .categories: categories
    }
  }

  /// Pages of 28 days to the as-of day by visits.
  public static let landingPages = ResultTable<Row>(
    "top_landing_page", grain: "page on which visits began",
    [
      .text("landing_path", isKey: true, "path of the page") { $0.label },
      .number("visits", unit: .count, "that began there") { $0.volume },
      .estimate("orders_per_visit", unit: .share, "pulled to the mean of all pages") { $0.rate },
      .number("orders", unit: .count, "of those visits") { $0.conversions },
      .money("revenue", "of those orders, where not lost") { $0.money },
    ])

  /// Queries of 28 days to the as-of day by cost.
  public static let searchQueries = ResultTable<Row>(
    "top_search_query", grain: "search query",
    [
      .text("query", isKey: true, "as people typed it") { $0.label },
      .money("cost", "of the clicks on ads") { $0.money },
      .estimate("conversions_per_click", unit: .share, "pulled to the mean of all queries") {
        $0.rate
      },
      .number("clicks", unit: .count, "as the platform counts") { $0.volume },
      .number("conversions", unit: .count, "as the platform counts") { $0.conversions },
    ])

  /// Product categories of 28 days to the as-of day by revenue.
  public static let categories = ResultTable<Row>(
    "top_category", grain: "product category",
    [
      .text("category", isKey: true, "as products say") { $0.label },
      .money("revenue", "of orders that are not lost") { $0.money },
      .money("margin", "null where the cost of any of the goods is unknown") { $0.margin },
      .share("margin_share", "margin over revenue") { TopContrast.marginShare($0) },
      .number("pieces", unit: .count, "sold") { $0.volume },
    ])
}
