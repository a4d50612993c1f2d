import TributaryModel

/// What each way of giving credit says of one campaign.
public struct CampaignModels: Sendable, Hashable {
  public let facts: CampaignFacts
  /// Half the distance between the highest and the lowest model, over their mean.
  public let apart: Double

  /// Nil when fewer than two models, or none, credit it with anything.
  public init?(_ facts: CampaignFacts) {
    let values = CampaignModels.conversions(facts)
    guard let most = values.max(), let least = values.min(), values.count > 1, most + least > 0
    else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    self.facts = facts
    apart = (most - least) / 2 / mean
  }

  /// Conversions between the highest and the lowest model.
  public var distance: Double {
    let values = CampaignModels.conversions(facts)
    return (values.max() ?? 0) - (values.min() ?? 0)
  }

  private static func conversions(_ facts: CampaignFacts) -> [Double] {
    AttributionModel.allCases.compactMap { facts.credits[$0]?.conversions.value }
  }

  /// A column for each model.
  public static let results = ResultTable<CampaignModels>(
    "campaign_models", grain: "campaign with credit",
    [
      .text("campaign_key", isKey: true, "the campaign, as in table campaign") { $0.facts.key },
      .text("campaign", "its name") { $0.facts.name },
    ]
      + AttributionModel.allCases.map { model in
        .number("conversions_\(model.columnName)", "sales that model \(model.rawValue) credits") {
          $0.facts.credits[model]?.conversions.value
        }
      } + [.share("models_apart", "half the distance of the models over their mean") { $0.apart }]
      + AttributionModel.allCases.map { model in
        .money("margin_\(model.columnName)", "margin that model \(model.rawValue) credits") {
          $0.facts.credits[model]?.margin
        }
      })
}

/// How far the ways of giving credit part on the campaigns of a window.
public struct CampaignParting: Sendable, Hashable {
  /// The name of the campaign on which they part by most sales.
  public let campaign: String
  /// Its highest model less its lowest.
  public let sales: Double
  /// The largest spread of any campaign; see `CampaignModels.apart`.
  public let largestSpread: Double

  /// Spreads below this are agreement.
  static let agreement = 0.1

  package init(campaign: String, sales: Double, largestSpread: Double) {
    self.campaign = campaign
    self.sales = sales
    self.largestSpread = largestSpread
  }

  public var isAgreed: Bool { largestSpread < CampaignParting.agreement }
}

extension CampaignReport {
  /// What each way of giving credit says of the campaigns that have any, most spend first.
  public var models: [CampaignModels] { ratings.compactMap { CampaignModels($0.facts) } }

  /// Nil when no campaign has credit.
  public var parting: CampaignParting? {
    let models = models
    return models.max { ($0.distance, $1.facts.key) < ($1.distance, $0.facts.key) }.map {
      CampaignParting(
        campaign: $0.facts.name, sales: $0.distance,
        largestSpread: models.map(\.apart).max() ?? 0)
    }
  }
}

extension AttributionModel {
  /// The model in the name of a column: `last_non_direct`.
  public var columnName: String { rawValue.replacing("-", with: "_") }
}
