import TributaryModel

extension QueryAdvice {
  /// Every query of 28 days to the as-of day, and the words that are advised on.
  public static let results = ResultTable<QueryAdvice>(
    "query_advice", grain: "search query of a campaign, or word that queries share",
    lifetime: .latest,
    [
      .text("subject", isKey: true, "query or word; a word may be a phrase of up to three") {
        $0.subject.rawValue
      },
      .text("text", isKey: true, "as people typed it") { $0.text },
      .text("campaign", isKey: true, "name of the query's campaign; empty for a word") {
        $0.subject == .query ? $0.campaigns.first?.name : ""
      },
      .text("campaign_id", isKey: true, "the platform's number of it; empty for a word") {
        $0.subject == .query ? $0.campaigns.first?.number : ""
      },
      .text(
        "advice",
        "negative_phrase, negative_exact, own_ad or watch; null where there is nothing to do"
      ) { $0.advice?.rawValue },
      .money(
        "at_stake",
        "in the 28 days: cost that is blocked or watched, of own_ad the margin over its cost"
      ) { $0.atStake },
      .number("clicks", unit: .count, "as the platform counts") { $0.clicks },
      .money("cost", "of those clicks") { $0.cost },
      .number("conversions", unit: .count, "as conversions_by tells; null where nobody does") {
        $0.conversions
      },
      .text(
        "conversions_by", "platform: its files; shop: sales by the keyword of visits; null: nobody"
      ) { $0.source?.rawValue },
      .number(
        "assisted", unit: .count,
        "orders, calls, letters and invoices of all days that a visit by these words had a part in"
      ) { $0.assisted },
      .estimate(
        "conversions_per_click", unit: .share, "pooled through the words that queries share"
      ) {
        $0.rate
      },
      .share("too_dear", "the probability that a conversion costs over twice the target") {
        $0.chance
      },
      .text("held_by", "what forbids a negative word: sale, brand or city; null for nothing") {
        $0.heldBy?.rawValue
      },
      .text("blocked_by", "the advised word that blocks the query; null for none") { $0.blockedBy },
      .count("replayed_queries", "of all days, that the negative word would have blocked") {
        $0.replay?.queries
      },
      .number("replayed_clicks", unit: .count, "of those queries") { $0.replay?.clicks },
      .number(
        "replayed_conversions", unit: .count,
        "conversions and assisted sales that the negative word would have blocked: 0"
      ) { $0.replay?.lost },
    ])
}
