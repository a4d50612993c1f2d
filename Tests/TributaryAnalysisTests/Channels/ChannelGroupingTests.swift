import Testing
import TributaryModel

@testable import TributaryAnalysis

/// Cases read off Google's table "Default channel group".
struct ChannelGroupingTests {
  @Test(arguments: [
    ("(direct)", "(none)", "", Channel.direct),
    ("(direct)", "(not set)", "", .direct),
    ("google", "cpc", "x cross-network", .crossNetwork),
    ("amazon", "cpc", "", .paidShopping),
    ("anything", "ppc", "spring shopping", .paidShopping),
    ("anything", "cpc", "workshop", .paidOther),
    ("anything", "cpc", "shop-moscow", .paidShopping),
    ("anything", "cpc", "eshop", .paidShopping),
    ("google", "retargeting", "", .paidSearch),
    ("facebook", "paid_social", "", .paidSocial),
    ("youtube", "cpv-cpc", "", .paidVideo),
    ("anything", "banner", "", .display),
    ("anything", "cpm", "", .display),
    ("anything", "paid", "", .paidOther),
    ("anything", "referral", "the shop", .organicShopping),
    ("anything", "social media", "", .organicSocial),
    ("anything", "video", "", .organicVideo),
    ("anything", "organic", "", .organicSearch),
    ("anything", "link", "", .referral),
    ("email", "anything", "", .email),
    ("anything", "E-Mail", "", .email),
    ("anything", "affiliate", "", .affiliates),
    ("anything", "audio", "", .audio),
    ("anything", "sms", "", .sms),
    ("anything", "webpush", "", .mobilePush),
    ("firebase", "anything", "", .mobilePush),
    ("anything", "ai-assistant", "", .aiAssistant),
    ("anything", "anything", "", .unassigned),
  ])
  func `the first rule that holds decides`(
    _ source: String, _ medium: String, _ campaign: String, _ channel: Channel
  ) {
    let traffic = TrafficSource(source: source, medium: medium, campaign: campaign)
    #expect(ChannelGrouping.channel(of: traffic) == channel)
  }
}
