import TributaryModel

/// One channel or keyword by every model side by side, of one kind of conversion.
public struct AttributionComparison: Sendable, Hashable {
  public let kind: Conversion.Kind
  /// A channel or the text of a keyword; '' is unattributed.
  public let name: String
  public let credits: [AttributionModel: Credit]

  public var isUnattributed: Bool { name.isEmpty }

  /// Half the distance between the highest and the lowest model over the middle of them; nil without
  /// conversions and for unattributed ones, on which all models agree.
  public var apart: Double? {
    let values = credits.values.map(\.conversions.value)
    guard !isUnattributed, let least = values.min(), let most = values.max(), most > 0 else {
      return nil
    }
    return (most - least) / (most + least)
  }

  public static let channelResults = results(
    "channel_attribution", .text("channel", isKey: true, "'' is unattributed") { $0.name })

  public static let keywordResults = results(
    "keyword_attribution", lifetime: .latest,
    .text("keyword", isKey: true, "of an advertisement, as the platform tells it") { $0.name })

  /// A column for each model, its range, value and margin.
  private static func results(
    _ table: String, lifetime: ResultShape.Lifetime = .everyDay,
    _ name: ResultField<AttributionComparison>
  ) -> ResultTable<AttributionComparison> {
    let models = AttributionModel.allCases
    let kind = ResultField<AttributionComparison>.text(
      "kind", isKey: true, "of the conversions: order, call or invoice, never added up"
    ) { $0.kind.rawValue }
    let conversions = models.map { model in
      ResultField<AttributionComparison>.number(
        "\(model.columnName)_conversions", unit: .count, "that model \(model.rawValue) credits"
      ) { $0.credits[model]?.conversions.value }
    }
    let apart = ResultField<AttributionComparison>.share(
      "models_apart", "half the distance of the models over the middle of them"
    ) { $0.apart }
    return ResultTable(
      table, grain: "kind of conversion and \(name.columns[0].name)", lifetime: lifetime,
      [name, kind] + conversions + [apart] + models.flatMap(details))
  }

  private static func details(_ model: AttributionModel) -> [ResultField<AttributionComparison>] {
    let (column, name) = (model.columnName, model.rawValue)
    return [
      .number("\(column)_lower", unit: .count, "lower end of the 90% range of chance, \(name)") {
        $0.credits[model]?.conversions.interval?.lower
      },
      .number("\(column)_upper", unit: .count, "upper end of the 90% range of chance, \(name)") {
        $0.credits[model]?.conversions.interval?.upper
      },
      .money("\(column)_value", "value that model \(name) credits") { $0.credits[model]?.value },
      .money("\(column)_margin", "margin that model \(name) credits") {
        $0.credits[model]?.margin
      },
    ]
  }
}

extension AttributionReport {
  /// Channels of all kinds of conversions; of each kind those that nothing explains last.
  public var channels: [AttributionComparison] {
    parts.filter { $0.grain == .channel }.flatMap { part in
      part.rows.map {
        AttributionComparison(kind: part.kind, name: $0.dimension, credits: $0.credits)
      } + [
        AttributionComparison(
          kind: part.kind, name: "",
          credits: Dictionary(
            uniqueKeysWithValues: AttributionModel.allCases.map { ($0, part.unattributed) }))
      ]
    }
  }

  /// Keywords of all kinds of conversions, without what their channels keep.
  public var keywords: [AttributionComparison] {
    parts.flatMap { part in
      part.keywords.map { row in
        AttributionComparison(
          kind: part.kind, name: String(row.dimension.dropFirst("keyword:".count)),
          credits: row.credits)
      }
    }
  }
}

extension AttributionReport.Part {
  /// The row with most conversions; nil where half of all are unattributed. That a call is a call
  /// says nothing of what brought it.
  public var leader: AttributionReport.Row? {
    let brought = rows.first { kind != .call || $0.dimension != Channel.call.rawValue }
    let unknown = unattributed.conversions.value.rounded()
    return unknown * 2 < total.conversions.value.rounded() ? brought : nil
  }

  /// Rows that are keywords, without what the channels keep.
  public var keywords: [AttributionReport.Row] {
    grain == .keyword ? rows.filter { $0.dimension.hasPrefix("keyword:") } : []
  }
}
