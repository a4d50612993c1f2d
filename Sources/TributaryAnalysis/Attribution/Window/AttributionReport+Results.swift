import TributaryModel

extension AttributionReport {
  /// What one model gives to one dimension, of one kind of conversion by one grain.
  public struct Share: Sendable, Hashable {
    public let kind: Conversion.Kind
    public let grain: AttributionGrain
    public let model: AttributionModel
    /// '' is unattributed.
    public let dimension: String
    public let credit: Credit
  }

  /// Every model's dimensions with what is unattributed; for each model they add up to all conversions.
  public var shares: [Share] {
    parts.flatMap { part in
      AttributionModel.allCases.flatMap { model in
        func share(_ dimension: String, _ credit: Credit) -> Share {
          Share(
            kind: part.kind, grain: part.grain, model: model, dimension: dimension, credit: credit)
        }
        return part.rows.compactMap { row in
          row.credits[model].map { share(row.dimension, $0) }
        } + [share("", part.unattributed)]
      }
    }
  }

  public static let results = ResultTable<Share>(
    "attribution_result", grain: "kind, grain, model and dimension",
    [
      .text("kind", isKey: true, "of the conversions: order, call or invoice, never added up") {
        $0.kind.rawValue
      },
      .text("grain", isKey: true, "channel, campaign or keyword") { $0.grain.rawValue },
      .text("model", isKey: true, "of attribution") { $0.model.rawValue },
      .text(
        "dimension", isKey: true,
        "the channel, campaign_key, keyword:... or channel:... ; '' is unattributed"
      ) { $0.dimension },
      .estimate("conversions", unit: .count, "of 28 days to the as-of day") {
        $0.credit.conversions
      },
      .money("value", "for each model the dimensions add up to the conversions' value") {
        $0.credit.value
      },
      .money("margin", "as value") { $0.credit.margin },
    ])
}
