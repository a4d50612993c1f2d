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
      .share("revenue_share", "of the revenue of all open cities; null for one that is not open") {
        $0.revenueShare
      },
      .flag("is_open", "the domain was open on a day of the window") { $0.isOpen },
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

extension GeodomainComparison.Launch {
  /// What opening a city's domain changed in its orders.
  public static let results = ResultTable<GeodomainComparison.Launch>(
    "launch_result", grain: "domain opened within the history",
    [
      .text("city", "of the domain") { $0.city },
      .text("domain", isKey: true, "without www") { $0.domain },
      .text("verdict", "more, fewer, no-effect, cannot-tell or too-little") {
        $0.verdict.rawValue
      },
      .estimate(
        "uplift", unit: .ratio, "ratio of ratios to the other cities, less one; null when too few"
      ) { $0.uplift },
      .day("opened_on", "first day") { $0.on },
      .count("orders_before", "of the city, in the weeks before") { $0.ordersBefore },
      .count("orders_after", "of the city, in the weeks after") { $0.ordersAfter },
    ])
}

extension CityContrast.Unopened {
  /// Cities that the shop named but whose domain is not open.
  public static let results = ResultTable<CityContrast.Unopened>(
    "geodomain_prospect", grain: "city whose domain is not open",
    [
      .text("city", "or its domain, when it has no name") { $0.city },
      .text("domain", isKey: true, "without www") { $0.domain },
      .day("opens_on", "as the shop plans; null without a plan") { $0.opensOn },
      .estimate(
        "orders_in_28_days", unit: .count,
        "if it sold per head as all open cities; range: as the least and the best of them"
      ) { $0.orders },
    ])
}

extension UnassignedCalls {
  /// Calls of 28 days to the as-of day to numbers that belong to no city; most calls first.
  public static let results = ResultTable<UnassignedCalls>(
    "unassigned_call", grain: "dialled number of no city",
    [
      .text("number", isKey: true, "as dialled") { $0.number },
      .text("kind", isKey: true, "tollfree, without-city or unlisted") { $0.kindName },
      .count("calls", "of the window") { $0.calls },
      .count("missed", "that nobody answered") { $0.missed },
      .day("last_day", "of a call") { $0.lastDay },
    ])

  private var kindName: String { isTollFree ? "tollfree" : isListed ? "without-city" : "unlisted" }
}
