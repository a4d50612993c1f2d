import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct FileMoneyTests {
  private static func file(
    _ path: String, rejected: Int64 = 0, unknown: Int = 0, restated: Int64 = 0,
    stated: Int64? = nil
  ) -> FileMoney {
    var counts = MoneyCounts()
    counts.read = 100_00
    counts.loaded = 100_00 - rejected
    counts.rejected = rejected
    counts.unknownAmounts = unknown
    counts.restatedTo = restated
    return FileMoney(
      path: path, kind: .orders, currency: "RUB", counts: counts, listed: 100_00,
      statedTotal: stated)
  }

  @Test func `a wrong total stands before refused money, restated money and the rest`() {
    let files = [
      Self.file("whole"), Self.file("restated", restated: 5), Self.file("unknown", unknown: 1),
      Self.file("also whole"), Self.file("refused", rejected: 7),
      Self.file("misstated", stated: 200_00),
    ]
    #expect(
      FileMoney.byUrgency(files).map(\.path) == [
        "misstated", "unknown", "refused", "restated", "whole", "also whole",
      ])
  }

  @Test func `amounts are stored in minor units of the currency beside them`() throws {
    let shape = FileMoney.results.shape
    let cells = FileMoney.results.cells(Self.file("a.csv", rejected: 12_50))
    let rejected = try #require(shape.position(of: "rejected"))
    #expect(shape.columns[rejected].unit == .amount(currency: "currency"))
    #expect(cells[rejected] == .integer(12_50))
    #expect(cells[try #require(shape.position(of: "stated_total"))] == .null)
  }
}
