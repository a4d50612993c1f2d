import Testing
import TributaryModel

@testable import TributaryPipeline

@Suite struct RunSummaryTests {
  @Test func `JSON has its keys in a fixed order and nothing unescaped`() throws {
    var counts = FileCounts()
    counts.read = 5
    counts.loaded = 3
    counts.restated = 1
    counts.duplicate = 1
    counts.rejected = 1
    let summary = RunSummary(
      pipeline: "shop", asOf: try #require(Day("2026-11-14")),
      sources: [
        .init(
          path: "a\"\u{1B}.csv", kind: .orderLines, counts: counts,
          notes: [FileNote(.zeroTotals, count: 2)])
      ],
      jobs: [.init(name: "sessions", seconds: 0.25, rows: 12)], reports: nil,
      messages: ["one\ntwo"], exitCode: 65)
    #expect(
      summary.json
        == #"{"pipeline":"shop","as_of":"2026-11-14","sources":[{"path":"a\"\u001b.csv","#
        + #""kind":"order_lines","read":5,"loaded":3,"restated":1,"duplicate":1,"filtered":0,"#
        + #""rejected":1,"pending":0,"notes":[{"note":"zero-totals","about":"","count":2,"#
        + #""message":"2 orders with a total of 0; check which column the total is read from"}]}],"#
        + #""jobs":[{"name":"sessions","seconds":0.25,"rows":12}],"#
        + #""reports":null,"messages":["one\ntwo"],"exit_code":65}"#)
  }
}
