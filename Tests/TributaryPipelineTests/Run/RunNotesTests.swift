import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

@Suite struct RunNotesTests {
  private static let free = """
    order_id,placed_at,total
    1,2026-11-14 10:00:00,0
    2,2026-11-14 11:00:00,50.00

    """

  @Test func `what is odd is told by the run, its JSON, the page of data and check`() throws {
    let shop = try Shop.small()
    try shop.write(RunNotesTests.free, to: "orders/a.csv")
    let summary = try shop.run()
    #expect(summary.exitCode == 0)
    let line =
      "orders/a.csv: 1 order with a total of 0; check which column the total is read from"
    #expect(summary.sources.flatMap(\.noteLines) == [line])
    #expect(summary.json.contains(#""notes":[{"note":"zero-totals","about":"","count":1,"#))
    let page = try #require(try shop.reports()["quality.html"])
    #expect(String(decoding: page, as: UTF8.self).contains("with a total of 0"))
    #expect(try shop.reports()["file-notes.csv"] != nil)

    let again = try shop.run()
    #expect(again.sources.allSatisfy { $0.notes.isEmpty })
    let checkup = Checkup(of: try shop.pipeline())
    #expect(checkup.exitCode == 0)
    #expect(checkup.findings.filter(\.isNote).map(\.message) == [line])
  }

  @Test func `a file that is put right takes its note back`() throws {
    let shop = try Shop.small()
    try shop.write(RunNotesTests.free, to: "orders/a.csv")
    try shop.run()
    try shop.write(
      RunNotesTests.free.replacing(",0\n", with: ",70.00\n"), to: "orders/a.csv")
    try shop.run()
    #expect(Checkup(of: try shop.pipeline()).findings.allSatisfy { !$0.isNote })
    #expect(try shop.reports()["file-notes.csv"] == nil)
  }
}
