import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct AdAccountTests {
  private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private static func entry(
    _ month: String, spent: Int64, paid: Int64, lastSpend: String? = nil, lastPaid: String? = nil
  ) throws -> AdAccount.Entry {
    AdAccount.Entry(
      source: "yandex", currency: "RUB", month: try day(month + "-01"), spent: spent, paid: paid,
      lastSpend: try lastSpend.map(day), lastPaid: try lastPaid.map(day))
  }

  @Test func `months run without a gap, and the balance runs on`() throws {
    let accounts = AdAccount.balancing(
      [
        try Self.entry("2026-08", spent: 0, paid: 500, lastPaid: "2026-08-30"),
        try Self.entry("2026-11", spent: 300, paid: 100, lastSpend: "2026-11-10"),
      ], platforms: AdPlatforms(), asOf: try Self.day("2026-11-14"))
    let months = try #require(accounts.first).months
    #expect(
      months.map(\.first.description) == [
        "2026-08-01", "2026-09-01", "2026-10-01", "2026-11-01",
      ])
    #expect(months.map(\.balance) == [500, 500, 500, 300])
    #expect(accounts.first?.verdict == .fine)
  }

  /// October and November spend 100 and 40; one month on credit is the larger of them.
  @Test(arguments: [(Int64(40), AdAccount.Verdict.fine), (39, .overspent)])
  func `a month on credit is usual, more is not`(
    paid: Int64, verdict: AdAccount.Verdict
  ) throws {
    let accounts = AdAccount.balancing(
      [
        try Self.entry(
          "2026-10", spent: 100, paid: paid, lastSpend: "2026-10-31", lastPaid: "2026-10-02"),
        try Self.entry("2026-11", spent: 40, paid: 0, lastSpend: "2026-11-14"),
      ], platforms: AdPlatforms(), asOf: try Self.day("2026-11-14"))
    #expect(accounts.map(\.verdict) == [verdict])
  }

  /// 61 days before 14 November is 14 September.
  @Test(arguments: [("2026-09-14", AdAccount.Verdict.idle), ("2026-09-15", .fine)])
  func `money that lies for two months is idle`(
    last: String, verdict: AdAccount.Verdict
  ) throws {
    let accounts = AdAccount.balancing(
      [
        try Self.entry("2026-09", spent: 10, paid: 50, lastSpend: last, lastPaid: "2026-09-01")
      ], platforms: AdPlatforms(), asOf: try Self.day("2026-11-14"))
    #expect(accounts.map(\.verdict) == [verdict])
  }

  @Test func `spend alone, or payments alone, make no account`() throws {
    let asOf = try Self.day("2026-11-14")
    let spend = try Self.entry("2026-11", spent: 10, paid: 0, lastSpend: "2026-11-10")
    let paid = try Self.entry("2026-11", spent: 0, paid: 10, lastPaid: "2026-11-10")
    #expect(AdAccount.balancing([spend], platforms: AdPlatforms(), asOf: asOf).isEmpty)
    #expect(AdAccount.balancing([paid], platforms: AdPlatforms(), asOf: asOf).isEmpty)
  }
}
