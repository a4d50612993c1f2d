import TributaryAnalysis
import TributaryModel

/// What each way of giving credit says of a campaign, most spend first.
struct CampaignModelTable {
  let table: Table
  /// Nil when no campaign has credit.
  let parting: Parting?

  /// How far the models part.
  struct Parting: Sendable, Hashable {
    /// The campaign on which they part by most orders.
    let campaign: String
    /// Its highest model less its lowest.
    let orders: Double
    /// The largest spread of any campaign, as the table shows it.
    let largestSpread: Double
  }

  init(_ report: CampaignReport, asOf: Day, _ words: Words) {
    let models = report.models
    let furthest = models.max {
      ($0.distance, $1.facts.key) < ($1.distance, $0.facts.key)
    }
    parting = furthest.map {
      Parting(
        campaign: $0.facts.name, orders: $0.distance,
        largestSpread: models.map(\.apart).max() ?? 0)
    }
    table = Table(
      CampaignModels.results, models, asOf: asOf, file: "campaign-models",
      label: words.modelsTopic, caption: words.modelsCaption,
      columns: [.drawn(words.campaignHead) { .user($0.facts.name) }]
        + AttributionModel.byTouchpoint.map { model in
          .drawn(words.name(model), .count) { .value($0.facts.credits[model]?.conversions.value) }
        } + [.column("models_apart", words.apartHead)], words: words)
  }
}
