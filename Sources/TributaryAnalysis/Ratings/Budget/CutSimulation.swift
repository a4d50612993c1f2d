import TributaryModel

/// What is expected to be lost and saved by taking a part of a campaign's spend away, over as many days
/// as the ratings are of.
public struct CutSimulation: Sendable, Hashable {
  /// The part of the spend that is taken away; above 0, up to 1.
  public let share: Double
  /// Minor units.
  public let saved: Int64
  /// Change of the sales that it brings: 0 or below.
  public let sales: Estimate
  /// Change of the margin that it brings, minor units: 0 or below.
  public let margin: Estimate
  /// What is saved less the margin that is lost, minor units.
  public let profit: Estimate
  /// The probability that the cut pays.
  public let chance: Double
}

/// What cuts of one campaign would lose.
public struct CampaignCuts: Sendable, Hashable {
  public let rating: CampaignRating
  /// In which ways it had a part in the sales.
  public let ways: CampaignWays
  public let half: CutSimulation
  public let stop: CutSimulation
  /// Of another part of the spend, where one was asked for.
  public let asked: CutSimulation?
}

extension BudgetPlanning.Campaign {
  func cuts(_ ways: CampaignWays, asked: Double?) -> CampaignCuts {
    CampaignCuts(
      rating: rating, ways: ways, half: cut(by: 0.5), stop: cut(by: 1),
      asked: asked.map { cut(by: $0) })
  }

  private func cut(by share: Double) -> CutSimulation {
    let saved = Int64((Double(rating.facts.spend) * share).rounded())
    let changes = change(at: 1 - share)
    let unit = evidence.marginPerConversion ?? 0
    let profit = changes.map { $0 * unit + Double(saved) }
    let sales = BudgetPlanning.estimate(changes)
    return CutSimulation(
      share: share, saved: saved, sales: sales, margin: sales.scaled(by: unit),
      profit: BudgetPlanning.estimate(profit),
      chance: Double(profit.count { $0 > 0 }) / Double(profit.count))
  }
}

extension CampaignCuts {
  public static let results = ResultTable<CampaignCuts>(
    "cut_simulation", grain: "campaign with spend that visits are recognised of",
    [
      .text("campaign_key", isKey: true, "the campaign, as in table campaign") {
        $0.rating.facts.key
      },
      .text("campaign", "its name") { $0.rating.facts.name },
    ] + columns("half", "when half of its spend is taken away") { $0.half }
      + columns("stop", "when it is stopped") { $0.stop } + [
        .count("sales_alone", "sales to which nothing else led but direct visits") {
          $0.ways.sales[.alone] ?? 0
        },
        .count("sales_closed", "sales that it was the last to bring, after others") {
          $0.ways.sales[.closed] ?? 0
        },
        .count("sales_opened", "sales that it was the first to bring, before others") {
          $0.ways.sales[.opened] ?? 0
        },
        .count("sales_assisted", "sales that it had a part in between others") {
          $0.ways.sales[.assisted] ?? 0
        },
        .count("sales_by_call", "sales to which a call that came by it led") { $0.ways.byCall },
      ])

  private static func columns(
    _ name: String, _ when: String,
    _ cut: @escaping @Sendable (CampaignCuts) -> CutSimulation
  ) -> [ResultField<CampaignCuts>] {
    [
      .money("\(name)_saved", "in as many days as the rating is of, \(when)") {
        cut($0).saved
      },
      .estimate("\(name)_sales_change", unit: .count, "of the sales that it brings, \(when)") {
        cut($0).sales
      },
      .estimate(
        "\(name)_profit_change", unit: .money, "what is saved less the margin lost, \(when)"
      ) { cut($0).profit },
      .share("\(name)_chance", "the probability that it pays, \(when)") { cut($0).chance },
    ]
  }
}
