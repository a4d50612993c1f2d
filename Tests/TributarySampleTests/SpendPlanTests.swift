import Testing
import TributaryModel

@testable import TributarySample

struct SpendPlanTests {
  private let sample = SmallShop.sample

  @Test func `clicks never exceed impressions and never fall below the visits in the log`() {
    #expect(!sample.spendPlan.rows.isEmpty)
    for row in sample.spendPlan.rows {
      #expect(row.clicks <= row.impressions)
      let position = Campaign.all.firstIndex { $0.id == row.campaign.id }
      let visits = position.flatMap { sample.visitPlan.clicks[$0]?[row.day] } ?? 0
      if sample.settings.logged.contains(row.day) { #expect(row.clicks >= visits) }
    }
  }

  @Test func `queries of a day add up to their campaign's clicks and cost`() {
    var clicks: [String: Int] = [:]
    var cost: [String: Int64] = [:]
    for row in sample.queryPlan.rows {
      clicks["\(row.day) \(row.campaign.id)", default: 0] += row.clicks
      cost["\(row.day) \(row.campaign.id)", default: 0] += row.cost
    }
    for row in sample.spendPlan.rows where row.campaign.hasQueries {
      #expect(clicks["\(row.day) \(row.campaign.id)"] == row.clicks)
      #expect(cost["\(row.day) \(row.campaign.id)"] == row.cost)
    }
  }

  @Test func `queries with barren words never convert`() {
    let barren = sample.queryPlan.rows.filter { $0.query.contains("своими руками") }
    #expect(!barren.isEmpty)
    #expect(barren.allSatisfy { $0.conversions == 0 })
  }
}
