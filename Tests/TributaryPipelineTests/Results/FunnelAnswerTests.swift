import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// A funnel's page, its file, its mart and the query that it shows give the same numbers.
@Suite struct FunnelAnswerTests {
  private static let product = "/product/lamp"
  private static let cart = "/cart"
  private static let checkout = "/checkout"
  private static let order = "/checkout/thanks?order_id="

  /// One visitor an entry, each on a day of its own hour: the pages in the order of the visit.
  private func log(_ visits: [[String]]) -> String {
    visits.enumerated().flatMap { visitor, pages in
      pages.enumerated().map { page, path in
        let path = path == Self.order ? path + "W\(visitor)" : path
        let day = 10 + visitor % 3
        return "shop.example:443 192.0.2.\(visitor) - - [\(day)/Nov/2026:12:\(10 + page):00 +0300] "
          + "\"GET \(path) HTTP/1.1\" 200 512 \"-\" \"Mozilla/5.0 (X11; Linux x86_64) "
          + "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36\"\n"
      }
    }.joined()
  }

  /// Steps with reached and around, as `funnel-purchase.csv` holds them.
  private func steps(_ shop: Shop) throws -> [String] {
    let csv = try #require(try shop.reports()["funnel-purchase.csv"])
    let lines = String(decoding: csv, as: UTF8.self).replacing("\u{FEFF}", with: "")
      .split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let names = try #require(lines.first)
    let reached = try #require(names.firstIndex(of: "reached"))
    let around = try #require(names.firstIndex(of: "around"))
    return lines.dropFirst().map { "\($0[0])|\($0[reached])|\($0[around])" }
  }

  /// What the shown query answers, in the order of the steps.
  private func asked(_ shop: Shop) throws -> [String] {
    let page = String(decoding: try #require(try shop.reports()["funnels.html"]), as: UTF8.self)
    let shown = try #require(
      page.firstMatch(of: #/funnel-purchase\.csv.*?<pre>(.*?)</pre>/#.dotMatchesNewlines()))
    let sql = String(shown.1).replacing("&#39;", with: "'").replacing("&lt;", with: "<")
    return try shop.rows(sql).map { row in
      let cells = row.replacing("null", with: "")
        .split(separator: "|", omittingEmptySubsequences: false)
      return "\(cells[0])|\(cells[1])|\(cells[cells.count - 1])"
    }
  }

  @Test func `one click goes around the cart in page, file, mart and query`() throws {
    let shop = try Shop.small()
    let whole = [Self.product, Self.cart, Self.checkout, Self.order]
    try shop.write(
      log([
        whole, whole, Array(whole.prefix(3)), Array(whole.prefix(2)), ["/"], [Self.product],
        [Self.product, Self.order], [Self.cart, Self.checkout, Self.order],
        [Self.product, Self.cart, Self.order],
      ]), to: "log/a.log")
    try shop.run()
    let steps = try steps(shop)
    #expect(
      steps.prefix(5) == ["visit|9|0", "product|7|0", "cart|5|1", "checkout|3|1", "order|2|3"])
    #expect(try asked(shop) == steps)
    #expect(
      try shop.rows(
        """
        select step || '|' || sum(entered) from mart_funnel_step
        where skipped = '' and step in ('cart', 'checkout', 'order') group by step order by step
        """) == ["cart|5", "checkout|3", "order|2"])
  }

  @Test func `a cart without a page of its own is passed by all`() throws {
    let shop = try Shop.small()
    let whole = [Self.product, Self.checkout, Self.order]
    try shop.write(
      log([
        whole, whole, whole, Array(whole.prefix(2)), [Self.product], [Self.product, Self.order],
      ]), to: "log/a.log")
    try shop.run()
    let steps = try steps(shop)
    #expect(
      steps.prefix(5) == ["visit|6|0", "product|6|0", "cart||", "checkout|4|0", "order|3|1"])
    #expect(try asked(shop) == steps)
  }

  /// W0 and W1 are paid, W1 and W2 delivered; W2 was handed over for cash that nobody noted.
  @Test func `an order delivered without a payment went around it`() throws {
    let shop = try Shop.small()
    try shop.write(log([["/"]]), to: "log/a.log")
    try shop.write(
      """
      order_id,placed_at,total,status,channel,paid_at,delivered_at
      W0,2026-11-10T12:05:00+03:00,2000.00,paid,online,2026-11-10T13:00:00+03:00,
      W1,2026-11-10T12:06:00+03:00,2000.00,done,online,2026-11-10T13:00:00+03:00,2026-11-12T13:00:00+03:00
      W2,2026-11-10T12:07:00+03:00,2000.00,done,online,,2026-11-12T13:00:00+03:00
      W3,2026-11-10T12:08:00+03:00,2000.00,new,online,,

      """, to: "orders/1.csv")
    try shop.run()
    let steps = try steps(shop)
    #expect(steps.suffix(2) == ["paid|2|0", "delivered|1|1"])
    #expect(try asked(shop) == steps)
    #expect(
      try shop.rows(
        "select step, skipped, entered from mart_funnel_step where step in ('paid', 'delivered')"
          + " and entered > 0") == ["delivered||1", "delivered|paid|1", "paid||2"])
  }
}
