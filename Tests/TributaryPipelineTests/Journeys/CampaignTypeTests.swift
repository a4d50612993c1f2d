import Testing
import TributaryAnalysis
import TributaryModel

@testable import TributaryPipeline

@Suite struct CampaignTypeTests {
  @Test(arguments: [
    ("maskarad_brand_poisk", Channel.paidSearch, CampaignType.brand),
    ("Бренд, поиск", .paidSearch, .brand),
    ("rsya_obrazy", .paidSearch, .upper),
    ("Костюмы РСЯ", .paidSearch, .upper),
    ("vk_video", .paidSocial, .upper),
    ("wide", .display, .upper),
    ("detskie_kostyumy", .paidSearch, .generic),
  ])
  func `a campaign's kind follows from its name, else from its channel`(
    name: String, channel: Channel, expected: CampaignType
  ) {
    #expect(CampaignType(named: name, channel: channel) == expected)
  }
}
