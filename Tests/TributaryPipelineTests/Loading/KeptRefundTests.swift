import Testing

@testable import TributaryPipeline

/// What an older file gave back lowers the total of a newer one that does not tell it.
@Suite struct KeptRefundTests {
  private static let orders = "select order_id, total, refunded from orders order by 1"

  private func rows(_ source: String, _ files: [(name: String, text: String)]) throws -> [String] {
    try Arrivals(sources: "{\(source), paths: ['in/*']}", files: files).rows(Self.orders)
  }

  @Test func `of WooCommerce`() throws {
    let head = "Order Number,Order Date,Order Total,Order Status"
    let files = [
      (
        "in/w-2026-05-02.csv",
        "\(head),Order Refund Amount\n1,2026-05-01 10:00,90.00,completed,15.50\n"
          + "2,2026-05-01 10:00,30.00,completed,\n3,2026-05-01 10:00,20.00,completed,20\n"
      ),
      (
        "in/w-2026-05-04.csv",
        "\(head)\n1,2026-05-01 10:00,90.00,completed\n2,2026-05-01 10:00,35.00,completed\n"
          + "3,2026-05-01 10:00,20.00,completed\n"
      ),
    ]
    let source = "kind: 'orders', format: 'woocommerce-orders'"
    #expect(try rows(source, files) == ["1|7450|1550", "2|3500|null", "3|0|2000"])
    let last = (
      "in/w-2026-05-06.csv",
      "\(head),Order Refund Amount\n1,2026-05-01 10:00,92.00,completed,20\n"
        + "2,2026-05-01 10:00,35.00,completed,5\n3,2026-05-01 10:00,20.00,completed,0\n"
    )
    #expect(try rows(source, files + [last]) == ["1|7200|2000", "2|3000|500", "3|2000|null"])
    let list = ("in/w-2026-05-08.csv", "\(head)\n1,2026-05-01 10:00,99.00,completed\n")
    #expect(
      try rows(source, files + [last, list]) == ["1|7900|2000", "2|3000|500", "3|2000|null"])
  }

  @Test func `of Shopify`() throws {
    func file(_ day: Int, _ head: String, _ cell: String) -> (name: String, text: String) {
      (
        "in/s-2026-05-0\(day).csv",
        "Name,Currency,Total,\(head)Created at,Lineitem quantity,Lineitem price,Lineitem sku\n"
          + "#1,EUR,45.00,\(cell)2026-05-01 10:00:00 +0000,1,45.00,MUG\n"
      )
    }
    let source = "kind: 'order_lines', format: 'shopify-orders', derive_orders: true"
    #expect(
      try rows(source, [file(2, "Refunded Amount,", "12.00,"), file(4, "", "")]) == ["1|3300|1200"]
    )
  }

  @Test func `of orders that are built from plain lines`() throws {
    let head = "order_id,placed_at,sku,quantity,unit_price"
    let files = [
      ("in/l-2026-05-02.csv", "\(head),refunded\n1,2026-05-01 10:00,CUP,4,10,7\n"),
      ("in/l-2026-05-04.csv", "\(head)\n1,2026-05-01 10:00,CUP,5,10\n"),
    ]
    #expect(
      try rows("kind: 'order_lines', derive_orders: true", files) == ["1|4300|700"])
  }

  @Test func `a plain list has totals that are net`() throws {
    let head = "order_id,placed_at,total"
    let files = [
      ("in/o-2026-05-02.csv", "\(head),refunded\n1,2026-05-01 10:00,70,20\n"),
      ("in/o-2026-05-04.csv", "\(head)\n1,2026-05-01 10:00,70\n"),
    ]
    #expect(try rows("kind: 'orders'", files) == ["1|7000|2000"])
  }

  @Test func `beside refunds that are records of their own`() throws {
    let head = "Order Number,Order Date,Order Total,Order Status"
    let files = [
      (
        "in/w-2026-05-02.csv",
        "\(head),Order Refund Amount\n1,2026-05-01 10:00,90.00,completed,15\n"
      ),
      ("in/w-2026-05-04.csv", "\(head)\n1,2026-05-01 10:00,90.00,completed\n"),
      ("in/r-2026-05-03.csv", "\(head)\n1,2026-05-03 10:00,-40.00,completed\n"),
    ]
    #expect(
      try rows("kind: 'orders', format: 'woocommerce-orders'", files) == ["1|5000|4000"])
  }
}
