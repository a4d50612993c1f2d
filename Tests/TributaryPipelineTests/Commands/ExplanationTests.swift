import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// From a grade, and from an order, to the lines of the files.
@Suite struct ExplanationTests {
  private static func visit(_ page: String, _ time: String, address: Int) -> String {
    "shop.example:443 192.0.2.\(address) - - [\(time) +0300] \"GET \(page) HTTP/1.1\" 200 512 \"-\" "
      + "\"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\"\n"
  }

  private static func shop() throws -> Shop {
    let shop = try Shop.small()
    try shop.write(
      visit("/robots.txt", "01/Nov/2026:10:00:00", address: 9)
        + visit(
          "/?utm_source=vk&utm_medium=cpc&utm_campaign=wigs", "10/Nov/2026:12:00:00", address: 7)
        + visit("/checkout/thanks?order_id=A1", "10/Nov/2026:12:05:00", address: 7)
        + visit("/", "12/Nov/2026:12:00:00", address: 8),
      to: "log/a.log")
    try shop.write(
      "order_id,placed_at,total,cost_of_goods\nA0,2026-11-01 10:00:00,50,10\n"
        + "A1,2026-11-10 12:05:10,300,100\n", to: "orders/a.csv")
    try shop.write(
      "date,source,medium,campaign,cost,clicks\n2026-11-09,vk,cpc,other,5,1\n"
        + "2026-11-10,vk,cpc,wigs,40,9\n2026-11-11,vk,cpc,wigs,20,4\n", to: "spend/a.csv")
    #expect(try shop.run().exitCode == 0)
    return shop
  }

  private static func lines(_ text: ExplainedText) -> [String] {
    text.parts.flatMap { part -> [String] in
      switch part {
      case .line(let line): [line]
      case .table(_, let rows):
        rows.map { row in
          row.map {
            switch $0 {
            case .text(let text), .number(let text): text
            }
          }.joined(separator: "|")
        }
      }
    }
  }

  @Test func `a campaign is walked to its spend, its paths and its sales`() throws {
    let shop = try Self.shop()
    let warehouse = try ReadOnlyWarehouse(shop.pipeline())
    for name in ["wigs", "WIGS", "name:vk/wigs"] {
      let lines = Self.lines(try warehouse.explain(.campaign, name, cut: 0.3))
      #expect(lines.contains("It cost 60.00 RUB; told by:"))
      #expect(lines.contains("60.00|RUB|2|3 to 4|spend/a.csv"))
      #expect(lines.contains("1.00|300.00|2026-11-10|order|A1|orders/a.csv:3"))
      #expect(lines.contains("1|name:vk/wigs"))
      #expect(lines.contains { $0.hasPrefix("30.0%|18.00|") })
    }
  }

  @Test func `an order is walked to the first page of each visit`() throws {
    let shop = try Self.shop()
    let lines = Self.lines(try ReadOnlyWarehouse(shop.pipeline()).explain(.order, "A1"))
    #expect(lines.contains("orders/a.csv:3"))
    let visit = try #require(lines.first { $0.contains("name:vk/wigs") })
    #expect(visit.hasPrefix("2026-11-10 12:00|session|"))
    #expect(visit.hasSuffix("|log/a.log:2"))
    let unexplained = Self.lines(try ReadOnlyWarehouse(shop.pipeline()).explain(.order, "A0"))
    #expect(unexplained.contains("No visit, call or letter is known to have led to it."))
  }

  @Test func `a file that is gone is said to be, and what is not there is told`() throws {
    let shop = try Self.shop()
    try FileManager.default.removeItem(at: shop.url("orders/a.csv"))
    let warehouse = try ReadOnlyWarehouse(shop.pipeline())
    let lines = Self.lines(try warehouse.explain(.order, "A1"))
    #expect(lines.contains("orders/a.csv:3 (the file is gone)"))
    for (subject, id) in [(ExplainedSubject.order, "A9"), (.campaign, "wig"), (.call, "1")] {
      let error = try #require(throws: RunError.self) { try warehouse.explain(subject, id) }
      #expect(error.code == .usage && error.message.contains("'\(id)'"))
    }
  }

  @Test(arguments: [
    (0.0, 2, "0.00"), (-0.004, 2, "0.00"), (-1234.5, 2, "-1234.50"), (0.05, 1, "0.1"), (7, 0, "7"),
    (-0.5, 1, "-0.5"),
  ])
  func `numbers have all decimals`(value: Double, decimals: Int, text: String) {
    #expect(ExplainedText.number(value, decimals) == text)
  }
}
