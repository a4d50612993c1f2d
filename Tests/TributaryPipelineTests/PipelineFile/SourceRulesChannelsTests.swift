import Testing
import TributaryAnalysis
import TributaryModel

@testable import TributaryPipeline

@Suite struct SourceRulesChannelsTests {
  private func rules(_ channels: String) throws -> SourceRules {
    let text = "{sources: [{kind: 'orders', paths: ['a']}], channels: \(channels)}"
    return SourceRules(
      try PipelineFile.parse(Array(text.utf8), path: "/a/shop/pipeline.json5").channels)
  }

  @Test func `without channels the rules are the standard ones`() throws {
    #expect(try rules("{}") == SourceRules())
  }

  @Test func `every key of channels reaches the rules`() throws {
    let rules = try rules(
      """
      {own_domains: ['Shop.example'], payment_gateways: ['pay.example'], sign_in_domains: ['id.example'],
       campaign_id_parameters: ['cid'], packed_campaign_keys: ['k'],
       rules: [{channel: 'email', source: 's*', medium: 'm', campaign: 'c', referrer: 'r',
         landing: '/l'}]}
      """)
    #expect(rules.ownHosts == ["shop.example"])
    #expect(rules.gateways == SourceRules.standardGateways + ["pay.example"])
    #expect(rules.signIns == SourceRules.standardSignIns + ["id.example"])
    #expect(rules.campaignIDParameters == ["cid"])
    #expect(rules.packedCampaignKeys == ["k"])
    #expect(
      rules.channelRules == [
        ChannelRule(
          source: "s*", medium: "m", campaign: "c", referrer: "r", landing: "/l", channel: .email)
      ])
  }
}
