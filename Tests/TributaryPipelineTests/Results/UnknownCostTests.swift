import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// Shops that know what none, some or all of their goods cost.
@Suite struct UnknownCostTests {
  private func shop(costs: [Int?], locale: String = "en") throws -> Shop {
    let shop = try Shop.small("\n{kind: 'order_lines', paths: ['lines/*'], optional: true},")
    try shop.replace("currency: 'RUB',", "currency: 'RUB', locale: '\(locale)',")
    // A day's order of 100.00 each, of its own category.
    let days = costs.indices.map { "2026-11-\($0 + 8 < 10 ? "0" : "")\($0 + 8)" }
    try shop.write(
      "order_id,placed_at,total,status\n"
        + zip(days, days.indices).map { "W\($1),\($0) 10:00:00,100,delivered\n" }.joined(),
      to: "orders/a.csv")
    try shop.write(
      "order_id,sku,quantity,unit_price,category,unit_cost\n"
        + costs.enumerated().map { index, cost in
          "W\(index),s\(index),1,100,\(index % 2 == 0 ? "Hats" : "Shoes"),"
            + (cost.map { "\($0)" } ?? "") + "\n"
        }.joined(), to: "lines/a.csv")
    try shop.write(
      "date,source,medium,campaign,cost\n2026-11-10,vk,cpc,spring,5\n", to: "spend/a.csv")
    let agent =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 "
      + "Safari/537.36"
    try shop.write(
      ["/?utm_source=vk&utm_medium=cpc&utm_campaign=spring", "/checkout/thanks?order_id=W2"].map {
        "shop.example:443 192.0.2.1 - - [10/Nov/2026:09:59:00 +0300] \"GET \($0) HTTP/1.1\" 200 "
          + "512 \"-\" \"\(agent)\"\n"
      }.joined(), to: "log/a.log")
    try shop.run()
    return shop
  }

  /// The words of all pages, without styles, scripts and queries.
  private func words(_ shop: Shop) throws -> String {
    let pages = try shop.reports().filter { $0.key.hasSuffix(".html") }
    return pages.map { String(decoding: $0.value, as: UTF8.self) }.joined()
      .replacing(#/(?s)<(style|script|pre)\b.*?</(style|script|pre)>/#, with: " ")
      .replacing(#/<[^>]*>/#, with: " ").lowercased()
  }

  @Test(arguments: ["en", "ru"])
  func `without any cost no page speaks of a margin`(locale: String) throws {
    let shop = try shop(costs: Array(repeating: nil, count: 7), locale: locale)
    let words = try words(shop)
    #expect(!words.contains("margin") && !words.contains("марж"))
    #expect(try shop.number("select count(*) from indicator where name = 'margin'") == 0)
    #expect(try shop.rows("select distinct margin from mart_category_day") == ["null"])
  }

  /// 40.00 of each 100.00 is left; the second order's cost is not known.
  @Test func `where a cost is missing the margin is of the rest, and says so`() throws {
    let shop = try shop(costs: [60, nil, 60, 60, 60, 60, 60])
    #expect(
      try shop.rows(
        "select value, round(costed_share, 4), verdict from indicator where name = 'margin'")
        == ["24000.0|0.8571|incomplete"])
    #expect(try words(shop).contains("of the 86% of revenue whose cost is known"))
    #expect(
      try shop.rows(
        """
        select category, case when count(margin) = count(*) then sum(margin) end
        from mart_category_day group by 1
        """) == ["Hats|16000", "Shoes|null"])
  }

  @Test func `with all costs the margin is whole`() throws {
    let shop = try shop(costs: Array(repeating: 60, count: 7))
    #expect(
      try shop.rows("select value, costed_share from indicator where name = 'margin'")
        == ["28000.0|null"])
    #expect(try words(shop).contains("after cost of goods"))
  }

  /// Each order is 100.00: at a return of 5 one is worth 20.00, a fifth of it.
  @Test func `a target says what a sale is worth to its campaign`() throws {
    func back(_ ratings: String) throws -> Double {
      let shop = try shop(costs: Array(repeating: 60, count: 7))
      try shop.replace("sources: [", "ratings: {\(ratings)}, sources: [")
      try shop.run()
      let rows = try shop.warehouse().rows("select margin_return from campaign_rating")
      return try #require(rows.first).double("margin_return")
    }
    let twenty = try back("target_cost: 20")
    #expect(twenty > 0)
    #expect(try abs(back("target_cost: 40") - 2 * twenty) < 1e-9)
    #expect(try abs(back("target_return: 5") - twenty) < 1e-9)
    #expect(try abs(back("target_return: 2, target_cost: 20") - twenty) < 1e-9)
    // Of each order 40.00 is left.
    #expect(try abs(back("margin: 0.9") - 2 * twenty) < 1e-9)
  }
}
