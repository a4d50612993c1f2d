import TributaryModel

extension Indicator {
  /// The key figures of seven days to the as-of day.
  public static let results = ResultTable<Indicator>(
    "indicator", grain: "key figure",
    [
      .text("name", isKey: true, "which figure") { $0.name.rawValue },
      .text("unit", "money, count, share or ratio") { $0.name.unit.rawValue },
      .number("value", unit: byUnit, "of seven days to the as-of day") { $0.value },
      .estimate("expected", unit: byUnit, "for this time of the season") { $0.expected },
      .number("last_week", unit: byUnit, "of the seven days before") { $0.lastWeek },
      .number("four_weeks_ago", unit: byUnit, "of seven days, four weeks earlier") {
        $0.fourWeeksAgo
      },
      .number("last_year", unit: byUnit, "of seven days, 52 weeks earlier") { $0.lastYear },
      .text("verdict", "inside, above, below, incomplete, undated or too-little") {
        $0.verdict.rawValue
      },
      .count("missing_days", "of the seven, without data from the source") { $0.missingDays },
      .share("costed_share", "of a margin: of the revenue, whose cost is known; null when all is") {
        $0.costedShare
      },
      .count("open", "of invoices: neither paid nor due on the as-of day") { $0.open },
    ])

  private static let byUnit = ResultUnit.measured(by: "unit", money: [Unit.money.rawValue])
}
