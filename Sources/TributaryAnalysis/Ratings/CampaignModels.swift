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
    AttributionModel.byTouchpoint.compactMap { facts.credits[$0]?.conversions.value }
  }

  /// A column for each model that works on a path by itself.
  public static let results = ResultTable<CampaignModels>(
    "campaign_models", grain: "campaign with credit",
    [
      .text("campaign_key", isKey: true, "the campaign, as in table campaign") { $0.facts.key },
      .text("campaign", "its name") { $0.facts.name },
    ]
      + AttributionModel.byTouchpoint.map { model in
        .number("conversions_\(model.columnName)", "orders that model \(model.rawValue) credits") {
          $0.facts.credits[model]?.conversions.value
        }
      } + [.share("models_apart", "half the distance of the models over their mean") { $0.apart }]
      + AttributionModel.byTouchpoint.map { model in
        .money("margin_\(model.columnName)", "margin that model \(model.rawValue) credits") {
          $0.facts.credits[model]?.margin
        }
      })
}

extension AttributionModel {
  /// The model in the name of a column: `last_non_direct`.
  public var columnName: String { rawValue.replacing("-", with: "_") }
}
