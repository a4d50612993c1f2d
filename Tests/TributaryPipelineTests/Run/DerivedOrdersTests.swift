import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// Orders that are built from their lines are orders wherever a page or a command speaks of them.
@Suite struct DerivedOrdersTests {
  private static func shop(_ source: String, _ file: String) throws -> Shop {
    let shop = try Shop(
      """
      {name: 'shop', timezone: 'UTC', currency: 'EUR', as_of: '2026-11-14', reports: 'reports',
       sources: [\(source)]}
      """)
    try shop.write(file, to: "in/lines.csv")
    return shop
  }

  /// One order of 30.00 a day, from 25 October to 14 November.
  private static func lines(_ header: String, _ line: (String, String) -> String) -> String {
    let days = (0..<21).map { Day(number: 20_751 + $0).description }
    return header + "\n" + days.enumerated().map { line("\(100 + $0.offset)", $0.element) }.joined()
  }

  @Test(arguments: ["csv", "shopify-orders"])
  func `pages, figures and the freshness of a source know them`(format: String) throws {
    let shop =
      format == "csv"
      ? try Self.shop(
        "{kind: 'order_lines', paths: ['in/*'], derive_orders: true}",
        Self.lines("order_id,placed_at,sku,quantity,unit_price") {
          "\($0),\($1) 10:00,CUP,2,10.00\n\($0),\($1) 10:00,JUG,1,10.00\n"
        })
      : try Self.shop(
        "{kind: 'order_lines', format: 'shopify-orders', paths: ['in/*'], derive_orders: true}",
        Self.lines("Name,Created at,Total,Lineitem quantity,Lineitem price,Lineitem sku") {
          "#\($0),\($1) 10:00:00 +0000,30.00,3,10.00,CUP\n"
        })
    try shop.run()
    #expect(
      try shop.rows(
        "select name, value, missing_days from indicator where name in ('orders', 'revenue')"
          + " order by name") == ["orders|7.0|0", "revenue|21000.0|0"])
    let pages = try shop.reports().filter { $0.key.hasSuffix(".html") }
    for (name, bytes) in pages {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.firstMatch(of: /Not loaded:[^.<]*\borders\b/.ignoresCase()) == nil, "\(name)")
    }
    let status = try ReadOnlyWarehouse(shop.pipeline()).status(at: Instant(milliseconds: 0))
    #expect(
      status.sources.first { $0.kind == .orders }?.dataTo?.description == "2026-11-14")
  }

  private static let columns = "select order_id, total, city, status, payment_method from orders"

  @Test(arguments: [
    (
      "kind: 'order_lines'",
      ["order_id,placed_at,sku,quantity,unit_price,city", "1,2026-05-01 10:00,CUP,2,10,Kazan"],
      ["order_id,placed_at,sku,quantity,unit_price,status", "1,2026-05-01 10:00,CUP,3,10,done"],
      "1|3000|Kazan|done|null"
    ),
    (
      "kind: 'order_lines'",
      [
        "order_id,placed_at,sku,quantity,unit_price,city,payment_method",
        "1,2026-05-01 10:00,CUP,2,10,Kazan,card",
      ],
      ["order_id,placed_at,sku,quantity,unit_price,city", "1,2026-05-01 10:00,CUP,3,10,"],
      "1|3000|null|null|card"
    ),
    (
      "kind: 'order_lines', format: 'shopify-orders'",
      [
        "Name,Created at,Total,Lineitem quantity,Lineitem price,Lineitem sku,Shipping City",
        "1,2026-05-01 10:00:00 +0000,20.00,2,10.00,CUP,Kazan",
      ],
      [
        "Name,Created at,Total,Lineitem quantity,Lineitem price,Lineitem sku,Payment Method",
        "1,2026-05-01 10:00:00 +0000,30.00,3,10.00,CUP,cash",
      ], "1|3000|Kazan|null|cash"
    ),
  ])
  func `columns that a newer file of lines lacks stay, whichever comes first`(
    source: String, older: [String], newer: [String], order: String
  ) throws {
    let files = [("in/l-2026-05-02.csv", older), ("in/l-2026-05-04.csv", newer)]
      .map { (name: $0.0, text: $0.1.map { $0 + "\n" }.joined()) }
    #expect(
      try Arrivals(sources: "{\(source), derive_orders: true, paths: ['in/*']}", files: files)
        .rows(Self.columns) == [order])
  }

  @Test func `without derive_orders lines are no orders`() throws {
    let shop = try Self.shop(
      "{kind: 'order_lines', paths: ['in/*']}",
      Self.lines("order_id,placed_at,sku,quantity,unit_price") {
        "\($0),\($1) 10:00,CUP,2,10.00\n"
      })
    try shop.run()
    #expect(try shop.pipeline().kinds == [.orderLines])
    #expect(try shop.rows("select value from indicator where name = 'orders'") == ["null"])
  }
}
