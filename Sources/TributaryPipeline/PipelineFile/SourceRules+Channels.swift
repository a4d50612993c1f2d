import TributaryAnalysis

extension SourceRules {
  /// The rules that the pipeline file sets, the well-known payment gateways among them.
  init(_ channels: PipelineValues<ChannelsObject>) {
    self.init(
      ownHosts: channels.ownDomains,
      gateways: SourceRules.standardGateways + channels.paymentGateways,
      channelRules: channels.rules.map { rule in
        ChannelRule(
          source: rule.source, medium: rule.medium, campaign: rule.campaign,
          referrer: rule.referrer, landing: rule.landing, channel: rule.channel)
      },
      campaignIDParameters: channels.campaignIDParameters,
      packedCampaignKeys: channels.packedCampaignKeys)
  }
}
