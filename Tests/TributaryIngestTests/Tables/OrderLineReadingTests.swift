import Testing
import TributaryModel

@testable import TributaryIngest

/// Lines of orders and prices of pieces, and the orders that are built from lines.
struct OrderLineReadingTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func `orders come from their lines`() throws {
    // 6 x 2.55 + 2 x 3.39 = 22.08, by hand.
    let text =
      "order_id,sku,quantity,unit_price,placed_at,city\n"
      + "7,a,6,2.55,2026-05-03 10:20,\nC8,a,-1,3.00,2026-05-04 09:00,Omsk\n"
      + "7,b,2,3.39,2026-05-03 10:15,Perm\n"
    var options = Given.tableOptions()
    options.deriveOrders = true
    options.cancelledWhen = ["order_id": "^C"]
    let table = try ReadTable(bench.write("l.csv", text), .orderLines, options)
    let orders = try #require(table.summary.derivedOrders).rows
    func cell(_ row: Int, _ name: String) throws -> Cell {
      orders[row].cells[try #require(TableShape.orders.position(of: name))]
    }
    #expect(table.rows.count == 3)
    #expect(orders.map(\.line) == [2, 3])
    #expect(try cell(0, "total") == .integer(2208))
    #expect(try cell(0, "placed_at") == .integer(1_777_803_300_000))
    #expect(try cell(0, "city") == .text("Perm"))
    #expect(try cell(0, "status") == .null)
    #expect(try cell(1, "total") == .integer(-300))
    #expect(try cell(1, "status") == .text("cancelled"))
    #expect(try cell(1, "cancelled_at") == cell(1, "placed_at"))
  }

  @Test func `a line is rounded after its price was multiplied`() throws {
    // 300 x 0.005678 = 1.7034; 4 x 0.004 = 0.016; 10,000 x 0.0149 = 149; 0.3 x 2.55 = 0.765;
    // -3 x 0.005 = -0.015; cost 300 x 0.0031 = 0.93
    let text =
      "order_id,sku,quantity,unit_price,placed_at,unit_cost\n1,a,300,0.005678,2026-05-03,0.0031\n"
      + "1,b,4,0.004,,\n1,c,10000,0.0149,,\n2,d,0.3,2.55,2026-05-03,\n3,e,-3,0.005,2026-05-03,\n"
    var options = Given.tableOptions()
    options.deriveOrders = true
    let table = try ReadTable(bench.write("l.csv", text), .orderLines, options)
    let totals = table.rows.indices.map { table.cell($0, "line_total") }
    #expect(
      totals == [.integer(170), .integer(2), .integer(14_900), .integer(77), .integer(-2)])
    #expect(table.cell(0, "line_cost") == .integer(93))
    #expect(table.cell(1, "line_cost") == .null)
    let orders = try #require(table.summary.derivedOrders).rows
    let total = try #require(TableShape.orders.position(of: "total"))
    #expect(orders.map { $0.cells[total] } == [.integer(15_072), .integer(77), .integer(-2)])
  }

  @Test func `a price of a currency without minor units may have some`() throws {
    let text =
      "order_id,sku,quantity,unit_price,currency\n1,a,10,12.5,JPY\n1,b,3,0.0005,KWD\n"
    let table = try ReadTable(bench.write("l.csv", text), .orderLines, Given.tableOptions())
    #expect(table.cell(0, "line_total") == .integer(125))
    // 0.0015 dinars are 1.5 fils.
    #expect(table.cell(1, "line_total") == .integer(2))
  }

  @Test func `what a piece costs keeps its last digit`() throws {
    let text = "sku,unit_cost\na,0.0031\nb,1.25\n"
    let table = try ReadTable(bench.write("p.csv", text), .products, Given.tableOptions())
    #expect(table.cell(0, "unit_cost") == .integer(0))
    #expect(table.cell(0, "exact_unit_cost") == .real(0.31))
    #expect(table.cell(1, "exact_unit_cost") == .null)
  }

  private func derived(
    _ text: String, _ change: (inout TableOptions) -> Void = { _ in }
  ) throws -> (totals: [String], notes: [FileNote]) {
    var options = Given.tableOptions()
    options.deriveOrders = true
    change(&options)
    let table = try ReadTable(bench.write("d.csv", text), .orderLines, options)
    let shape = TableShape.orders
    let places = try ["order_id", "total", "currency"].map { try #require(shape.position(of: $0)) }
    let orders = try #require(table.summary.derivedOrders).rows
    return (
      orders.map { row in
        places.map { place in
          switch row.cells[place] {
          case .text(let text): text
          case .integer(let minor): String(minor)
          default: "?"
          }
        }.joined(separator: " ")
      }, table.summary.notes
    )
  }

  /// The currencies of two lines of 10 and 20, and the order; the shop's is GBP.
  @Test(arguments: [
    ("USD", "GBP", nil), ("EUR", "USD", nil), ("", "JPY", "7 30 JPY"), ("JPY", "", "7 30 JPY"),
    ("USD", "USD", "7 3000 USD"), ("USD", "", "7 3000 USD"), ("", "USD", "7 3000 USD"),
    ("", "", "7 3000 GBP"),
  ])
  func `an order of two currencies is left out`(one: String, two: String, order: String?) throws {
    let text =
      "order_id,sku,quantity,unit_price,placed_at,currency\n7,a,1,10,2026-05-03,\(one)\n"
      + "8,a,1,5,2026-05-03,GBP\n7,b,1,20,2026-05-03,\(two)\n"
    let (totals, notes) = try derived(text)
    #expect(totals == [order, "8 500 GBP"].compactMap(\.self))
    #expect(notes == (order == nil ? [FileNote(.severalCurrencies, about: "7")] : []))
  }

  private static let withTotals = "order_id,sku,quantity,unit_price,placed_at,total\n"

  @Test func `an order whose lines state several totals is left out`() throws {
    let day = "1,2026-05-03"
    let (totals, notes) = try derived(
      Self.withTotals + "7,a,1,\(day),30\n7,b,1,\(day),30\n8,a,1,\(day),30\n8,b,1,\(day),40\n"
        + "9,a,1,\(day),5\n9,b,1,\(day),\n10,a,1,\(day),13\n10,b,1,\(day),0.00\n"
        + "11,a,1,\(day),0\n11,b,1,\(day),7\n")
    #expect(totals == ["7 3000 GBP", "9 500 GBP", "10 1300 GBP", "11 700 GBP"])
    #expect(notes == [FileNote(.otherTotals, about: "8")])
  }

  @Test func `a column of the lines' own amounts is no column of totals`() throws {
    let text =
      Self.withTotals + "7,a,1,10,2026-05-03,10\n7,b,2,20,2026-05-03,40\n"
      + "8,a,1,10,2026-05-03,10\n8,b,1,5,2026-05-03,5\n9,a,1,10,2026-05-03,10\n"
      + "9,b,1,10,2026-05-03,10\n"
    let error = try #require(throws: IngestError.self) { try derived(text) }
    #expect(error.message.contains("found others in 2 of 3 orders"))
  }

  /// What the lines of order 7 name, and what each comes to have; the shop's currency is GBP.
  @Test(arguments: [
    (["USD", "", ""], ["USD", "USD", "USD"]), (["", "", "USD"], ["USD", "USD", "USD"]),
    (["", "JPY", ""], ["JPY", "JPY", "JPY"]), (["", "", ""], ["GBP", "GBP", "GBP"]),
    (["EUR", "", "USD"], ["EUR", "GBP", "USD"]), (["", "gbp", ""], ["GBP", "GBP", "GBP"]),
    (["US$", "", "USD"], ["USD", "USD", "USD"]),
  ])
  func `a line that names no currency has its order's`(named: [String], had: [String]) throws {
    let lines = named.enumerated().map { "7,\($0.offset),1,10,2026-05-03,\($0.element)\n" }
    let text =
      "order_id,sku,quantity,unit_price,placed_at,currency\n8,x,1,5,2026-05-03,EUR\n"
      + lines.joined(separator: "9,y,1,5,2026-05-03,\n")
    for derives in [true, false] {
      var options = Given.tableOptions()
      options.deriveOrders = derives
      let table = try ReadTable(bench.write("c.csv", text), .orderLines, options)
      let currency = try #require(table.shape.position(of: "currency"))
      let price = try #require(table.shape.position(of: "unit_price"))
      func rows(_ order: String) -> [TableRow] {
        table.rows.filter { $0.cells[0] == .text(order) }
      }
      #expect(rows("7").map { $0.cells[currency] } == had.map { .text($0) })
      #expect(rows("7").map { $0.cells[price] } == had.map { .integer($0 == "JPY" ? 10 : 1000) })
      #expect(rows("8").map { $0.cells[currency] } == [.text("EUR")])
      #expect(rows("9").map { $0.cells[currency] } == [.text("GBP"), .text("GBP")])
    }
  }

  /// A sign beside one amount of an order is the currency of its other lines; a short row, which
  /// lacks its last cells, is read so too.
  @Test func `a sign beside an amount tells the other lines of the order`() throws {
    let text =
      "order_id,sku,quantity,placed_at,unit_price,currency\n7,a,1,2026-05-03,10\n"
      + "7,b,1,2026-05-03,€20,\n8,a,1,2026-05-03,5\n"
    let (totals, notes) = try derived(text)
    #expect(totals == ["7 3000 EUR", "8 500 GBP"])
    #expect(notes == [])
    let table = try ReadTable(bench.write("s.csv", text), .orderLines, Given.tableOptions())
    #expect((0..<3).map { table.cell($0, "currency") } == ["EUR", "EUR", "GBP"].map { .text($0) })
  }

  /// Rows without a readable order, what of the orders 1 and 2 is built, and the refused lines.
  @Test(arguments: [
    (["1,a", "1,b", "2,a"], ["1 1000 GBP", "2 500 GBP"], []),
    (["1,a", ",b", "2,a"], ["2 500 GBP"], [3]),
    ([",a", "1,a", "2,a"], ["1 500 GBP", "2 500 GBP"], [2]),
    (["1,a", "2,a,1,x", "1,b"], ["1 1000 GBP"], [3]),
  ])
  func `a row that names no order may be one of the order before it`(
    rows: [String], built: [String], refused: [Int]
  ) throws {
    let text =
      "order_id,sku,quantity,unit_price,placed_at\n"
      + rows.map { $0.count > 3 ? $0 + ",2026-05-03\n" : $0 + ",1,5,2026-05-03\n" }.joined()
    var options = Given.tableOptions()
    options.deriveOrders = true
    let table = try ReadTable(bench.write("b.csv", text), .orderLines, options)
    #expect(try derived(text).totals == built)
    #expect(table.rejections.map(\.line) == refused)
    #expect(
      table.rejections.contains { $0.message.contains("; order 1 before it is left out") }
        == (rows[1] == ",b"))
  }
}
