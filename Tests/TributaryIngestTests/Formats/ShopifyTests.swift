import Testing
import TributaryModel

@testable import TributaryIngest

/// The shape is that of Shopify help, "Exporting orders".
struct ShopifyTests {
  // 2026-05-01 08:00 UTC = 1,777,622,400 s.
  /// #1: two lines, 30.00 less 5.00 given back. #2: cancelled. #3: given back in full.
  @Test func `an order is one of its lines, less what was given back`() throws {
    let text =
      "Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,"
      + "Lineitem name,Lineitem price,Lineitem sku,Cancelled at,Refunded Amount\n"
      + "#1,a@b.example,partially_refunded,2026-05-01 10:05:00 +0200,EUR,30.00,"
      + "2026-05-01 10:00:00 +0200,2,Mug,10.00,MUG,,5.00\n"
      + "#1,a@b.example,,,,,2026-05-01 10:00:00 +0200,1,Cup,10.00,CUP,,\n"
      + "#2,,voided,,EUR,10.00,2026-05-01 10:00:00 +0200,1,Cup,10.00,CUP,"
      + "2026-05-01 11:00:00 +0200,0.00\n"
      + "#3,,refunded,,EUR,10.00,2026-05-01 10:00:00 +0200,1,Cup,10.00,CUP,,10.00\n"
    let bench = try Workbench()
    var options = try FormatRegistry.format(named: "shopify-orders")
      .applied(to: Given.tableOptions())
    options.deriveOrders = true
    let table = try ReadTable(bench.write("orders_export.csv", text), .orderLines, options)
    #expect(table.rejections == [])
    #expect(
      table.rows.map { $0.cells[1] } == [.text("MUG"), .text("CUP"), .text("CUP"), .text("CUP")])
    let orders = try #require(table.summary.derivedOrders).rows
    func cells(_ name: String) throws -> [Cell] {
      let position = try #require(TableShape.orders.position(of: name))
      return orders.map { $0.cells[position] }
    }
    #expect(try cells("order_id") == [.text("1"), .text("2"), .text("3")])
    #expect(try cells("total") == [.integer(2500), .integer(1000), .integer(0)])
    #expect(try cells("refunded") == [.integer(500), .null, .integer(1000)])
    #expect(
      try cells("status") == [.text("partially_refunded"), .text("voided"), .text("refunded")])
    #expect(try cells("placed_at") == Array(repeating: .integer(1_777_622_400_000), count: 3))
    #expect(try cells("cancelled_at") == [.null, .integer(1_777_626_000_000), .null])
    #expect(try cells("currency") == Array(repeating: .text("EUR"), count: 3))
  }

  /// 1 is whole; 2 has a gift card, whose first row holds the order's cells; of 3 a line cannot be
  /// read, of 4 one tells nothing of itself: neither is a sum of the rest.
  @Test(arguments: ["two", "1,5,0", "-", ""])
  func `an order is derived from all its lines or not at all`(quantity: String) throws {
    let text =
      "order_id;placed_at;total;sku;name;quantity;unit_price\n"
      + "1;2026-05-01 10:00;;A;Mug;2;10.00\n1;2026-05-01 10:00;;B;Cup;1;5.00\n"
      + "2;2026-05-01 10:00;30.00;;Gift card;1;25.00\n2;;;A;Mug;1;5.00\n"
      + "3;2026-05-01 10:00;;A;Mug;1;10.00\n3;2026-05-01 10:00;;B;Cup;\(quantity);5.00\n"
      + "4;2026-05-01 10:00;;A;Mug;1;10.00\n;;;;Cup;1;5.00\n"
    let bench = try Workbench()
    var options = Given.tableOptions()
    options.deriveOrders = true
    let table = try ReadTable(bench.write("lines.csv", text), .orderLines, options)
    #expect(table.rejections.map(\.line) == [7, 9])
    #expect(table.rows.map { $0.cells[1] }.contains(.text("Gift card")))
    let orders = try #require(table.summary.derivedOrders).rows
    #expect(orders.map { $0.cells[0] } == [.text("1"), .text("2")])
    #expect(orders.map { $0.cells[2] } == [.integer(2500), .integer(3000)])
    #expect(
      table.summary.notes == ["3", "4"].map { FileNote(.brokenOrder, about: $0) })
  }

  private static let header =
    "Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,"
    + "Lineitem price,Lineitem sku,Id"

  private static func shopify(_ text: String) throws -> ReadTable {
    let bench = try Workbench()
    var options = try FormatRegistry.format(named: "shopify-orders")
      .applied(to: Given.tableOptions())
    options.deriveOrders = true
    return try ReadTable(bench.write("orders_export.csv", text), .orderLines, options)
  }

  /// `Name` is the order's number; an article without a SKU is known by its name.
  @Test(arguments: [
    ("Mug", "MUG", "MUG", "Mug"), ("Gift card", "", "Gift card", "Gift card"),
    ("Cup, blue", " ", "Cup, blue", "Cup, blue"), ("#1001 mug", "", "#1001 mug", "#1001 mug"),
  ])
  func `an article has the name of its line`(
    name: String, sku: String, code: String, kept: String
  ) throws {
    let table = try Self.shopify(
      Self.header
        + "\n#1,,paid,GBP,10.00,2026-05-01 10:00:00 +0000,1,\"\(name)\",10.00,\(sku),77\n")
    #expect(table.cell(0, "order_id") == .text("1"))
    #expect(table.cell(0, "sku") == .text(code))
    #expect(table.cell(0, "name") == .text(kept))
  }

  @Test func `without a column of article names there is neither name nor code`() throws {
    let table = try Self.shopify(
      "Name,Currency,Total,Created at,Lineitem quantity,Lineitem price,Lineitem sku\n"
        + "#1,GBP,10.00,2026-05-01 10:00:00 +0000,1,10.00,MUG\n"
        + "#2,GBP,10.00,2026-05-01 10:00:00 +0000,1,10.00,\n")
    #expect(table.rows.map(\.line) == [2])
    #expect(table.cell(0, "name") == .null)
    #expect(table.rejections.map(\.column) == ["sku"])
  }

  /// Lines of one order of 2500 yen, the shop's currency being pounds; the last of another.
  @Test(arguments: [[0, 1, 2, 3], [1, 0, 2, 3], [1, 2, 0, 3], [1, 3, 2, 0], [3, 2, 1, 0]])
  func `lines without a currency have that of their order, in any order of rows`(
    rows: [Int]
  ) throws {
    let at = "2026-05-01 10:00:00 +0000"
    let lines = [
      "#1,,paid,JPY,2500,\(at),1,Mug,1000,MUG,77", "#1,,,,,\(at),1,Cup,1000,CUP,",
      "#1,,,,,\(at),1,Jug,500,JUG,", "#2,,paid,,7.50,\(at),1,Mug,7.50,MUG,78",
    ]
    let table = try Self.shopify(([Self.header] + rows.map { lines[$0] }).joined(separator: "\n"))
    #expect(table.rejections == [])
    let shape = TableShape.orderLines
    let places = try ["sku", "currency", "unit_price", "line_total"].map {
      try #require(shape.position(of: $0))
    }
    #expect(
      Set(table.rows.map { row in places.map { row.cells[$0] } }) == [
        [.text("MUG"), .text("JPY"), .integer(1000), .integer(1000)],
        [.text("CUP"), .text("JPY"), .integer(1000), .integer(1000)],
        [.text("JUG"), .text("JPY"), .integer(500), .integer(500)],
        [.text("MUG"), .text("GBP"), .integer(750), .integer(750)],
      ])
    let orders = try #require(table.summary.derivedOrders).rows
    let total = try #require(TableShape.orders.position(of: "total"))
    let currency = try #require(TableShape.orders.position(of: "currency"))
    #expect(
      Set(orders.map { [$0.cells[0], $0.cells[total], $0.cells[currency]] }) == [
        [.text("1"), .integer(2500), .text("JPY")], [.text("2"), .integer(750), .text("GBP")],
      ])
    #expect(table.summary.notes == [])
  }
}
