import Testing
import TributaryModel

@testable import TributaryIngest

/// Metrica's expenses, Microsoft Advertising and VK Ads.
struct OtherSpendTests {
  @Test func `Metrica's periods are spread, VAT on top`() throws {
    let report = try SpendReport(
      "metrica-expenses",
      "Date,UTMSource,UTMMedium,UTMCampaign,Expenses,Currency,Clicks\n"
        + "2026-05-03,vk,cpc,spring,1200.50,RUB,85\n"
        + "2026-02-27/2026-03-02,vk,cpc,spring,100.03,RUB,9\n"
    ) { $0.vatRate = 0.2 }
    // 1200.50 x 1.2 = 1440.60; 100.03 x 1.2 = 120.036, 12004 = 4 x 3001; 9 = 3 + 2 + 2 + 2.
    #expect(report.costs == [144_060, 3001, 3001, 3001, 3001])
    #expect(
      report.days == ["2026-05-03", "2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"])
    #expect(
      report.column("clicks") == [.integer(85), .integer(3), .integer(2), .integer(2), .integer(2)])
    #expect(report.table.rows.map(\.records) == [1, 1, 0, 0, 0])
    #expect(report.isBalanced)
  }

  @Test(arguments: ["2026-05-03/2026-05-01", "2024-01-01/2026-05-01", "2026-05-01/soon"])
  func `a period that is none is refused`(date: String) throws {
    let report = try SpendReport(
      "metrica-expenses", "Date,UTMSource,Expenses\n\(date),vk,10.50\n")
    #expect(report.rejection?.reason == .badDate)
    #expect(report.table.rows.isEmpty)
  }

  private func microsoft(_ aggregation: String, column: String = "TimePeriod") throws -> SpendReport
  {
    try SpendReport(
      "microsoft-ads",
      "\"Report Name: Campaign Performance\"\n\"Report Time: 9/1/2026,9/3/2026\"\n"
        + "\"Time Zone: (GMT+03:00) Moscow\"\n\"Report Aggregation: \(aggregation)\"\n"
        + "\"Report Filter: \"\n\"Potential Incomplete Data: true\"\n\"Rows: 2\"\n\n"
        + "\"\(column)\",\"CampaignId\",\"CampaignName\",\"CurrencyCode\",\"Impressions\","
        + "\"Clicks\",\"Spend\"\n"
        + "\"2026-09-01\",\"12345\",\"Spring\",\"EUR\",\"4010\",\"85\",\"1020.50\"\n"
        + "\"2026-09-02\",\"12345\",\"Spring\",\"EUR\",\"10\",\"0\",\"0.00\"\n\n"
        + "\"©2026 Microsoft Corporation. All rights reserved. \"\n")
  }

  @Test(arguments: ["TimePeriod", "GregorianDate"])
  func `Microsoft's report is read between its header and footer lines`(column: String) throws {
    let report = try microsoft("Daily", column: column)
    #expect(report.costs == [102_050, 0])
    #expect(report.days == ["2026-09-01", "2026-09-02"])
    #expect(report.column("campaign_id").first == .text("12345"))
    #expect(report.column("currency").first == .text("EUR"))
    #expect(report.table.rejections.isEmpty)
    #expect(report.isBalanced)
  }

  @Test func `Microsoft's sums over days are refused`() throws {
    let weekly = #expect(throws: IngestError.self) { try microsoft("Weekly") }
    #expect(weekly?.line == 4)
    #expect(weekly?.message.contains("Daily") == true)
    let summary = #expect(throws: IngestError.self) {
      try SpendReport("microsoft-ads", "CampaignId,CampaignName,Spend\n1,Spring,5.50\n")
    }
    #expect(summary?.message.contains("TimePeriod") == true)
  }

  @Test(arguments: [
    "Дата;Кампания;ID кампании;Показы;Клики;Потрачено, ₽\n"
      + "01.09.2026;Весна;12345;4 010;85;1 020,50\nВсего;;;4 010;85;1 020,50\n",
    "date,campaign_name,campaign_id,shows,clicks,spent,currency\n"
      + "2026-09-01,Весна,12345,4010,85,1020.50,RUB\n",
  ])
  func `VK's statistics are read (the page's headers are not verified)`(text: String) throws {
    let report = try SpendReport("vk-ads", text)
    #expect(report.costs == [102_050])
    #expect(report.days == ["2026-09-01"])
    #expect(report.column("impressions") == [.integer(4010)])
    #expect(report.column("currency") == [.text("RUB")])
    #expect(report.column("source") == [.text("vk")])
    #expect(report.isBalanced)
  }
}
