import Testing

@testable import TributaryPipeline

/// Of a status history and an order's own status the newer by time says, whatever came first.
@Suite struct OrderNewsTests {
  private static let history =
    "{kind: 'order_statuses', paths: ['history/*'], optional: true}"
  private static let facts = "select order_id, status, is_lost, lost_day from order_fact order by 1"

  private func facts(
    _ source: String, _ files: [(name: String, text: String)], _ said: String
  ) throws -> [String] {
    let told = (name: "history/h-2026-05-07.csv", text: "order_id,at,status\n" + said)
    return try Arrivals(
      sources: "{\(source), paths: ['orders/*'], optional: true}, \(Self.history)",
      files: [told] + files
    ).rows(Self.facts)
  }

  @Test func `a later entry of the history ends an order, or takes its end back`() throws {
    let orders = """
      order_id,placed_at,total,status,cancelled_at
      1,2026-05-01 10:00,70,delivered,
      2,2026-05-01 10:00,60,cancelled,2026-05-02 09:00
      3,2026-05-01 10:00,50,,
      4,2026-05-01 10:00,40,cancelled,2026-05-02 09:00
      5,2026-05-01 10:00,30,new,

      """
    let said = """
      1,2026-05-04 10:00,returned
      2,2026-05-03 10:00,shipped
      3,2026-05-01 11:00,Отменён клиентом
      4,2026-05-05 10:00,cancelled
      5,2026-05-01 10:00,new
      5,2026-05-02 11:00,packed

      """
    #expect(
      try facts("kind: 'orders'", [("orders/o-2026-05-02.csv", orders)], said) == [
        "1|returned|1|2026-05-04", "2|shipped|0|null", "3|Отменён клиентом|1|2026-05-01",
        "4|cancelled|1|2026-05-02", "5|new|0|null",
      ])
  }

  @Test func `the row's own time of change comes before that of its file`() throws {
    let orders = """
      order_id,placed_at,total,status,updated_at
      1,2026-05-01 10:00,70,new,2026-05-03 10:00
      2,2026-05-01 10:00,60,shipped,2026-05-05 10:00
      3,2026-05-01 10:00,50,new,

      """
    let said = """
      1,2026-05-04 10:00,cancelled
      2,2026-05-04 10:00,cancelled
      3,2026-05-04 10:00,cancelled

      """
    #expect(
      try facts("kind: 'orders'", [("orders/o-2026-05-09.csv", orders)], said) == [
        "1|cancelled|1|2026-05-04", "2|shipped|0|null", "3|new|0|null",
      ])
  }

  @Test func `a newer list without a status tells no status`() throws {
    let head = "order_id,placed_at,total"
    let files = [
      ("orders/o-2026-05-02.csv", "\(head),status\n1,2026-05-01 10:00,70,new\n"),
      ("orders/o-2026-05-09.csv", "\(head),city\n1,2026-05-01 10:00,71,Kazan\n"),
    ]
    #expect(
      try facts("kind: 'orders'", files, "1,2026-05-04 10:00,cancelled\n")
        == ["1|cancelled|1|2026-05-04"])
    let own = ("orders/o-2026-05-06.csv", "\(head),status\n1,2026-05-01 10:00,70,shipped\n")
    #expect(
      try facts("kind: 'orders'", files + [own], "1,2026-05-04 10:00,cancelled\n")
        == ["1|shipped|0|null"])
  }

  @Test func `an order's own list that says the same again on a later day is told then`() throws {
    let row = "order_id,placed_at,total,status\n1,2026-05-01 10:00,70,shipped\n"
    #expect(
      try facts(
        "kind: 'orders'",
        [("orders/o-2026-05-02.csv", row), ("orders/p-2026-05-06.csv", row + "\n")],
        "1,2026-05-04 10:00,cancelled\n") == ["1|shipped|0|null"])
  }

  @Test(arguments: [("2026-05-02", "cancelled|1|2026-05-04"), ("2026-05-06", "packed|0|null")])
  func `orders that are built from lines are orders`(day: String, fact: String) throws {
    let lines = """
      order_id,placed_at,sku,quantity,unit_price,status
      1,2026-05-01 10:00,CUP,2,10,packed
      1,2026-05-01 10:00,JUG,1,15,packed

      """
    #expect(
      try facts(
        "kind: 'order_lines', derive_orders: true", [("orders/l-\(day).csv", lines)],
        "1,2026-05-04 10:00,cancelled\n") == ["1|" + fact])
  }

  @Test func `documents and histories of other systems are compared by the same times`() throws {
    let orders =
      #"[{"order_id": "1", "placed_at": "2026-05-01T10:00:00Z", "total": 70, "#
      + #""status": "new"}]"#
    #expect(
      try facts(
        "kind: 'orders', format: 'json'", [("orders/o-2026-05-03.json", orders)],
        "1,2026-05-03T11:59:00Z,packed\n1,2026-05-03T12:01:00Z,Storniert\n")
        == ["1|Storniert|1|2026-05-03"])
  }

  @Test func `an order given back whole stays so`() throws {
    let head = "Date,Order #,Status,N. Revenue\n"
    let files = [
      ("orders/w-2026-05-02.csv", head + "2026-05-01 10:00:00,1,processing,70\n"),
      ("orders/r-2026-05-03.csv", head + "2026-05-03 10:00:00,1,completed,-70\n"),
    ]
    #expect(
      try facts(
        "kind: 'orders', format: 'woocommerce-orders'", files, "1,2026-05-04 10:00,completed\n")
        == ["1|refunded|1|2026-05-03"])
  }
}
