import Testing
import TributaryModel

@testable import TributaryIngest

/// The shapes are those of the API of retailCRM, v5: `/orders` and `/orders/history`.
struct RetailCRMTests {
  private let bench: Workbench

  init() throws {
    bench = try Workbench()
  }

  private func read(_ text: String, _ shape: TableShape, as name: String) throws -> ReadTable {
    let format = try FormatRegistry.format(named: name)
    return try ReadTable(
      bench.write("r.json", text), shape, format.applied(to: Given.tableOptions()))
  }

  private static let orders = """
    {"success": true, "pagination": {"totalCount": 2},
     "orders": [
      {"id": 7, "number": "1001A", "externalId": "1001", "orderMethod": "shopping-cart",
       "createdAt": "2026-05-03 10:15:00", "statusUpdatedAt": "2026-05-03 12:15:00",
       "summ": 1890.5, "totalSumm": 2190.5, "purchaseSumm": 900, "currency": "RUB",
       "status": "complete", "site": "msk-shop", "phone": "8 912 345-67-89", "email": "A@b.example",
       "fullPaidAt": "2026-05-03 11:15:00", "clientId": "123.456",
       "delivery": {"cost": 300, "netCost": 250, "address": {"city": "Омск"}},
       "items": [
        {"initialPrice": 700, "prices": [{"price": 630.25, "quantity": 2}], "quantity": 2,
         "purchasePrice": 300, "offer": {"displayName": "Кружка", "article": "MUG-1"}},
        {"initialPrice": 630, "quantity": 1, "offer": {"externalId": "x9", "name": "Ваза"}}]},
      {"id": 8, "createdAt": "2026-05-03 10:15:00", "totalSumm": 0, "status": "prepayed",
       "orderMethod": "own-code", "items": [], "customer": {"phones": [{"number": "+79120000000"}]}}
     ]}
    """

  // 2026-05-03 10:15 UTC = 1,777,803,300 s.
  @Test func `orders have their fields, with codes in the house's words`() throws {
    let table = try read(Self.orders, .orders, as: "retailcrm-orders")
    #expect(table.rejections == [])
    let placed: Int64 = 1_777_803_300_000
    let expected: [(String, Cell)] = [
      ("order_id", .text("1001A")), ("placed_at", .integer(placed)), ("total", .integer(219_050)),
      ("currency", .text("RUB")), ("status", .text("delivered")), ("method", .text("cart")),
      ("geodomain", .text("msk-shop")), ("city", .text("Омск")),
      ("delivery_cost", .integer(25_000)), ("cost_of_goods", .integer(90_000)),
      ("paid_at", .integer(placed + 3_600_000)), ("updated_at", .integer(placed + 7_200_000)),
      ("customer_phone", .text(try #require(Given.key.phone("+79123456789")))),
      ("customer_email", .text(try #require(Given.key.email("a@b.example")))),
      ("client_id", .integer(Given.key.visitor(id: "123.456"))),
    ]
    for (column, cell) in expected { #expect(table.cell(0, column) == cell, "\(column)") }
    #expect(table.cell(1, "order_id") == .text("8"))
    #expect(table.cell(1, "status") == .text("prepayed"))
    #expect(table.cell(1, "method") == .text("own-code"))
    #expect(table.cell(1, "total") == .integer(0))
    #expect(table.cell(1, "customer_phone") == .text(try #require(Given.key.phone("+79120000000"))))
  }

  @Test func `the same file has their lines`() throws {
    let table = try read(Self.orders, .orderLines, as: "retailcrm-orders")
    #expect(table.rejections == [])
    #expect(table.rows.map { $0.cells[1] } == [.text("MUG-1"), .text("x9")])
    #expect([0, 1].map { table.cell($0, "order_id") } == [.text("1001A"), .text("1001A")])
    #expect([0, 1].map { table.cell($0, "unit_price") } == [.integer(63_025), .integer(63_000)])
    #expect([0, 1].map { table.cell($0, "quantity") } == [.real(2), .real(1)])
    #expect([0, 1].map { table.cell($0, "unit_cost") } == [.integer(30_000), .null])
    #expect([0, 1].map { table.cell($0, "name") } == [.text("Кружка"), .text("Ваза")])
  }

  /// Order 7 is created and then completed; 8 is created without a word on its status; 9 is
  /// combined into 7 and 10 deleted after changes of theirs.
  @Test func `a history becomes statuses, without orders that are gone`() throws {
    let text = """
      {"success": true, "history": [
       {"id": 1, "createdAt": "2026-05-03 10:15:00", "field": "status", "oldValue": null,
        "newValue": {"code": "new"}, "order": {"id": 7, "number": "1001", "status": "new"}},
       {"id": 2, "createdAt": "2026-05-03 10:16:00", "field": "phone", "newValue": "79120000000",
        "order": {"id": 7}},
       {"id": 3, "createdAt": "2026-05-03 11:15:00", "field": "status", "oldValue": {"code": "new"},
        "newValue": {"code": "complete"}, "order": {"id": 7, "number": "1001"}},
       {"id": 4, "createdAt": "2026-05-03 10:15:00", "created": true, "field": "id",
        "newValue": null, "order": {"id": 8, "number": "1002", "status": "new"}},
       {"id": 5, "createdAt": "2026-05-03 10:15:00", "field": "status",
        "newValue": {"code": "new"}, "order": {"id": 9, "number": "1003"}},
       {"id": 6, "createdAt": "2026-05-03 10:17:00", "field": "id", "newValue": null,
        "combinedTo": {"id": 7}, "order": {"id": 9}},
       {"id": 7, "createdAt": "2026-05-03 10:15:00", "field": "status",
        "newValue": {"code": "new"}, "order": {"id": 10, "number": "1004"}},
       {"id": 8, "createdAt": "2026-05-03 10:18:00", "deleted": true, "order": {"id": 10}},
       {"id": 9, "createdAt": "2026-05-03 10:19:00", "field": "status", "newValue": null,
        "order": {"id": 11, "number": "1005"}}
      ]}
      """
    let table = try read(text, .orderStatuses, as: "retailcrm-history")
    let placed: Int64 = 1_777_803_300_000
    #expect(
      table.rows.map(\.cells) == [
        [.text("1001"), .integer(placed), .text("new"), .null],
        [.text("1001"), .integer(placed + 3_600_000), .text("delivered"), .null],
        [.text("1002"), .integer(placed), .text("new"), .null],
      ])
    #expect(table.summary.counts.read == 9)
    #expect(table.summary.counts.filtered == 5)
    #expect(table.rejections.map(\.column) == ["status"])
  }

  /// Items of 3, 2 and 1 pieces: those that were taken off are not sold, in each of the ways that
  /// accounts say it; the rest is what the order's own total is of.
  @Test(
    arguments: [
      #""status": "cancelled""#, #""status": "canceled""#, #""status": "cancel-no-stock""#,
      #""isCanceled": true"#,
    ])
  func `an item that was taken off is no line, one without an offer goes by its name`(
    mark: String
  ) throws {
    let text = """
      {"orders": [{"id": 1, "number": "5", "createdAt": "2026-05-03 10:15:00", "totalSumm": 1500,
       "items": [{"quantity": 3, "initialPrice": 1, "offer": {"article": "OUT"}, \(mark)},
        {"quantity": 2, "initialPrice": 500, "productName": "Торт", "isCanceled": false},
        {"quantity": 1, "initialPrice": 500, "offer": {"article": "MUG"}, "status": "new"}]}]}
      """
    let table = try read(text, .orderLines, as: "retailcrm-orders")
    #expect(table.rejections == [])
    #expect(table.rows.map { $0.cells[1] } == [.text("Торт"), .text("MUG")])
    #expect(table.summary.counts.filtered == 1)
  }

  @Test(
    arguments: [
      (#""deleted": true"#, true), (#""combinedTo": {"id": 9}"#, true),
      (#""combinedTo": {"id": 0}"#, false), (#""deleted": false"#, false),
      (#""combinedTo": null"#, false),
    ])
  func `an order that was deleted or became part of another is lost`(
    mark: String, isLost: Bool
  ) throws {
    let text =
      #"{"orders": [{"id": 1, "number": "5", "createdAt": "2026-05-03 10:15:00","#
      + #""totalSumm": 15, "status": "new", \#(mark)}]}"#
    let table = try read(text, .orders, as: "retailcrm-orders")
    #expect(table.cell(0, "status") == .text(isLost ? "cancelled" : "new"))
    #expect((table.cell(0, "cancelled_at") == .null) == !isLost)
  }

  /// A file that states more records than it holds is one page of several, or cut short.
  @Test(arguments: [(1, []), (59, [FileNote(.otherCount, count: 59, about: "1")])])
  func `the number of records that an answer states is compared`(
    total: Int, notes: [FileNote]
  ) throws {
    let order = #"{"id": 1, "number": "5", "createdAt": "2026-05-03 10:15:00", "totalSumm": 15}"#
    for text in [
      #"{"pagination": {"totalCount": \(total)}, "orders": [\(order)]}"#,
      #"{"orders": [\(order)], "success": true, "pagination": {"limit": 20, "totalCount": \(total)}}"#,
    ] {
      let written = text.replacing(#"\(order)"#, with: order)
        .replacing(#"\(total)"#, with: String(total))
      #expect(try read(written, .orders, as: "retailcrm-orders").summary.notes == notes)
    }
  }

  /// The prices of one item, and the quantity and price of its lines.
  @Test(arguments: [
    (#"[{"price": 450, "quantity": 1}, {"price": 500, "quantity": 1}]"#, [[1, 450], [1, 500]]),
    (
      #"[{"price": 10, "quantity": 1.5}, {"price": 20, "quantity": 0.5}]"#,
      [[1.5, 10], [0.5, 20]]
    ),
    (#"[{"price": 400, "quantity": 2}]"#, [[2, 400]]), (#"[{"price": 400}]"#, [[2, 400]]),
    ("[]", [[2, 600]]), ("null", [[2, 600]]),
  ])
  func `an item of several prices is a line for each`(prices: String, lines: [[Double]]) throws {
    let text = """
      {"orders": [{"id": 1, "number": "5", "createdAt": "2026-05-03 10:15:00", "totalSumm": 1500,
       "items": [{"quantity": 2, "initialPrice": 600, "offer": {"article": "A"},
       "prices": \(prices)}]}]}
      """
    let table = try read(text, .orderLines, as: "retailcrm-orders")
    #expect(table.rejections == [])
    #expect(
      table.rows.indices.map { [table.cell($0, "quantity"), table.cell($0, "unit_price")] }
        == lines.map { [.real($0[0]), .integer(Int64($0[1] * 100))] })
    #expect(table.rows.allSatisfy { $0.cells[1] == .text("A") })
  }
}
