import Testing
import TributaryAnalysis
import TributaryModel

@testable import TributaryReports

@Suite struct CampaignPageTests {
  @Test(arguments: [
    ("id:yandex/70110004", "campaign-yandex-70110004.html"),
    ("id:vk/a1", "campaign-vk-a1.html"),
  ])
  func `a page is named by the platform and the number`(key: String, name: String) {
    #expect(CampaignPage.fileName(key) == name)
  }

  /// Names that strangers chose make no path, and no two share a file.
  @Test func `other keys are named by a hash`() {
    let keys = [
      "name:vk/wigs", "name:vk/wigs ", "id:vk/../x", "id:../x/1", "id:vk/1/2", "id:vk/", "id:/1",
      "name:", "", "tag:vk/", "id:vk/А", "id:VK/1", "id:vk/" + String(repeating: "1", count: 41),
    ]
    let names = keys.map(CampaignPage.fileName)
    #expect(Set(names).count == keys.count)
    for name in names {
      #expect(name.wholeMatch(of: #/campaign-x[0-9a-f]{1,16}\.html/#) != nil, "\(name)")
    }
  }

  @Test func `each campaign with spend has a page, its link, and a title of its own`() throws {
    let files = ReportPages(report: CarnivalShop(.english, spell: CarnivalShop.hostile).report)
      .files()
    let names = Set(files.map(\.name))
    #expect(names.count == files.count)
    let campaigns = CarnivalShop(.english, spell: CarnivalShop.hostile).report.campaigns
    #expect(!campaigns.detailed.isEmpty)
    let list = try #require(files.first { $0.name == "campaigns.html" })
    let html = String(decoding: list.bytes, as: UTF8.self)
    for rating in campaigns.ratings.prefix(Table.shownRows) where rating.facts.spend > 0 {
      #expect(html.contains("href=\"\(CampaignPage.fileName(rating.facts.key))\""))
    }
    for rating in campaigns.detailed {
      let name = CampaignPage.fileName(rating.facts.key)
      #expect(names.contains(name))
    }
  }

  @Test func `fifty with most spend have pages, and beyond those only what is to be changed`() {
    func rating(_ number: Int, _ advice: CampaignAdvice, spend: Int64? = nil) -> CampaignRating {
      CampaignRating(
        facts: CampaignFacts(
          key: "id:x/\(number)", name: "c", source: "", medium: "", type: .generic,
          spend: spend ?? Int64(1000 - number), impressions: 0, clicks: 0, sessions: 0, credits: [:]
        ),
        conversions: nil, costPerConversion: nil, returnOnAdSpend: nil, marginReturn: nil,
        incrementalReturn: nil, grade: nil, advice: advice)
    }
    let window = DayRange(last: Day(number: 20_000), count: 28)
    let ratings =
      (0..<60).map { rating($0, $0 == 55 ? .stop : .keep) } + [rating(99, .mend, spend: 0)]
    let report = CampaignReport(window: window, covered: window, ratings: ratings)
    #expect(report.detailed.map(\.facts.key) == ((0..<50) + [55]).map { "id:x/\($0)" })
  }
}
