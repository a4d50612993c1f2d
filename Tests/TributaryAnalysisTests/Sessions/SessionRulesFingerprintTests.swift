import Testing
import TributaryModel

@testable import TributaryAnalysis

struct SessionRulesFingerprintTests {
  static let changes: [@Sendable (inout SessionRules) -> Void] = [
    { $0.gapSeconds = 60 }, { $0.maxPagesPerMinute = 61 }, { $0.botAgents = ["x"] },
    { $0.humanAgents = ["x"] }, { $0.orderIDParameters = ["order"] },
    { $0.funnel = FunnelPaths(cart: ["/basket"]) },
    { $0.sources.ownHosts = ["shop.example"] }, { $0.sources.gateways = [] },
    { $0.sources.campaignIDParameters = ["utm_id"] }, { $0.sources.packedCampaignKeys = ["c"] },
    { $0.sources.channelRules = [ChannelRule(source: "vk", channel: .display)] },
    { $0.sources.channelRules = [ChannelRule(medium: "vk", channel: .display)] },
    { $0.sources.channelRules = [ChannelRule(source: "vk", channel: .email)] },
  ]

  @Test func `each rule that changes gives another fingerprint`() {
    var seen = [SessionRules().fingerprint]
    for change in Self.changes {
      var rules = SessionRules()
      change(&rules)
      seen.append(rules.fingerprint)
    }
    #expect(Set(seen).count == seen.count)
    #expect(SessionRules().fingerprint == seen[0])
  }

  @Test func `the order of own hosts says nothing, that of channel rules does`() {
    func rules(_ hosts: [String], _ sources: [String]) -> String {
      SessionRules(
        sources: SourceRules(
          ownHosts: hosts,
          channelRules: sources.map { ChannelRule(source: $0, channel: .display) })
      ).fingerprint
    }
    #expect(rules(["a.example", "b.example"], []) == rules(["b.example", "a.example"], []))
    #expect(rules([], ["a", "b"]) != rules([], ["b", "a"]))
  }
}
