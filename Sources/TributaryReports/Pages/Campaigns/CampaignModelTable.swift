import TributaryAnalysis
import TributaryModel

/// What each way of giving credit says of a campaign, the ones that part most first.
struct CampaignModelTable {
  let table: Table
  /// The campaign on which the models part most; nil when none has credit.
  let furthest: (name: String, spread: Double)?

  init(_ report: CampaignReport, _ words: Words) {
    let credited = report.ratings.compactMap { rating -> (CampaignRating, Double)? in
      CampaignModelTable.spread(rating.facts).map { (rating, $0) }
    }
    let large = credited.filter { $0.0.conversions.value >= 20 }
    furthest = (large.isEmpty ? credited : large).max {
      ($0.1, $1.0.facts.key) < ($1.1, $0.0.facts.key)
    }
    .map { ($0.0.facts.name, $0.1) }
    let days = report.covered ?? report.window
    table = Table(
      file: "campaign-models", label: words.modelsTopic, caption: words.modelsCaption,
      columns: [Column(words.campaignHead, "campaign", .text)]
        + AttributionModel.allCases.map {
          Column(words.name($0), "conversions_\($0.columnName)", .count)
        } + [Column(words.apartHead, "models_apart", .share)]
        + AttributionModel.allCases.map {
          Column("", "margin_\($0.columnName)", .money, place: .file)
        },
      rows: credited.map { rating, spread in
        let credits = AttributionModel.allCases.map { rating.facts.credits[$0] }
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

  /// Half the distance between the highest and the lowest model, over their mean.
  static func spread(_ facts: CampaignFacts) -> Double? {
    let values = AttributionModel.allCases.compactMap { facts.credits[$0]?.conversions }
    guard let most = values.max(), let least = values.min(), values.count > 1 else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    return mean > 0 ? (most - least) / 2 / mean : nil
  }
}

extension AttributionModel {
  /// As a CSV names it: `last_non_direct`.
  var columnName: String { rawValue.replacing("-", with: "_") }
}
