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

  init(_ report: CampaignReport, _ words: Words) {
    let credited = report.ratings.compactMap { rating -> (CampaignRating, Double)? in
      CampaignModelTable.spread(rating.facts).map { (rating, $0) }
    }
    let apart = credited.map { ($0.0.facts, CampaignModelTable.distance($0.0.facts)) }
    let furthest = apart.max { ($0.1, $1.0.key) < ($1.1, $0.0.key) }
    parting = furthest.map {
      Parting(
        campaign: $0.0.name, orders: $0.1, largestSpread: credited.map(\.1).max() ?? 0)
    }
    let days = report.covered ?? report.window
    table = Table(
      file: "campaign-models", label: words.modelsTopic, caption: words.modelsCaption,
      columns: [Column(words.campaignHead, "campaign", .text)]
        + AttributionModel.byTouchpoint.map {
          Column(words.name($0), "conversions_\($0.columnName)", .count)
        } + [Column(words.apartHead, "models_apart", .share)]
        + AttributionModel.byTouchpoint.map {
          Column("", "margin_\($0.columnName)", .money, place: .file)
        },
      rows: credited.map { rating, spread in
        let credits = AttributionModel.byTouchpoint.map { rating.facts.credits[$0] }
        return [.user(rating.facts.name)]
          + credits.map { .value($0?.conversions) } + [.value(spread)]
          + credits.map { .value($0.map { Double($0.margin) }) }
      },
      source: Table.Source(
        sql: """
          select campaign_key, model, sum(conversions) as conversions, sum(margin) as margin
          from mart_campaign_credit_day
          where kind = 'order' and day between '\(days.first)' and '\(days.last)'
          group by campaign_key, model
          order by campaign_key, model
          """))
  }

  /// Orders between the highest and the lowest model.
  static func distance(_ facts: CampaignFacts) -> Double {
    let values = AttributionModel.byTouchpoint.compactMap { facts.credits[$0]?.conversions }
    return (values.max() ?? 0) - (values.min() ?? 0)
  }

  /// Half the distance between the highest and the lowest model, over their mean.
  static func spread(_ facts: CampaignFacts) -> Double? {
    let values = AttributionModel.byTouchpoint.compactMap { facts.credits[$0]?.conversions }
    guard let most = values.max(), let least = values.min(), values.count > 1 else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    return mean > 0 ? (most - least) / 2 / mean : nil
  }
}

extension AttributionModel {
  /// As a CSV names it: `last_non_direct`.
  var columnName: String { rawValue.replacing("-", with: "_") }
}
