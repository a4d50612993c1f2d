import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct CampaignWaysTests {
  /// A sale by way of these: `direct`, `search` and `call:a` (a call that came by a), else campaigns.
  private static func sale(_ steps: String..., isSale: Bool = true) -> CreditedConversion {
    var sale = CreditedConversion(
      kind: .order, day: Day(number: 100), isSale: isSale, value: 100, margin: 40)
    sale.touchpoints = steps.enumerated().map { place, step in
      let isCall = step.hasPrefix("call:")
      let channel: Channel =
        step == "direct" ? .direct : step == "search" ? .organicSearch : .paidSearch
      let campaign =
        channel == .paidSearch ? (isCall ? String(step.dropFirst(5)) : step) : nil
      return Touchpoint(
        personID: "p", at: Instant(milliseconds: Int64(place)), kind: isCall ? .call : .session,
        member: "m\(place)", channel: channel, campaignKey: campaign)
    }
    return sale
  }

  private func ways(_ sales: [CreditedConversion]) -> [String: CampaignWays] {
    var tally = CampaignWayTally()
    for sale in sales { tally.add(sale) }
    return tally.byCampaign(most: 2)
  }

  @Test func `the hand-worked paths`() throws {
    let found = ways([
      Self.sale("a"), Self.sale("a", "b"), Self.sale("a", "c", "b"), Self.sale("b", "direct"),
    ])
    #expect(found["a"]?.sales == [.alone: 1, .opened: 2])
    #expect(found["b"]?.sales == [.alone: 1, .closed: 2])
    #expect(found["c"]?.sales == [.assisted: 1])
    #expect(found["a"].map { [$0.all, $0.shared, $0.helped] } == [3, 2, 2])
    #expect(Set(found.keys) == ["a", "b", "c"])
  }

  @Test func `what stands in a row is one step, other channels share, and no sale counts nothing`()
  {
    let found = ways([
      Self.sale("a", "a", "direct", "a"), Self.sale("search", "a"), Self.sale("a", "search"),
      Self.sale("b", isSale: false), Self.sale("direct"),
    ])
    #expect(found["a"]?.sales == [.alone: 1, .closed: 1, .opened: 1])
    #expect(found["b"] == nil)
  }

  @Test func `calls that came by it are counted, and the commonest paths stand first`() {
    let found = ways([
      Self.sale("call:a"), Self.sale("a", "call:b"), Self.sale("a"), Self.sale("a"),
      Self.sale("a", "search"), Self.sale("a", "search"), Self.sale("a", "search"),
    ])
    #expect(found["a"]?.byCall == 1)
    #expect(found["b"]?.byCall == 1)
    #expect(found["a"]?.paths.map(\.sales) == [3, 3])
    #expect(found["a"]?.paths.map(\.steps) == [["a"], ["a", "channel:organic-search"]])
    #expect(found["a"]?.paths.map(\.value) == [300, 300])
  }
}
