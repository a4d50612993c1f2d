import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// The return on ad spend of a week, beside the table of channels.
@Suite struct ReturnOnAdSpendTests {
  private static let agent =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 "
    + "Safari/537.36"

  private func order(_ visitor: Int, _ query: String, id: String) -> String {
    [("10:00:00", "/?\(query)"), ("10:05:00", "/checkout/thanks?order_id=\(id)")].map {
      time, path in
      "shop.example:443 192.0.2.\(visitor) - - [10/Nov/2026:\(time) +0300] \"GET \(path) HTTP/1.1\" "
        + "200 512 \"-\" \"\(Self.agent)\"\n"
    }.joined()
  }

  private func shop(spend: String) throws -> Shop {
    let shop = try Shop.small()
    let orders = [("W1", 100), ("W2", 200), ("W3", 50), ("W4", 80), ("S1", 900)]
    try shop.write(
      "order_id,placed_at,total,status\n"
        + orders.map { "\($0.0),2026-11-10 10:04:30,\($0.1),delivered\n" }.joined()
        + (8...14).map { "S\($0),2026-11-\($0 < 10 ? "0" : "")\($0) 18:00:00,7,delivered\n" }
        .joined(),
      to: "orders/a.csv")
    // Spend of every day, so that the week is whole.
    try shop.write(
      "date,source,medium,campaign,cost\n"
        + (8...14).map { "2026-11-\($0 < 10 ? "0" : "")\($0),google,cpc,boots,0\n" }.joined()
        + spend, to: "spend/a.csv")
    return shop
  }

  private func log(_ shop: Shop) throws {
    try shop.write(
      order(1, "utm_source=google&utm_medium=cpc&utm_campaign=boots", id: "W1")
        + order(2, "utm_source=google&utm_medium=cpc&utm_campaign=boots", id: "W2")
        + order(3, "utm_source=list&utm_medium=email&utm_campaign=sale", id: "W3")
        + order(4, "utm_source=google&utm_medium=organic", id: "W4"), to: "log/10.log")
    // Visits of every day, too.
    let visits = (8...14).map { day in
      "shop.example:443 192.0.2.9 - - [\(day < 10 ? "0" : "")\(day)/Nov/2026:12:00:00 +0300] "
        + "\"GET / HTTP/1.1\" 200 512 \"-\" \"\(Self.agent)\"\n"
    }
    try shop.write(visits.joined(), to: "log/all.log")
  }

  private let figure = "select value from indicator where name = 'return_on_ad_spend'"

  /// Revenue of channels with a spend over that spend, as the table of channels has them.
  private func published(_ shop: Shop) throws -> Double {
    let file = try #require(try shop.reports()["channels.csv"])
    let lines = String(decoding: file, as: UTF8.self).replacing("\u{FEFF}", with: "")
      .split(whereSeparator: \.isNewline).map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
    let head = try #require(lines.first)
    let spend = try #require(head.firstIndex(of: "spend"))
    let revenue = try #require(head.firstIndex(of: "linear_revenue"))
    let paid = lines.dropFirst().filter { !$0[spend].isEmpty }
    func sum(_ column: Int) -> Double {
      paid.reduce(0) { $0 + (Double($1[column]) ?? 0) }
    }
    return sum(revenue) / sum(spend)
  }

  @Test(arguments: [
    // 300 of 60; with letters that cost 40, 350 of 100; a campaign without orders, 300 of 100.
    ("2026-11-10,google,cpc,boots,60\n", 5.0),
    ("2026-11-10,google,cpc,boots,60\n2026-11-11,list,email,sale,40\n", 3.5),
    ("2026-11-09,google,cpc,boots,60\n2026-11-12,google,cpc,bags,40\n", 3.0),
  ])
  func `it is what the table of channels credits to ads, over what they cost`(
    spend: String, expected: Double
  ) throws {
    let shop = try shop(spend: spend)
    try log(shop)
    #expect(try shop.run().exitCode == 0)
    let value = try #require(try shop.rows(figure).first.flatMap(Double.init))
    #expect(abs(value - expected) < 1e-9)
    #expect(abs(try published(shop) - expected) < 1e-9)
  }

  @Test func `without visits nothing can be credited, and there is no return`() throws {
    let shop = try shop(spend: "2026-11-10,google,cpc,boots,60\n")
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.rows(figure) == ["null"])
  }
}
