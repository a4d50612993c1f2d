import TributaryModel

extension CampaignRating {
  /// What a run stores of each campaign of the window, most spend first.
  public static let results = ResultTable<CampaignRating>(
    "campaign_rating", grain: "campaign with spend or credit",
    [
      .text("campaign_key", isKey: true, "the campaign, as in table campaign") { $0.facts.key },
      .text("campaign", "its name") { $0.facts.name },
      .text("grade", "A to E by the odds that it pays; null without spend or recognised visits") {
        $0.grade?.rawValue
      },
      .flag("is_open", "a verdict needs more conversions") { $0.isOpen },
      .text("advice", "stop, cut, keep, raise, wait or mend") { $0.advice.rawValue },
      .money("spend", "what the platforms charged") { $0.facts.spend },
      .estimate("margin_return", unit: .ratio, "attributed margin over spend") { $0.marginReturn },
      .number("margin", unit: .money, "attributed margin: margin_return of spend") {
        $0.attributedMargin
      },
      .estimate(
        "incremental_margin_return", unit: .ratio,
        "the part of margin_return that is taken to be brought, over spend: the grade is of it"
      ) { $0.incrementalReturn },
      .number(
        "incremental_margin", unit: .money, "incremental_margin_return of spend"
      ) { $0.incrementalMargin },
      .estimate(
        "conversions", unit: .count,
        "sales (orders, invoices and calls, each sale once), mean over the attribution models; "
          + "null, as all ratios, when its visits are not recognised"
      ) { $0.conversions },
      .estimate("cost_per_conversion", unit: .money, "spend over conversions") {
        $0.costPerConversion
      },
      .estimate("return_on_ad_spend", unit: .ratio, "attributed revenue over spend") {
        $0.returnOnAdSpend
      },
      .text("source", "as in spend") { $0.facts.source },
      .text("medium", "as in spend") { $0.facts.medium },
      .text("type", "kind of campaign that it is rated among") { $0.facts.type.rawValue },
      .count("impressions", "as the platform counts") { $0.facts.impressions },
      .count("clicks", "as the platform counts") { $0.facts.clicks },
      .number("cost_per_click", unit: .money, "spend over clicks; null without clicks") {
        $0.facts.clicks > 0 ? Double($0.facts.spend) / Double($0.facts.clicks) : nil
      },
      .count("sessions", "visits that carry the campaign") { $0.facts.sessions },
      .count("conversions_needed", "until a verdict; null when there is one") {
        $0.conversionsNeeded
      },
      .count("days_needed", "until a verdict at the present rate; null when there is one") {
        $0.daysNeeded
      },
      .text("grade_if_half", "its letter if half of what is assumed were brought") {
        $0.gradeIfHalf?.rawValue
      },
      .text("grade_if_double", "its letter if twice as much were brought") {
        $0.gradeIfDouble?.rawValue
      },
      .day("grade_since", "the night of its letter; null when it had it on all 26 nights") {
        $0.gradeSince
      },
    ])

  /// A verdict needs more conversions.
  public var isOpen: Bool { advice == .wait || (conversionsNeeded ?? 0) > 0 }

  /// Margin that is taken to be brought, minor units; nil without a ratio.
  public var incrementalMargin: Double? {
    incrementalReturn.map { Double(facts.spend) * $0.value }
  }

  /// Attributed margin by the middle of its range, minor units; nil without a ratio.
  public var attributedMargin: Double? {
    marginReturn.map { Double(facts.spend) * $0.value }
  }
}
