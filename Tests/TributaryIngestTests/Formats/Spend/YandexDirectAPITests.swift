import Testing
import TributaryModel

@testable import TributaryIngest

struct YandexDirectAPITests {
  private func report(
    _ costs: [String], header: Bool = true, _ change: (inout TableOptions) -> Void = { _ in }
  ) throws -> SpendReport {
    let rows = costs.map { "2026-09-01\tВесна; лето, осень\t12345\tSEARCH\t100\t2\t\($0)\n" }
    let title = "\"September (2026-09-01 - 2026-09-03), all; campaigns\"\n"
    return try SpendReport(
      "yandex-direct-api",
      (header ? title : "")
        + "Date\tCampaignName\tCampaignId\tAdNetworkType\tImpressions\tClicks\tCost\n"
        + rows.joined() + (header ? "Total rows: \(costs.count)\n" : "")
    ) {
      $0.currency = .rub
      change(&$0)
    }
  }

  @Test(arguments: [true, false])
  func `money in millionths is told by the file`(header: Bool) throws {
    // 11.29, 505.50 and 0 roubles.
    let report = try report(["11290000", "505500000", "0"], header: header)
    #expect(report.costs.sorted() == [0, 1129, 50550])
    #expect(report.column("campaign").first == .text("Весна; лето, осень"))
    #expect(report.counts.filtered == (header ? 1 : 0))
    #expect(report.table.rejections.isEmpty)
    #expect(report.isBalanced)
  }

  @Test func `money with decimals is no millionths`() throws {
    let report = try report(["0", "45000", "11.29", "505.50", "0.00"])
    #expect(report.costs.sorted() == [0, 0, 1129, 50550, 4_500_000])
    #expect(report.isBalanced)
  }

  @Test func `small whole numbers are refused with place and advice, unless declared`() throws {
    let error = #expect(throws: IngestError.self) { try report(["0", "12", "505"]) }
    #expect(error?.line == 4)
    #expect(error?.path == "report.csv")
    #expect(error?.message.contains("`micros: true`") == true)
    #expect(try report(["0", "12", "505"]) { $0.micros = false }.costs == [0, 1200, 50500])
    // 5 roubles and 5 millionths round to 5.00, 12 millionths to nothing.
    #expect(try report(["12", "5000005"]) { $0.micros = true }.costs == [0, 500])
  }

  @Test func `many small costs sum up exactly`() throws {
    // 2,000 x 0.012345 = 24.69 roubles; each rounded by itself would make 20.00.
    let report = try report([String](repeating: "12345", count: 2000))
    #expect(report.costs.reduce(0, +) == 2469)
    #expect(report.costs.allSatisfy { $0 == 1 || $0 == 2 })
    #expect(report.isBalanced)
  }

  @Test func `VAT is added before rounding`() throws {
    // 3 x 3.333333 = 9.999999, with 20 % 11.9999988.
    let plain = try report(["3333333", "3333333", "3333333"])
    #expect(plain.costs == [333, 334, 333])
    let gross = try report(["3333333", "3333333", "3333333"]) { $0.vatRate = 0.2 }
    #expect(gross.costs.reduce(0, +) == 1200)
  }

  @Test func `a fraction among millionths is refused`() throws {
    let report = try report([String](repeating: "1000000", count: 1024) + ["1.50", "2000000"])
    #expect(report.rejection?.line == 1027)
    #expect(report.rejection?.reason == .badMoney)
    #expect(report.costs.reduce(0, +) == 102_600)
    #expect(report.isBalanced)
  }

  @Test func `an unknown cost is missing, not zero`() throws {
    let report = try report(["--", "11290000"])
    #expect(report.costs == [1129])
    #expect(report.rejection?.reason == .missingValue)
  }

  @Test func `queries of SEARCH_QUERY_PERFORMANCE_REPORT are read`() throws {
    let report = try SpendReport(
      "yandex-direct-api",
      "Date\tQuery\tCampaignId\tImpressions\tClicks\tCost\tConversions\n"
        + "2026-09-01\tкупить шары\t12345\t12\t3\t45600000\t--\nTotal rows: 1\n",
      kind: .searchQueries)
    #expect(report.column("query") == [.text("купить шары")])
    #expect(report.costs == [4560])
    #expect(report.column("conversions") == [.null])
  }

  @Test func `a report without days is refused with advice`() throws {
    let error = #expect(throws: IngestError.self) {
      try SpendReport("yandex-direct-api", "Week\tCampaignId\tCost\n2026-08-31\t1\t5000000\n")
    }
    #expect(error?.message.contains("the field Date") == true)
  }

  @Test func `the format asks the pipeline to declare VAT`() throws {
    let format = try FormatRegistry.format(named: "yandex-direct-api")
    #expect(format.needs == ["vat_rate: 0"])
    #expect(format.mayBeMicros)
  }
}
