import Testing

@testable import TributaryPipeline

/// An end that a file tells by a mark of its own is taken back by a newer file that has the mark.
@Suite struct EndTakenBackTests {
  private static let facts =
    "select order_id, status, total, is_lost, lost_day from order_fact order by 1"

  @Test func `a mark of Bitrix that is taken off`() throws {
    let head = "Номер заказа;Дата создания;Сумма;Статус;Отменен\n"
    func row(_ isCancelled: String, _ status: String) -> String {
      head + "7;01.05.2026 10:15:00;90 EUR;\(status);\(isCancelled)\n"
    }
    let source = "{kind: 'orders', format: 'bitrix-orders', paths: ['in/*']}"
    func facts(_ files: [(name: String, text: String)]) throws -> [String] {
      try Arrivals(sources: source, files: files).rows(Self.facts)
    }
    let undone = [
      ("in/b-2026-05-03.csv", row("Да", "Новый")), ("in/b-2026-05-05.csv", row("Нет", "Новый")),
    ]
    #expect(try facts(undone) == ["7|Новый|9000|0|null"])
    let again = ("in/b-2026-05-07.csv", row("Да", "Отгружен"))
    #expect(try facts(undone + [again]) == ["7|cancelled|9000|1|2026-05-01"])
    // A list without the column says nothing of it.
    let without = (
      "in/b-2026-05-08.csv",
      "Номер заказа;Дата создания;Сумма;Статус\n7;01.05.2026 10:15:00;90 EUR;Новый\n"
    )
    #expect(try facts([undone[0], without]) == ["7|Новый|9000|1|2026-05-01"])
  }

  @Test(arguments: [
    (
      "", "order_id,placed_at,sku,quantity,unit_price,status", "1,2026-05-01 10:00,CUP,5,10,",
      "status: '^X'"
    ),
    (
      "", "order_id,placed_at,sku,quantity,unit_price,cancel_reason,status",
      "1,2026-05-01 10:00,CUP,5,10,,", "status: '^X', cancel_reason: '^by'"
    ),
    (
      "format: 'shopify-orders', ",
      "Name,Created at,Total,Lineitem quantity,Lineitem price,Lineitem sku,Financial Status",
      "1,2026-05-01 10:00:00 +0000,50.00,5,10.00,CUP,", "status: '^X'"
    ),
  ])
  func `a rule of the source that matches no more`(
    format: String, head: String, row: String, rule: String
  ) throws {
    func file(_ day: Int, _ status: String) -> (name: String, text: String) {
      ("in/l-2026-05-0\(day).csv", "\(head)\n\(row)\(status)\n")
    }
    let source =
      "{kind: 'order_lines', \(format)derive_orders: true, cancelled_when: {\(rule)}, paths: ['in/*']}"
    #expect(
      try Arrivals(sources: source, files: [file(3, "X1"), file(5, "ok")]).rows(Self.facts)
        == ["1|ok|5000|0|null"])
    #expect(
      try Arrivals(sources: source, files: [file(3, "X1"), file(5, "ok"), file(7, "X2")])
        .rows(Self.facts) == ["1|cancelled|5000|1|2026-05-01"])
  }

  @Test(arguments: ["cancel_reason: '^by'", "order_id: '^1$'"])
  func `a rule on a column that the newer file lacks, or on the number, takes nothing back`(
    rule: String
  ) throws {
    let head = "order_id,placed_at,sku,quantity,unit_price,status"
    let files = [
      ("in/l-2026-05-03.csv", "\(head),cancel_reason\n1,2026-05-01 10:00,CUP,5,10,ok,by shop\n"),
      ("in/l-2026-05-05.csv", "\(head)\n1,2026-05-01 10:00,CUP,5,10,ok\n"),
    ]
    let lines =
      "{kind: 'order_lines', derive_orders: true, cancelled_when: {\(rule)}, paths: ['in/*']}"
    let found = try Arrivals(sources: lines, files: files).rows(
      "select order_id, is_lost, lost_day from order_fact")
    #expect(found == ["1|1|2026-05-01"])
  }

  @Test(arguments: [
    ("cancelled,2026-05-02 09:00", "delivered", "1|delivered|5000|0|null"),
    ("Возврат,2026-05-02 09:00", "Отгружен", "1|Отгружен|5000|0|null"),
    ("cancelled,2026-05-02 09:00", "Storniert", "1|Storniert|5000|1|2026-05-02"),
    // Its status never said that it was lost, so that another says nothing of it either.
    ("paid,2026-05-02 09:00", "paid", "1|paid|5000|1|2026-05-02"),
    ("paid,2026-05-02 09:00", "shipped", "1|shipped|5000|1|2026-05-02"),
    (",2026-05-02 09:00", "shipped", "1|shipped|5000|1|2026-05-02"),
    ("cancelled,2026-05-02 09:00", "", "1||5000|1|2026-05-02"),
  ])
  func `a newer status takes back the day of a loss that the older status told`(
    older: String, newer: String, fact: String
  ) throws {
    let head = "order_id,placed_at,total,status"
    let files = [
      ("in/o-2026-05-03.csv", "\(head),cancelled_at\n1,2026-05-01 10:00,50,\(older)\n"),
      ("in/o-2026-05-05.csv", "\(head)\n1,2026-05-01 10:00,50,\(newer)\n"),
    ]
    #expect(
      try Arrivals(sources: "{kind: 'orders', paths: ['in/*']}", files: files).rows(Self.facts)
        == [fact])
  }

  @Test func `the day of a loss that is told again, or alone, counts again`() throws {
    let head = "order_id,placed_at,total"
    let files = [
      (
        "in/o-2026-05-03.csv",
        "\(head),status,cancelled_at\n1,2026-05-01 10:00,50,cancelled,2026-05-02 09:00\n"
      ),
      ("in/o-2026-05-05.csv", "\(head),status\n1,2026-05-01 10:00,50,packed\n"),
      ("in/o-2026-05-07.csv", "\(head),cancelled_at\n1,2026-05-01 10:00,50,2026-05-06 09:00\n"),
    ]
    #expect(
      try Arrivals(sources: "{kind: 'orders', paths: ['in/*']}", files: files).rows(Self.facts)
        == ["1|packed|5000|1|2026-05-06"])
  }

  @Test func `documents and lines tell it alike`() throws {
    let order = #""order_id": "1", "placed_at": "2026-05-01T10:00:00Z", "total": 50, "status""#
    let documents = [
      (
        "in/o-2026-05-03.json",
        "[{\(order): \"voided\", \"cancelled_at\": \"2026-05-02T09:00:00Z\"}]"
      ),
      ("in/o-2026-05-05.json", "[{\(order): \"done\"}]"),
    ]
    #expect(
      try Arrivals(
        sources: "{kind: 'orders', format: 'json', paths: ['in/*']}", files: documents
      ).rows(Self.facts) == ["1|done|5000|0|null"])
    let head = "order_id,placed_at,sku,quantity,unit_price,status"
    let lines = [
      (
        "in/l-2026-05-03.csv",
        "\(head),cancelled_at\n1,2026-05-01 10:00,CUP,5,10,voided,2026-05-02\n"
      ),
      ("in/l-2026-05-05.csv", "\(head)\n1,2026-05-01 10:00,CUP,5,10,done\n"),
    ]
    #expect(
      try Arrivals(
        sources: "{kind: 'order_lines', derive_orders: true, paths: ['in/*']}", files: lines
      ).rows(Self.facts) == ["1|done|5000|0|null"])
  }

  @Test func `what was given back whole by mistake`() throws {
    let head = "Order Number,Order Date,Order Total,Order Status,Order Refund Amount\n"
    func file(_ day: Int, _ refunded: String) -> (name: String, text: String) {
      ("in/w-2026-05-0\(day).csv", head + "1,2026-05-01 10:00,70.00,completed,\(refunded)\n")
    }
    let source = "{kind: 'orders', format: 'woocommerce-orders', paths: ['in/*']}"
    #expect(
      try Arrivals(sources: source, files: [file(3, "70"), file(5, "0")]).rows(Self.facts)
        == ["1|delivered|7000|0|null"])
    #expect(
      try Arrivals(sources: source, files: [file(3, "70"), file(5, "12.50")]).rows(Self.facts)
        == ["1|delivered|5750|0|null"])
  }
}
