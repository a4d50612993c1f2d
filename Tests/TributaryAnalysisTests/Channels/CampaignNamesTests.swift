import Testing
import TributaryModel

@testable import TributaryAnalysis

struct CampaignNamesTests {
  /// Of spend on those tags: source, medium, campaign, number.
  private func names(
    _ paid: [(String, String, String, String)], rules: [ChannelRule] = []
  ) -> CampaignNames {
    CampaignNames(
      CampaignDirectory(
        paid.map {
          SpendTag(source: $0.0, medium: $0.1, campaign: $0.2, campaignID: $0.3)
        }), classifier: SourceClassifier(rules: SourceRules(channelRules: rules)))
  }

  @Test(arguments: [
    ("vk", "social", "spring", Channel.paidSocial),
    ("facebook", "", "spring", .paidSocial),
    ("youtube", "video", "spring", .paidVideo),
    ("google", "", "", .paidSearch),
    ("google", "organic", "spring_shopping", .paidShopping),
    ("blog.example", "referral", "spring", .paidOther),
    ("flyer", "paper", "", .paidOther),
    ("vk", "cpc", "spring", .paidSocial),
    ("network", "banner", "", .display),
    ("newsletter", "email", "spring", .email),
  ])
  func `the channel of spend is a paid one, or one that holds both`(
    source: String, medium: String, campaign: String, expected: Channel
  ) {
    let names = names([(source, medium, campaign, "")])
    let found = names.advertisement(
      source: source, medium: medium, campaign: campaign, campaignID: "")
    #expect(found.channel == expected)
  }

  @Test(
    arguments: [
      // As the spend has it, in other letters and under another name of the platform.
      ("vk", "social", "spring", nil, Channel.paidSocial),
      ("VKontakte", "Social", "Spring", nil, .paidSocial),
      ("vk", "social", nil, "77", .paidSocial),
      // Another post, another medium, another network.
      ("vk", "social", "our_news", nil, .organicSocial),
      ("vk", "social", nil, nil, .organicSocial),
      ("vk", "referral", "spring", nil, .organicSocial),
      ("ok", "social", "spring", nil, .organicSocial),
      ("newsletter", "email", "spring", nil, .email),
      ("google", "organic", nil, nil, .organicSearch),
      ("(direct)", "(none)", nil, nil, .direct),
    ] as [(String, String, String?, String?, Channel)])
  func `a visit is paid when its tags are those of spend`(
    source: String, medium: String, campaign: String?, number: String?, expected: Channel
  ) {
    let names = names([
      ("vk", "social", "spring", ""), ("vk", "social", "summer", "77"),
      ("google", "organic", "", ""),
    ])
    let traffic = TrafficSource(
      source: source, medium: medium, campaign: campaign, campaignID: number)
    #expect(names.channel(of: traffic, referrerHost: nil, landingPath: "/") == expected)
  }

  @Test func `spend without a campaign or a medium claims visits without one, or of any`() {
    let names = names([("vk", "social", "", ""), ("facebook", "", "spring", "")])
    func channel(_ source: String, _ medium: String, _ campaign: String?) -> Channel {
      names.channel(
        of: TrafficSource(source: source, medium: medium, campaign: campaign), referrerHost: nil,
        landingPath: "/")
    }
    #expect(channel("vk", "social", nil) == .paidSocial)
    #expect(channel("vk", "social", "our_news") == .organicSocial)
    #expect(channel("instagram", "post", "spring") == .paidSocial)
    #expect(channel("instagram", "post", nil) == .organicSocial)
  }

  @Test func `spend of a source alone claims its visits without a campaign`() {
    let names = names([("vk", "", "", ""), ("blogger", "", "", ""), ("vk", "cpm", "", "")])
    func key(_ source: String, _ medium: String, _ campaign: String? = nil) -> String? {
      names.keys(source: source, medium: medium, campaign: campaign, campaignID: nil)
        .spans.first?.key
    }
    func spendKey(_ source: String, _ medium: String) -> String? {
      names.advertisement(source: source, medium: medium, campaign: "", campaignID: "")
        .keys.spans.first?.key
    }
    #expect(spendKey("vk", "") == "tag:vk/")
    #expect(spendKey("blogger", "") == "tag:blogger/")
    #expect(spendKey("vk", "cpm") == "tag:vk/cpm")
    for medium in ["cpc", "social", "(not set)", "post"] {
      #expect(key("vkontakte", medium) == "tag:vk/", "\(medium)")
      #expect(key("blogger", medium) == "tag:blogger/", "\(medium)")
    }
    #expect(key("vk", "cpm") == "tag:vk/cpm")
    for medium in ["email", "referral", "organic", "newsletter", "(none)"] {
      #expect(key("vk", medium) == nil, "\(medium)")
    }
    #expect(key("ok", "social") == nil)
    #expect(key("vk", "cpc", "may") == "name:vk/may")
  }

  @Test func `a rule of the shop goes before its spend`() {
    let rule = ChannelRule(source: "blog*", channel: .affiliates)
    let names = names([("blog.example", "referral", "spring", "")], rules: [rule])
    #expect(
      names.advertisement(
        source: "blog.example", medium: "referral", campaign: "spring", campaignID: ""
      ).channel == .affiliates)
    let own = ChannelRule(source: "vk", channel: .organicSocial)
    let posts = self.names([("vk", "social", "spring", "")], rules: [own])
    #expect(posts.channel(source: "vk", medium: "social", campaign: "spring") == .organicSocial)
  }
}
