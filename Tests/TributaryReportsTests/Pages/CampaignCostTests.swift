import Testing
import TributaryAnalysis
import TributaryModel

@testable import TributaryReports

@Suite struct CampaignCostTests {
  private func page(knowsCosts: Bool, _ language: RunReport.Language) throws -> String {
    let shop = CarnivalShop(language).report
    let known = shop.campaigns
    let campaigns = CampaignReport(
      window: known.window, covered: known.covered, ratings: known.ratings,
      knowsCosts: knowsCosts)
    let report = RunReport(
      shop: shop.shop, asOf: shop.asOf, sources: shop.sources, indicators: shop.indicators,
      campaigns: campaigns, channels: shop.channels, funnels: shop.funnels, season: shop.season,
      geodomains: shop.geodomains, orders: shop.orders, tops: shop.tops)
    let file = ReportPages(report: report).files().first { $0.name == "campaigns.html" }
    return String(decoding: try #require(file).bytes, as: UTF8.self)
  }

  @Test func `a shop that does not say what goods cost is told that its grades are too kind`()
    throws
  {
    #expect(try page(knowsCosts: false, .english).contains("every grade is too kind"))
    #expect(try page(knowsCosts: false, .russian).contains("все оценки завышены"))
    #expect(try !page(knowsCosts: true, .english).contains("every grade is too kind"))
  }
}
