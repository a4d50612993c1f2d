import Testing

@testable import TributaryPipeline

/// Visits that show the confirmation of an order that an earlier visit made.
@Suite struct ConfirmationAgainTests {
  /// The pages of one visit, a minute each.
  private static func visit(_ day: Int, _ pages: String...) -> String {
    pages.enumerated().map { minute, page in
      "shop.example:443 192.0.2.7 - - [0\(day)/Nov/2026:12:\(10 + minute):00 +0300] \"GET \(page) "
        + "HTTP/1.1\" 200 512 \"-\" "
        + "\"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\"\n"
    }.joined()
  }

  private static let thanks = "/checkout/thanks?order_id="

  /// The order of A1; its tab restored before a look at the checkout; the tab alone; A1's tab in the
  /// visit that orders A2; a confirmation without a number.
  private static let nights = [
    visit(4, "/product/lamp", "/cart", "/checkout", thanks + "A1"),
    visit(6, thanks + "A1", "/product/lamp", "/cart", "/checkout"),
    visit(7, thanks + "A1"),
    visit(8, thanks + "A1", "/product/lamp", "/cart", "/checkout", thanks + "A2"),
    visit(9, "/product/lamp", "/cart", "/checkout", "/checkout/thanks"),
  ]

  private static let orders = """
    select day, sum(entered) from mart_funnel_step
    where funnel = 'purchase' and step = 'order' group by day having sum(entered) > 0 order by day
    """

  @Test(arguments: [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 0, 4, 1, 3]])
  func `an order is one in the funnel, whichever night brings its visits`(_ order: [Int]) throws {
    let shop = try Shop.small()
    try shop.write("order_id,placed_at,total\n", to: "orders/a.csv")
    for night in order {
      try shop.write(Self.nights[night], to: "log/\(night).log")
      #expect(try shop.run().exitCode == 0)
    }
    #expect(try shop.rows(Self.orders) == ["2026-11-04|1", "2026-11-08|1", "2026-11-09|1"])
    #expect(
      try shop.rows(
        "select sum(entered) from mart_funnel_step where step = 'checkout' and funnel = 'purchase'")
        == ["4"])
  }
}
