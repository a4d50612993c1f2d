import Testing

@testable import TributaryAnalysis

struct CampaignDirectoryTests {
  @Test func `number, name and tag lead to one key`() {
    var directory = CampaignDirectory()
    directory.learn(source: "yandex", campaign: "Brand MSK", campaignID: "11")
    directory.learn(source: "google", campaign: "brand-msk", campaignID: "22")
    directory.learn(source: "vk", campaign: "Promo", campaignID: "33")
    func key(_ source: String, _ name: String?, _ id: String?, paid: Bool = true) -> String? {
      directory.key(source: source, medium: "cpc", campaign: name, campaignID: id, isPaid: paid)
    }
    #expect(key("x", nil, "11") == "id:11")
    #expect(key("yandex", "brand_msk", nil) == "id:11")
    #expect(key("google", "BRAND MSK", "") == "id:22")
    #expect(key("other", "brand msk", nil) == "name:brand msk")
    #expect(key("other", "promo", nil) == "id:33")
    #expect(key("yandex", nil, nil) == "tag:yandex/cpc")
    #expect(key("yandex", "{campaign_id}", nil, paid: false) == nil)
    #expect(key("mamy.example", nil, nil, paid: false) == nil)
  }
}
