import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct ChannelComparisonTests {
  private static func credit(_ orders: Double) -> Credit {
    Credit(conversions: Estimate(orders), value: Int64(orders * 1000), margin: 0)
  }

  private static let report = ChannelReport(
    window: DayRange(last: Day(number: 20_771), count: 28),
    rows: [
      ChannelReport.Row(
        channel: .paidSearch, sessions: 90, spend: 600_00,
        credits: [.first: credit(20), .lastNonDirect: credit(60), .linear: credit(40)]),
      ChannelReport.Row(
        channel: .call, sessions: 0, spend: 0,
        credits: [.first: credit(10), .lastNonDirect: credit(10), .linear: credit(10)]),
      ChannelReport.Row(channel: .email, sessions: 5, spend: 0, credits: [:]),
    ], unattributed: credit(3), total: credit(53))

  /// Half of 60 - 20 over their middle of 40; 600.00 over 40 orders.
  @Test func `a channel has its orders by every model, its visits and what an order costs`() {
    let paid = Self.report.credits(nil)[0]
    #expect(paid.channel == .paidSearch && paid.sessions == 90 && paid.spend == 600_00)
    #expect(paid.apart == 0.5)
    #expect(paid.spendPerOrder == 15_00)
  }

  @Test func `calls have no visits, free channels no spend, channels without orders no distance`() {
    let credits = Self.report.credits(nil)
    #expect(credits[1].sessions == nil && credits[1].spend == nil && credits[1].apart == 0)
    #expect(credits[2].sessions == 5 && credits[2].spend == nil && credits[2].apart == nil)
  }

  @Test func `what no touchpoint explains stands last, the same by every model`() throws {
    let last = try #require(Self.report.credits(nil).last)
    #expect(last.channel == nil && last.apart == nil)
    #expect(AttributionModel.allCases.allSatisfy { last.credits[$0] == Self.credit(3) })
  }

  /// Paid search moves 40 orders, calls none; 3 of 53 orders have no known way.
  @Test func `only what moves is drawn as a move, and few unknown ways hide nothing`() {
    let contrast = ChannelContrast(Self.report)
    #expect(contrast.movers.map(\.channel) == [.paidSearch])
    #expect(!contrast.isMuchUnknown)
  }

  @Test(arguments: [(29.0, false), (30.0, true)])
  func `three unknown ways of ten make every share too low`(unknown: Double, isMuch: Bool) {
    let report = ChannelReport(
      window: Self.report.window, rows: [], unattributed: Self.credit(unknown),
      total: Self.credit(100))
    #expect(ChannelContrast(report).isMuchUnknown == isMuch)
  }

  /// 60 - 20 moves before 10 - 10; 40 of 53 orders are paid, 10 come by calls.
  @Test func `moves stand by their size, and origins add up to all orders`() {
    let contrast = ChannelContrast(Self.report)
    #expect(contrast.moves.map(\.channel) == [.paidSearch, .call])
    let orders: [Double] = [40, 0, 10, 3]
    #expect(contrast.origins.map(\.orders) == orders)
    #expect(contrast.origins.map(\.share) == orders.map { $0 / 53 })
  }
}
