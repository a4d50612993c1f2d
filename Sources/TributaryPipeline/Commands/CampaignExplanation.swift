import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// How a campaign's grade came about, down to the lines of the files.
public struct CampaignExplanation: Sendable {
  /// The days that spend and visits both cover.
  public let days: DayRange
  public let rating: CampaignRating
  /// Of the nights before, in their order.
  public let letters: [CampaignLetter]
  /// Nil where the campaign's return is not known.
  public let cuts: CampaignCuts?
  public let spend: [SpendLines]
  /// The largest part first.
  public let sales: [Sale]

  /// The rows of one file that told what it cost.
  public struct SpendLines: Sendable {
    public let first: SourcePlace
    public let last: Int
    public let rows: Int
    /// Minor units of `currency`, which is '' for the shop's.
    public let cost: Int64
    public let currency: String
  }

  /// A sale in which it had a part.
  public struct Sale: Sendable {
    public let kind: Conversion.Kind
    public let member: String
    public let day: Day
    /// Minor units.
    public let value: Int64
    /// 0...1 of the sale, by equal shares of the campaigns on its path.
    public let credit: Double
    public let place: SourcePlace
  }
}

extension ReadOnlyWarehouse {
  /// What is known of one campaign as of the last finished run.
  ///
  /// - Parameters:
  ///   - name: its key, or its name where one campaign alone bears it; case does not matter.
  ///   - cut: a part of its spend that is to be taken away.
  /// Errors: `noInput` where nothing was run; `usage` where no campaign, or several, are so called.
  func explain(campaign name: String, cut: Double?) throws(RunError) -> CampaignExplanation {
    let report = try reading { context throws(WarehouseError) in
      try context.campaigns(
        try context.campaignCoverage(), try PathReading(context, pipeline), pipeline,
        askedCut: cut)
    }
    let rating = try ReadOnlyWarehouse.campaign(name, in: report)
    let days = report.covered ?? report.window
    let key = rating.facts.key
    return try reading { context throws(WarehouseError) in
      CampaignExplanation(
        days: days, rating: rating, letters: report.letters.filter { $0.key == key },
        cuts: report.cuts.first { $0.rating.facts.key == key },
        spend: try spendLines(key, days, context), sales: try sales(key, days, context))
    }
  }

  private static func campaign(
    _ name: String, in report: CampaignReport
  ) throws(RunError) -> CampaignRating {
    if let rating = report.ratings.first(where: { $0.facts.key == name }) { return rating }
    let wanted = name.lowercased()
    let named = report.ratings.filter { $0.facts.name.lowercased() == wanted }
    if named.count == 1 { return named[0] }
    let known = report.ratings.map(\.facts.name)
    guard named.isEmpty else {
      let keys = named.map(\.facts.key).joined(separator: ", ")
      throw RunError(.usage, "campaign: expected the key of one, found '\(name)' of \(keys)")
    }
    throw RunError(
      .usage,
      "campaign: expected one that was seen in \(report.window.first) to \(report.window.last), "
        + "found '\(name)'" + Spelling.question(name, among: known))
  }

  private func spendLines(
    _ key: String, _ days: DayRange, _ context: AnswerContext
  ) throws(WarehouseError) -> [CampaignExplanation.SpendLines] {
    try context.rows(.campaignSpendLines, days, key).map { row throws(WarehouseError) in
      CampaignExplanation.SpendLines(
        first: SourcePlace(
          path: try row.text("path"), line: try row.int("first_line"), in: pipeline),
        last: try row.int("last_line"), rows: try row.int("told"), cost: try row.int64("cost"),
        currency: try row.text("currency"))
    }
  }

  private func sales(
    _ key: String, _ days: DayRange, _ context: AnswerContext
  ) throws(WarehouseError) -> [CampaignExplanation.Sale] {
    try context.rows(.campaignSales, days, key).map { row throws(WarehouseError) in
      CampaignExplanation.Sale(
        kind: Conversion.Kind(rawValue: try row.text("kind")) ?? .order,
        member: try row.text("member"), day: try row.day("day") ?? days.last,
        value: try row.int64("value"), credit: try row.double("credit"),
        place: SourcePlace(path: try row.text("path"), line: try row.int("line"), in: pipeline))
    }
  }
}
