import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

/// What the planted shop finds, by hand from its fixtures.
@Suite struct FindingTests {
  private let report = CarnivalShop(.english).report

  private func found(_ code: String) -> [Finding] { report.findings.filter { $0.code == code } }

  @Test func `a campaign to stop tells its loss with the range of its return`() throws {
    let stop = try #require(found("campaign-stop").first)
    let rating = try #require(report.campaigns.ratings.first { $0.facts.key == stop.about })
    #expect(rating.advice == .stop && stop.name == rating.facts.name)
    let ratio = try #require(rating.incrementalReturn)
    let range = try #require(ratio.interval)
    let spend = Double(rating.facts.spend)
    // 100 spent at a return of 0.4 loses 60.
    #expect(stop.stake?.value == spend * (ratio.value - 1))
    #expect(stop.stake?.interval?.lower == spend * (range.lower - 1))
    #expect(stop.stake?.interval?.upper == spend * (range.upper - 1))
    #expect(stop.certainty == 0.8)
    #expect(stop.row.table == "campaign_rating" && stop.row.key == rating.facts.key)
  }

  @Test func `every campaign with advice to act has one finding, in the order of its money`() {
    for advice in [CampaignAdvice.stop, .cut, .raise, .mend] {
      let rated = report.campaigns.ratings.filter { $0.advice == advice }
        .sorted { ($1.facts.spend, $0.facts.key) < ($0.facts.spend, $1.facts.key) }
      #expect(found("campaign-\(advice.rawValue)").map(\.about) == rated.map(\.facts.key))
    }
    #expect(found("campaign-keep").isEmpty && found("campaign-wait").isEmpty)
  }

  @Test func `orders that wait for a week are found with their money and since when`() {
    let waiting = report.orders.statuses.waiting
    #expect(
      Set(found("orders-wait").map(\.about))
        == Set(waiting.filter { $0.oldestDays >= 7 }.map(\.status)))
    for finding in found("orders-wait") {
      let each = waiting.first { $0.status == finding.about }
      #expect(finding.stake?.value == each.map { Double($0.money) })
      #expect(finding.since == each.map { report.asOf.adding(-$0.oldestDays) })
      #expect(finding.certainty == nil)
    }
  }

  @Test func `figures, sources, cities and openings are found by their verdicts`() {
    let figures = report.indicators.filter { $0.value != nil }
    #expect(
      found("indicator-below").map(\.about)
        == figures.filter { $0.verdict == .below }.map(\.name.rawValue))
    #expect(
      found("source-missing").map(\.about)
        == report.sources.filter(\.isMissing).map(\.kind.rawValue))
    for measure in [Finding.CityMeasure.perVisit, .perHead] {
      for verdict in [GeodomainVerdict.above, .below] {
        #expect(
          found("city-\(measure.rawValue)-\(verdict.rawValue)").map(\.about)
            == report.geodomains.ratings.filter { $0.verdict(by: measure) == verdict }
            .map(\.facts.domain))
      }
    }
    #expect(
      found("launch-more").map(\.about)
        == report.geodomains.launches.filter { $0.verdict == .more }.map(\.domain))
  }

  @Test func `nothing is found where nothing is known`() {
    #expect(CarnivalShop(.english).empty.findings.isEmpty)
  }

  @Test func `what a finding is about and rests on is never empty`() {
    #expect(report.findings.count > 5)
    for finding in report.findings {
      #expect(!finding.code.isEmpty && !finding.about.isEmpty && !finding.name.isEmpty)
      #expect(!finding.row.table.isEmpty && !finding.row.key.isEmpty)
      if let certainty = finding.certainty { #expect((0.5...1).contains(certainty)) }
    }
  }
}
