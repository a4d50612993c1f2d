import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// What led to an order, a call or a paid invoice, and what each model makes of it.
public struct ConversionExplanation: Sendable {
  public let kind: Conversion.Kind
  public let member: String
  public let at: Instant
  public let day: Day
  /// Minor units.
  public let value: Int64
  /// Minor units.
  public let margin: Int64
  /// Whether it was not lost later.
  public let isCounted: Bool
  /// Whether it is a sale of its own, by which campaigns are rated.
  public let isSale: Bool
  public let place: SourcePlace
  /// In order of time; none where nothing explains it.
  public let contacts: [Contact]

  /// One contact on the way, with the way that it came.
  public struct Contact: Sendable {
    public let at: Instant
    public let kind: Touchpoint.Kind
    public let channel: String
    /// '' outside campaigns.
    public let campaignKey: String
    /// '' for none.
    public let keyword: String
    /// The page that a visit began on; '' for calls and letters.
    public let page: String
    /// Of this way of a call; 1 for visits and letters.
    public let probability: Double
    public let place: SourcePlace
    /// 0...1, by model.
    public fileprivate(set) var credits: [AttributionModel: Double]
  }
}

extension ReadOnlyWarehouse {
  /// What led to a conversion, as of the last finished run.
  ///
  /// Errors: `noInput` where nothing was run; `usage` where there is no such conversion.
  func explain(
    _ kind: Conversion.Kind, _ member: String
  ) throws(RunError) -> ConversionExplanation {
    let found = try reading { context throws(WarehouseError) -> ConversionExplanation? in
      if let found = try conversion(kind, member, context) { return found }
      // A number is asked for as it stands on paper: `#1001`.
      return kind == .order ? try conversion(kind, OrderNumber.joined(member), context) : nil
    }
    guard let found else {
      throw RunError(
        .usage,
        "\(kind.rawValue): expected one that converted, found '\(member)'; "
          + "a call counts where conversions say so, an invoice when it is paid")
    }
    return found
  }

  private func conversion(
    _ kind: Conversion.Kind, _ member: String, _ context: AnswerContext
  ) throws(WarehouseError) -> ConversionExplanation? {
    let table = kind == .order ? "orders" : kind.rawValue
    let found = try context.warehouse.rows(
      """
      select conversion.*, coalesce(file.path, '') as path, coalesce(told.line, 0) as line
      from conversion
      left join \(table) as told on told.\(kind.rawValue)_id = conversion.member
      left join source_file as file using (source_file_id)
      where conversion.kind = ? and conversion.member = ?
      """, [.text(kind.rawValue), .text(member)])
    guard let row = found.first, let day = try row.day("day") else { return nil }
    return ConversionExplanation(
      kind: kind, member: member, at: try row.instant("at"), day: day,
      value: try row.int64("value"), margin: try row.int64("margin"),
      isCounted: try row.int64("is_counted") != 0, isSale: try row.int64("is_sale") != 0,
      place: SourcePlace(path: try row.text("path"), line: try row.int("line"), in: pipeline),
      contacts: try contacts(kind, member, context))
  }

  private func contacts(
    _ kind: Conversion.Kind, _ member: String, _ context: AnswerContext
  ) throws(WarehouseError) -> [ConversionExplanation.Contact] {
    var paths: [Int64: String] = [:]
    for row in try context.warehouse.rows("select source_file_id, path from source_file") {
      paths[try row.int64("source_file_id")] = try row.text("path")
    }
    var contacts: [ConversionExplanation.Contact] = []
    var last: Int64?
    let rows = try context.warehouse.rows(
      NamedSQL.conversionPath, [.text(kind.rawValue), .text(member)])
    for row in rows {
      guard let touchpoint = try row.optionalInt64("touchpoint_id") else { continue }
      if touchpoint != last {
        let file = try row.optionalInt64("source_file_id").flatMap { paths[$0] }
        contacts.append(
          ConversionExplanation.Contact(
            at: try row.instant("at"),
            kind: Touchpoint.Kind(rawValue: try row.text("contact")) ?? .session,
            channel: try row.text("channel"), campaignKey: try row.text("campaign_key"),
            keyword: try row.text("keyword"), page: try row.text("page"),
            probability: try row.double("probability"),
            place: SourcePlace(
              path: file ?? "", line: Int(try row.optionalInt64("line") ?? 0), in: pipeline),
            credits: [:]))
        last = touchpoint
      }
      guard let model = AttributionModel(rawValue: try row.text("model")) else { continue }
      contacts[contacts.count - 1].credits[model, default: 0] += try row.double("credit")
    }
    return contacts
  }
}
