import TributaryModel

extension Pipeline {
  /// How visits are told apart by where they come from.
  public struct Channels: Sendable, Hashable {
    /// The shop's domains, each with its subdomains.
    public let ownDomains: [String]
    /// Besides the well-known ones.
    public let paymentGateways: [String]
    /// Parameters that hold nothing but a campaign's number, best first.
    public let campaignIDParameters: [String]
    /// Keys of a packed tag that hold a campaign's number.
    public let packedCampaignKeys: [String]
    /// Asked in order before the standard rules.
    public let rules: [Rule]

    /// A channel for the visits that fit every pattern; `*` stands for any text.
    public struct Rule: Sendable, Hashable {
      public let channel: Channel
      public let source: String?
      public let medium: String?
      public let campaign: String?
      /// Of the referrer's host.
      public let referrer: String?
      /// Of the landing page's path.
      public let landing: String?
    }

    init(_ values: PipelineValues) {
      ownDomains = values.texts("channels.own_domains")
      paymentGateways = values.texts("channels.payment_gateways")
      campaignIDParameters = values.texts("channels.campaign_id_parameters")
      packedCampaignKeys = values.texts("channels.packed_campaign_keys")
      rules = values.objects("channels.rules").compactMap(Rule.init)
    }
  }
}

extension Pipeline.Channels.Rule {
  fileprivate init?(_ values: PipelineValues) {
    guard let channel = Channel(rawValue: values.text("channel")) else { return nil }
    self.channel = channel
    source = values.optionalText("source")
    medium = values.optionalText("medium")
    campaign = values.optionalText("campaign")
    referrer = values.optionalText("referrer")
    landing = values.optionalText("landing")
  }
}
