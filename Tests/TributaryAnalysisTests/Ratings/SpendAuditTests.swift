import Testing
import TributaryModel

@testable import TributaryAnalysis

struct SpendAuditTests {
  private func campaign(
    _ key: String, spend: Int64 = 0, clicks: Int = 0, sessions: Int = 0,
    channel: Channel = .paidSearch, isMacro: Bool = false
  ) -> SpendAudit.Campaign {
    SpendAudit.Campaign(
      key: key, name: key, source: "yandex", medium: "cpc", channel: channel, spend: spend,
      clicks: clicks, sessions: sessions, isMacro: isMacro)
  }

  private func found(_ campaign: SpendAudit.Campaign) -> [String] {
    SpendAudit([campaign]).rows.map { "\($0.finding.rawValue) \($0.atRisk)" }
  }

  @Test func `spend that no visit carries is all at risk`() {
    #expect(found(campaign("a", spend: 1_000, clicks: 5)) == ["spend-alone 1000"])
  }

  /// 200 clicks for 1,000.00, 50 visits: three quarters were not seen.
  @Test func `of clicks that are mostly not seen the unseen part is at risk`() {
    #expect(
      found(campaign("a", spend: 100_000, clicks: 200, sessions: 50)) == ["few-sessions 75000"])
    #expect(found(campaign("a", spend: 100_000, clicks: 200, sessions: 100)).isEmpty)
    // Nineteen clicks are too few to tell.
    #expect(found(campaign("a", spend: 100_000, clicks: 19, sessions: 1)).isEmpty)
  }

  @Test func `visits of a paid channel without spend are told, others are not`() {
    #expect(found(campaign("a", sessions: 3)) == ["sessions-alone 0"])
    #expect(found(campaign("a", sessions: 3, channel: .email)).isEmpty)
    #expect(found(campaign("", sessions: 3, isMacro: true)) == ["macro-not-replaced 0"])
  }

  @Test func `most money at risk comes first`() {
    let audit = SpendAudit([
      campaign("small", spend: 10), campaign("visits", sessions: 9), campaign("large", spend: 99),
      campaign("more", sessions: 10), campaign("fine", spend: 5, clicks: 30, sessions: 30),
    ])
    #expect(audit.rows.map(\.campaign.key) == ["large", "small", "more", "visits"])
    #expect(audit.atRisk == 109)
    #expect(audit.spend == 114)
  }
}
