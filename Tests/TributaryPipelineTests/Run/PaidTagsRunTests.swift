import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// Visits whose tags do not say that they were paid for, through whole nights.
@Suite struct PaidTagsRunTests {
  private static let agent =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 "
    + "Safari/537.36"

  private func visit(_ visitor: Int, _ tags: String, order: String? = nil) -> String {
    let start = "shop.example:443 192.0.2.\(visitor) - - [10/Nov/2026:1"
    func line(_ clock: String, _ path: String) -> String {
      start + "\(clock) +0300] \"GET \(path) HTTP/1.1\" 200 512 \"-\" \"\(Self.agent)\"\n"
    }
    return line("0:00:00", "/?\(tags)")
      + (order.map { line("0:05:00", "/checkout/thanks?order_id=\($0)") } ?? "")
  }

  /// Two visits of an advertisement, one of them buys; a post of the shop's own, a newsletter.
  private func shop() throws -> Shop {
    let shop = try Shop.small()
    try shop.write(
      visit(1, "utm_source=vk&utm_medium=social&utm_campaign=spring", order: "W1")
        + visit(2, "utm_source=vk&utm_medium=social&utm_campaign=Spring")
        + visit(3, "utm_source=vk&utm_medium=social&utm_campaign=news")
        + visit(4, "utm_source=list&utm_medium=email&utm_campaign=spring"), to: "log/10.log")
    try shop.write(
      "order_id,placed_at,total,status\nW1,2026-11-10 10:04:30,500,delivered\n",
      to: "orders/a.csv")
    return shop
  }

  private let channels = """
    select channel, sum(sessions), sum(spend) from mart_channel_day group by channel order by 1
    """
  private let credit = """
    select channel, sum(value) from mart_channel_credit_day where model = 'linear' group by 1
    """
  private let sources = """
    select campaign, metrica_source from session where medium = 'social' order by visitor, 1
    """

  private func spend(_ cost: String) -> String {
    "date,source,medium,campaign,cost\n2026-11-10,vk,social,spring,\(cost)\n"
  }

  @Test func `spend told before or after its visits makes them paid, and no others`() throws {
    let atOnce = try shop()
    try atOnce.write(spend("70"), to: "spend/a.csv")
    let later = try shop()
    try later.run()
    #expect(
      try later.rows(channels) == ["email|1|0", "organic-social|3|0"])
    try later.write(spend("70"), to: "spend/a.csv")
    for shop in [atOnce, later] {
      #expect(try shop.run().exitCode == 0)
      #expect(
        try shop.rows(channels) == ["email|1|0", "organic-social|1|0", "paid-social|2|7000"])
      #expect(try shop.rows(credit) == ["paid-social|50000"])
      #expect(
        try Set(shop.rows(sources)) == ["spring|ad", "Spring|ad", "news|social"])
    }
    #expect(
      try WarehouseDump.meaning(later.warehouse()) == WarehouseDump.meaning(atOnce.warehouse()))
  }

  @Test func `spend that turns out to be none leaves its visits free`() throws {
    let shop = try shop()
    try shop.write(spend("70"), to: "spend/a.csv")
    try shop.run()
    try shop.write(spend("0"), to: "spend/a.csv")
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.rows(channels) == ["email|1|0", "organic-social|3|0"])
    #expect(try shop.rows(credit) == ["organic-social|50000"])
    #expect(
      try Set(shop.rows(sources)) == ["spring|social", "Spring|social", "news|social"])
  }
}
