import Testing
import TributaryModel

@testable import TributaryIngest

struct MetaAdsTests {
  @Test func `a report by day is read, its summary row is not`() throws {
    let report = try SpendReport(
      "meta-ads",
      "\u{feff}\"Reporting starts\",\"Reporting ends\",\"Campaign name\",\"Ad set name\",Day,"
        + "\"Amount spent (USD)\",Impressions,Reach,\"Link clicks\",\"Clicks (all)\"\n"
        + "2026-09-01,2026-09-30,,,,1130.75,9000,4000,100,160\n"
        + "2026-09-01,2026-09-30,Spring,Balloons,2026-09-01,1020.50,4010,2000,85,120\n"
        + "2026-09-01,2026-09-30,Spring,Balloons,2026-09-02,110.25,4990,2100,15,40\n")
    #expect(report.costs == [102_050, 11025])
    #expect(report.days == ["2026-09-01", "2026-09-02"])
    #expect(report.column("currency") == [.text("USD"), .text("USD")])
    #expect(report.column("clicks") == [.integer(85), .integer(15)])
    #expect(report.column("ad_group") == [.text("Balloons"), .text("Balloons")])
    #expect(report.counts.filtered == 1)
    #expect(report.table.rejections.isEmpty)
  }

  @Test(arguments: [
    (
      "Berichtsstart;Berichtsende;Kampagnenname;Ausgegebener Betrag (EUR);Impressionen;Link-Klicks",
      "1.000,01"
    ),
    (
      "Début des rapports;Fin des rapports;Nom de la campagne;Montant dépensé (EUR);Impressions;"
        + "Clics sur un lien", "1\u{202f}000,01"
    ),
    (
      "Дата начала отчетности;Дата окончания отчетности;Название кампании;Потраченная сумма (EUR);"
        + "Показы;Клики по ссылке", "1000,01"
    ),
  ])
  func `a period is spread over its days and loses nothing`(header: String, cost: String) throws {
    let report = try SpendReport(
      "meta-ads", "\(header)\n2026-09-01;2026-09-03;Spring;\(cost);100;2\n")
    // 100001 = 33334 + 33334 + 33333; 100 = 34 + 33 + 33; 2 = 1 + 1 + 0.
    #expect(report.costs == [33334, 33334, 33333])
    #expect(report.days == ["2026-09-01", "2026-09-02", "2026-09-03"])
    #expect(report.column("impressions") == [.integer(34), .integer(33), .integer(33)])
    #expect(report.column("clicks") == [.integer(1), .integer(1), .integer(0)])
    #expect(report.table.rows.map(\.records) == [1, 0, 0])
    #expect(report.column("currency").allSatisfy { $0 == .text("EUR") })
    #expect(report.isBalanced)
  }

  @Test func `a period of one day is that day, one that ends before it begins is refused`() throws {
    let report = try SpendReport(
      "meta-ads",
      "Reporting starts,Reporting ends,Campaign name,Amount spent (JPY)\n"
        + "2026-09-01,2026-09-01,Spring,1020\n2026-09-03,2026-09-01,Spring,7\n"
        + "2025-01-01,2026-09-01,Spring,7\n")
    #expect(report.costs == [1020])
    #expect(report.days == ["2026-09-01"])
    #expect(report.table.rejections.map(\.reason) == [.badDate, .badDate])
  }

  @Test(arguments: ["", "--", "Total", "Итого", "Results from 2 campaigns"])
  func `a summary of a period is no spend, a campaign with a number is`(name: String) throws {
    let report = try SpendReport(
      "meta-ads",
      "Campaign name,Campaign ID,Reporting starts,Reporting ends,Amount spent (USD)\n"
        + "\(name),,2026-09-01,2026-09-02,15.00\n"
        + "Spring,1,2026-09-01,2026-09-02,10.00\nTotal,2,2026-09-01,2026-09-02,5.00\n")
    #expect(report.costs == [500, 500, 250, 250])
    #expect(report.counts.filtered == 1)
    #expect(report.table.summary.statedTotal == 1500)
  }

  @Test func `the currency of a row wins over the header's`() throws {
    let report = try SpendReport(
      "meta-ads",
      "Day,Campaign name,Currency,Amount spent (USD)\n2026-09-01,Spring,EUR,1.50\n"
        + "2026-09-01,Autumn,,1.50\n")
    #expect(report.column("currency") == [.text("EUR"), .text("USD")])
  }

  @Test func `two amounts are refused`() throws {
    let error = #expect(throws: IngestError.self) {
      try SpendReport(
        "meta-ads", "Day,Campaign name,Amount spent (USD),Amount spent (EUR)\n2026-09-01,a,1,1\n")
    }
    #expect(error?.kind == .duplicateColumn)
  }
}
