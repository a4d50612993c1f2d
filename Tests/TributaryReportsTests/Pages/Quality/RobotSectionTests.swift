import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct RobotSectionTests {
  private func claim(_ rows: [RobotReport.Row], requests: Int = 1000) -> String? {
    let report = RobotReport(
      window: DayRange(last: CarnivalShop.asOf, count: 28), rows: rows, requests: requests)
    let words = PageContext(CarnivalShop(.english).report).words
    return RobotSection(report: report, words: words).section?.claim
  }

  @Test func `what robots make is told, and what was judged`() {
    let known = RobotReport.Row(reason: "known-agent", visitors: 3, requests: 200)
    let busy = RobotReport.Row(reason: "pages-per-minute", visitors: 1, requests: 100)
    #expect(claim([], requests: 0) == nil)
    #expect(claim([]) == "No robot was seen in the site log.")
    #expect(claim([known]) == "Robots make 20% of all requests; none of it counts as visits.")
    #expect(
      claim([known, busy])
        == "Robots make 30% of all requests, 100 of them told by behaviour or the shop’s "
        + "list; none of it counts as visits.")
  }

  @Test func `every reason has words in both languages`() {
    for reason in RobotJudgement.Reason.allCases.map(\.rawValue) + ["known-agent"] {
      #expect(speaksBoth { $0.robotReason(reason) + "." })
    }
  }
}
