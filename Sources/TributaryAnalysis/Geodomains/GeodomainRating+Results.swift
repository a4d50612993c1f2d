import TributaryModel

extension GeodomainRating {
  /// Every city domain beside the others, over 28 days to the as-of day.
  public static let results = ResultTable<GeodomainRating>(
    "geodomain_rating", grain: "city domain",
    [
      .text("city", "of the domain") { $0.facts.city },
      .text("domain", isKey: true, "without www") { $0.facts.domain },
      .count("visits", "of the domain") { $0.facts.visits },
      .count("web_orders", "made on the domain") { $0.facts.webOrders },
      .count("orders", "of the city: site, telephone, letters") { $0.facts.orders },
      .count("calls", "to the city's numbers") { $0.facts.calls },
      .money("revenue", "of the city's orders that are not lost") { $0.facts.revenue },
      .money("spend", "on ads for the city") { $0.facts.spend },
      .count("population", "people; null when the shop did not say") { $0.facts.population },
      .count("open_days", "days of the window on which the domain was open") { $0.facts.openDays },
      .estimate("per_visit", unit: .share, "web orders per visit") { $0.perVisit },
      .text("per_visit_verdict", "above, below or cannot-tell, beside all other cities") {
        $0.perVisitVerdict.rawValue
      },
      .estimate("per_head", unit: .number, "orders per 100,000 people in 28 open days") {
        $0.perHead
      },
      .text("per_head_verdict", "above, below or cannot-tell, beside all other cities") {
        $0.perHeadVerdict.rawValue
      },
    ])
}
