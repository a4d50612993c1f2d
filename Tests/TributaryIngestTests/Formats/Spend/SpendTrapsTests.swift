import Foundation
import Testing
import TributaryModel

@testable import TributaryIngest

/// What every spend format must refuse, leave out, or read alike.
struct SpendTrapsTests {
  /// A file of a format with one row, its date and cost open.
  struct Shape: CustomTestStringConvertible, Sendable {
    let format: String
    let mark: String
    /// The header, then the row with DATE and COST, then a row that sums up others.
    let header, row: [String]
    let totals: [[String]]
    var testDescription: String { format }

    func text(date: String = "2026-09-01", cost: String = "1020.50", _ more: [[String]] = [])
      -> String
    {
      let cells = row.map { $0 == "DATE" ? date : $0 == "COST" ? cost : $0 }
      let lines = ([header, cells] + more).map { line in
        line.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: mark) + "\n"
      }
      return lines.joined()
    }
  }

  static let shapes = [
    Shape(
      format: "metrica-expenses", mark: ",", header: ["Date", "UTMCampaign", "Expenses"],
      row: ["DATE", "Весна", "COST"], totals: [["Итого", "", "1020.50"], ["", "", "1020.50"]]),
    Shape(
      format: "google-ads", mark: "\t", header: ["Day", "Campaign", "Cost"],
      row: ["DATE", "Весна", "COST"],
      totals: [
        ["Total: Account", " --", "1020.50"], [" --", "Gesamt: Konto", "1020.50"],
        ["Total : compte", "", "1020.50"], ["", "", "1020.50"],
      ]),
    Shape(
      format: "yandex-direct", mark: ";", header: ["Дата", "Кампания", "Расход (руб.)"],
      row: ["DATE", "Весна", "COST"],
      totals: [
        ["Итого", "", "1020.50"], ["", "Всего", "1020.50"], ["—", "—", "1020.50"],
        ["Итого и средние", "", "1020.50"],
      ]),
    Shape(
      format: "yandex-direct-api", mark: "\t", header: ["Date", "CampaignName", "Cost"],
      row: ["DATE", "Весна", "COST"], totals: [["Total rows: 1"]]),
    Shape(
      format: "meta-ads", mark: ",",
      header: ["Day", "Campaign name", "Ad set name", "Amount spent (USD)"],
      row: ["DATE", "Весна", "x", "COST"],
      totals: [
        ["2026-09-01 - 2026-09-03", "", "", "1020.50"], ["", "", "", "1020.50"],
        ["2026-09-01", "", "", "1020.50"], ["Total", "", "", "1020.50"],
      ]),
    Shape(
      format: "microsoft-ads", mark: ",", header: ["TimePeriod", "CampaignName", "Spend"],
      row: ["DATE", "Весна", "COST"],
      totals: [
        ["Total", "", "1020.50"], ["", "Total", "1020.50"],
        ["©2026 Microsoft Corporation. All rights reserved."],
        ["@2026 Microsoft Corporation. All rights reserved."],
      ]),
    Shape(
      format: "vk-ads", mark: ";", header: ["Дата", "Кампания", "Потрачено"],
      row: ["DATE", "Весна", "COST"],
      totals: [["Всего", "", "1020.50"], ["", "Итого:", "1020.50"]]
    ),
  ]

  @Test func `every spend format is among these`() {
    #expect(Set(SpendTrapsTests.shapes.map(\.format)) == Set(FormatRegistry.spend.map(\.name)))
  }

  @Test(arguments: shapes)
  func `totals are left out below and above the rows`(shape: Shape) throws {
    let below = try SpendReport(shape.format, shape.text(shape.totals))
    #expect(below.costs == [102_050])
    #expect(below.counts.filtered == shape.totals.count)
    #expect(below.table.rejections.isEmpty)
    var lines = shape.text(shape.totals).split(separator: "\n", omittingEmptySubsequences: false)
    lines.swapAt(1, lines.count - 2)
    let above = try SpendReport(shape.format, lines.joined(separator: "\n"))
    #expect(above.costs == [102_050])
    #expect(above.counts.filtered == shape.totals.count)
  }

  @Test(arguments: shapes)
  func `a date that may be two dates is refused with place and advice`(shape: Shape) throws {
    let report = try SpendReport(shape.format, shape.text(date: "05/03/2026"))
    #expect(report.rejection?.reason == .badDate)
    #expect(report.rejection?.line == 2)
    #expect(report.rejection?.message.contains("date_order") == true)
    #expect(report.table.rows.isEmpty)
    let told = try SpendReport(shape.format, shape.text(date: "05/03/2026")) {
      $0.dateOrder = .monthDayYear
    }
    #expect(told.days == ["2026-05-03"])
  }

  @Test(arguments: shapes, ["1,234", "1.234"])
  func `a number that may be two numbers is refused with place and advice`(
    shape: Shape, cost: String
  ) throws {
    let report = try SpendReport(shape.format, shape.text(cost: cost))
    #expect(report.rejection?.reason == .badMoney)
    #expect(report.rejection?.line == 2)
    #expect(report.rejection?.message.contains("`decimal`") == true)
    let told = try SpendReport(shape.format, shape.text(cost: cost)) {
      $0.decimal = .comma
      $0.micros = false
    }
    #expect(told.costs == [cost == "1,234" ? 123 : 123_400])
  }

  @Test(arguments: shapes, ["--", "—", ""])
  func `an unknown cost is missing, not zero`(shape: Shape, word: String) throws {
    let report = try SpendReport(shape.format, shape.text(cost: word))
    #expect(report.rejection?.reason == .missingValue)
    #expect(report.rejection?.column == "cost")
    #expect(report.table.rows.isEmpty)
  }

  @Test(arguments: shapes)
  func `every encoding gives the same rows`(shape: Shape) throws {
    let text = shape.text(shape.totals)
    let plain = try SpendReport(shape.format, text)
    #expect(plain.column("campaign") == [.text("Весна")])
    let cyrillic = try #require(text.data(using: .windowsCP1251))
    let wide = try #require(text.data(using: .utf16LittleEndian))
    for bytes in [
      [0xef, 0xbb, 0xbf] + Array(text.utf8), Array(cyrillic), [0xff, 0xfe] + Array(wide),
    ] {
      let report = try SpendReport(shape.format, bytes: bytes)
      #expect(report.table.rows == plain.table.rows)
      #expect(report.counts == plain.counts)
    }
  }

  @Test(arguments: shapes)
  func `rows split by device stay rows of one key`(shape: Shape) throws {
    let twice = shape.text() + shape.text().split(separator: "\n")[1] + "\n"
    let report = try SpendReport(shape.format, twice)
    #expect(report.costs == [102_050, 102_050])
    #expect(Set(report.table.rows.map(\.cells)).count == 1)
  }
}
