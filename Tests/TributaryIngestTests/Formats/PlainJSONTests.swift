import Testing
import TributaryModel

@testable import TributaryIngest

struct PlainJSONTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func orders(_ text: String, _ columns: [String: String] = [:]) throws -> ReadTable {
    var options = Given.tableOptions()
    options.columns = columns
    let format = try FormatRegistry.format(named: "json")
    return try ReadTable(bench.write("o.json", text), .orders, format.applied(to: options))
  }

  private static let first = #"{"order_id": 1, "placed_at": "2026-05-03", "total": 19.9}"#
  private static let second = #"{"order_id": "2", "placed_at": 1777803300, "total": "5,00 €"}"#

  @Test(arguments: [
    "[\(first),\(second)]", "\(first)\n\(second)\n", "\u{feff}[\n\(first),\n\(second)\n]\n",
    #"{"orders": [\#(first), \#(second)], "next": null}"#,
    #"{"page": 1, "tags": ["a"], "data": {"rows": [\#(first), \#(second)]}}"#,
    #"{"currency": "GBP", "items": [\#(first), \#(second)]}"#,
    "{\n  \"order_id\": 1,\n  \"placed_at\": \"2026-05-03\",\n  \"total\": 19.9\n}\n\(second)",
  ])
  func `an array, an array in an object and objects alone are records`(text: String) throws {
    let table = try orders(text)
    #expect([0, 1].map { table.cell($0, "order_id") } == [.text("1"), .text("2")])
    #expect([0, 1].map { table.cell($0, "total") } == [.integer(1990), .integer(500)])
    #expect([0, 1].map { table.cell($0, "currency") } == [.text("GBP"), .text("EUR")])
    #expect(table.cell(1, "placed_at") == .integer(1_777_803_300_000))
    #expect(table.summary.counts.read == 2)
  }

  @Test func `a path steps into objects, and a key written so wins`() throws {
    let text = #"[{"id": {"no": 7}, "at": "2026-05-03", "sum.total": 5, "sum": {"total": 9}}]"#
    let columns = ["order_id": "id.no", "placed_at": "at", "total": "sum.total"]
    let table = try orders(text, columns)
    #expect(table.cell(0, "order_id") == .text("7"))
    #expect(table.cell(0, "total") == .integer(500))
  }

  @Test func `numbers keep their digits, null and objects are unknown`() throws {
    let text = """
      {"order_id": 12345678901234567890, "placed_at": "2026-05-03", "total": 1.005E+3, "city": null}
      {"order_id": "b", "placed_at": "2026-05-03", "total": 5e-1, "city": {"name": "x"}}
      {"order_id": "c", "placed_at": "2026-05-03", "total": null}
      """
    let table = try orders(text)
    #expect(table.cell(0, "order_id") == .text("12345678901234567890"))
    #expect([0, 1].map { table.cell($0, "total") } == [.integer(100_500), .integer(50)])
    #expect([0, 1].map { table.cell($0, "city") } == [.null, .null])
    #expect(table.rejections.map(\.reason) == [.missingValue])
  }

  @Test(arguments: [#"{"orders": []}"#, "[]", "", "\n"])
  func `an export without records has none`(text: String) throws {
    #expect(try orders(text).summary.counts == FileCounts())
  }

  @Test func `a file that is cut short is refused whole`() throws {
    #expect(throws: IngestError.self) { try orders("[\(Self.first),") }
    #expect(throws: IngestError.self) { try orders("order_id,total\n1,2\n") }
  }

  @Test(arguments: [
    ("1.99e3", "1990"), ("5e-05", "0.00005"), ("-1.5E+2", "-150"), ("12.345e1", "123.45"),
    ("0e0", "0"), ("1e30", "1" + String(repeating: "0", count: 30)),
  ])
  func `an exponent moves the point`(text: String, plain: String) {
    #expect(
      ScientificNumber.plain(Array(text.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
        == plain)
  }

  @Test(arguments: ["12", "1e", "e3", "1e31", "1.e3", "1e3x", "cheese", "--1e3"])
  func `what has no exponent stays as it is`(text: String) {
    #expect(ScientificNumber.plain(Array(text.utf8)[...]) == nil)
  }

  @Test(arguments: [
    (#"[{"id": 1, "created": "2026-05-03", "price": 5}]"#, "found id, created, price"),
    (#"{"success": false, "errorMsg": "Wrong apiKey value"}"#, "found success, errorMsg"),
    (#"{"a7": {"order_id": 7, "placed_at": "2026-05-03", "total": 5}}"#, "found a7.order_id"),
  ])
  func `a file without any of the needed keys is refused, with the keys that it has`(
    text: String, found: String
  ) throws {
    let error = try #require(throws: IngestError.self) { try orders(text) }
    #expect(error.kind == .missingColumn)
    #expect(error.message.contains("expected the keys order_id, placed_at, total"))
    #expect(error.message.contains(found))
    #expect(error.message.contains(#"columns: {order_id: "…", placed_at: "…", total: "…"}"#))
  }

  /// A key that is null in all records, or within a value that is empty, is no wrong key.
  @Test(arguments: [
    #""shop": {"city": "Omsk"}"#, #""shop": {"city": null}"#, #""shop": {}"#, #""shop": null"#,
  ])
  func `a key that no record has is told`(member: String) throws {
    let record = #"{"order_id": 1, "placed_at": "2026-05-03", "total": 5, \#(member)}"#
    let table = try orders("[\(record),\(Self.second)]", ["city": "shop.city"])
    #expect(table.rows.count == 2)
    #expect(table.summary.notes == [])
    let wrong = try orders("[\(record),\(Self.second)]", ["city": "town"])
    #expect(wrong.summary.notes == [FileNote(.absentKey, about: "town")])
  }

  private func derived(_ text: String, columns: [String: String]) throws -> ReadTable {
    var options = Given.tableOptions()
    options.columns = columns
    options.deriveOrders = true
    let format = try FormatRegistry.format(named: "json")
    return try ReadTable(bench.write("l.json", text), .orderLines, format.applied(to: options))
  }

  private static let lines = [
    "order_id": "id", "placed_at": "at", "total": "sum", "sku": "items[].sku",
    "quantity": "items[].n", "unit_price": "items[].price",
  ]
  private static let whole =
    #"{"id": 1, "at": "2026-05-03", "items": [{"sku": "A", "n": 2, "price": 4}]}"#

  /// The members of an order beside its id and time, its total, and what is told of it.
  @Test(arguments: [
    (#""sum": 7, "items": []"#, 700, []), (#""sum": 7, "items": null"#, 700, []),
    (#""sum": 7"#, 700, []), (#""items": []"#, nil, [FileNote(.brokenOrder, about: "2")]),
  ])
  func `an order without lines has its own total, or is told`(
    members: String, total: Int64?, notes: [FileNote]
  ) throws {
    let order = #"{"id": 2, "at": "2026-05-03", \#(members)}"#
    let table = try derived(
      "[\(order), \(Self.whole)]", columns: Self.lines.filter { $0.key != "total" || total != nil })
    let orders = try #require(table.summary.derivedOrders).rows
    let place = try #require(TableShape.orders.position(of: "total"))
    #expect(orders.first?.cells[place] == .integer(total ?? 800))
    #expect(orders.count == (total == nil ? 1 : 2))
    #expect(table.summary.notes == notes)
    #expect(table.summary.counts.read == 2)
    #expect(table.summary.counts.filtered == 1)
  }

  @Test(arguments: [#""items": {"0": {"sku": "A"}}"#, #""items": "A""#, #""items": 5"#])
  func `what should be a list and is none is refused`(member: String) throws {
    let order = #"{"id": 2, "at": "2026-05-03", "sum": 7, \#(member)}"#
    let table = try derived("[\(order), \(Self.whole)]", columns: Self.lines)
    #expect(table.rejections.map(\.reason) == [.malformed])
    #expect(table.rejections.first?.message.contains("expected an array in items") == true)
  }

  /// A number without quotes has a decimal point, whatever sign the texts beside it have.
  @Test(arguments: [
    (#"{"id": 1, "n": 8, "price": 1.125, "sum": "9,00"}"#, 900),
    (#"{"id": 1, "n": 1.125, "price": 2, "sum": null}"#, 225),
    (#"{"id": 1, "n": 2, "price": 19.9, "sum": "39,80"}"#, 3980),
    (#"{"id": 1, "n": "1,5", "price": 1.2e1, "sum": "18,00"}"#, 1800),
    (#"{"id": 1, "n": 2, "price": "1.125,50", "sum": "2.251,00"}"#, 225_100),
  ])
  func `a number is read as programs write it`(record: String, total: Int64) throws {
    let text = record.replacing("{", with: #"{"at": "2026-05-03", "sku": "A", "#)
    let columns = [
      "order_id": "id", "placed_at": "at", "quantity": "n", "unit_price": "price",
    ]
    let table = try derived("[\(text)]", columns: columns.merging(["city": "sum"]) { a, _ in a })
    #expect(table.rejections == [])
    #expect(table.cell(0, "line_total") == .integer(total))
    var own = columns
    own["total"] = "sum"
    let orders = try #require(derived("[\(text)]", columns: own).summary.derivedOrders).rows
    let place = try #require(TableShape.orders.position(of: "total"))
    #expect(orders.first?.cells[place] == .integer(total))
  }

  @Test func `a key of money names its currency, and its unit is refused`() throws {
    let text = #"{"order_id": 1, "placed_at": "2026-05-03", "total_usd": 5, "total_cents": 500}"#
    #expect(try orders(text, ["total": "total_usd"]).cell(0, "currency") == .text("USD"))
    #expect(throws: IngestError.self) { try orders(text, ["total": "total_cents"]) }
  }

  private static let flat = [
    "order_id": "id", "placed_at": "at", "sku": "sku", "quantity": "n", "unit_price": "price",
    "currency": "currency",
  ]

  private func built(_ table: ReadTable) throws -> [[Cell]] {
    let places = try ["order_id", "total", "currency"].map {
      try #require(TableShape.orders.position(of: $0))
    }
    return try #require(table.summary.derivedOrders).rows.map { row in places.map { row.cells[$0] }
    }
  }

  /// Two lines of order 1, in yen, one of order 2, in the shop's pounds.
  @Test(arguments: [[0, 1, 2], [1, 0, 2], [1, 2, 0], [2, 1, 0]], ["\n", ","])
  func `a line of JSON without a currency has its order's`(
    rows: [Int], between: String
  ) throws {
    let lines = [
      #"{"id": 1, "at": "2026-05-03", "sku": "A", "n": 2, "price": 400, "currency": "JPY"}"#,
      #"{"id": 1, "at": "2026-05-03", "sku": "B", "n": 1, "price": 200, "currency": null}"#,
      #"{"id": 2, "at": "2026-05-03", "sku": "C", "n": 1, "price": 7.5}"#,
    ]
    let all = rows.map { lines[$0] }.joined(separator: between)
    let table = try derived(between == "," ? "[\(all)]" : all, columns: Self.flat)
    #expect(
      Set(table.rows.map { [$0.cells[1], $0.cells[3], $0.cells[4]] }) == [
        [.text("A"), .integer(400), .text("JPY")], [.text("B"), .integer(200), .text("JPY")],
        [.text("C"), .integer(750), .text("GBP")],
      ])
    #expect(
      try Set(built(table)) == [
        [.text("1"), .integer(1000), .text("JPY")], [.text("2"), .integer(750), .text("GBP")],
      ])
  }

  /// The currency stands on one of the items, or on the order.
  @Test(arguments: [
    ("items[].currency", #"{"sku": "A", "n": 2, "price": 4, "currency": "USD"}"#, ""),
    ("items[].currency", #"{"sku": "A", "n": 2, "price": "$4", "currency": "USD"}"#, ""),
    ("currency", #"{"sku": "A", "n": 2, "price": 4}"#, #", "currency": "USD""#),
  ])
  func `items of an order have one currency`(path: String, item: String, member: String) throws {
    let other = #"{"sku": "B", "n": 1, "price": 3}"#
    for items in ["\(item), \(other)", "\(other), \(item)"] {
      let table = try derived(
        #"[{"id": 7, "at": "2026-05-03"\#(member), "items": [\#(items)]}]"#,
        columns: Self.lines.filter { $0.key != "total" }.merging(["currency": path]) { a, _ in a })
      #expect(table.rows.map { $0.cells[4] } == [.text("USD"), .text("USD")])
      #expect(try built(table) == [[.text("7"), .integer(1100), .text("USD")]])
    }
  }

  private static let before = #"{"id": 1, "at": "2026-05-03", "sku": "A", "n": 1, "price": 4}"#
  private static let behind = #"{"id": 3, "at": "2026-05-03", "sku": "B", "n": 1, "price": 5}"#

  /// What stands between order 1 and order 3, and which orders are told as broken. An array that is
  /// no JSON is refused whole.
  @Test(arguments: [
    (#"{"id": 2, "at": oops, "sku": "C"}"#, ["2"], false), (#"{"at": oops, "id": 2}"#, [], false),
    (#"{"sku": "C" "id": 2}"#, [], false), (#"{"id": 2, "sku"}"#, ["2"], false),
    (#"{"id": 1"#, [], false), ("5", [], true), ("null", [], true),
    (#"["x", {"id": 1}]"#, [], true),
    (#"{"id": null, "at": "2026-05-03", "sku": "C", "n": 1, "price": 5}"#, [], true),
    (#"{"at": "2026-05-03", "sku": "C", "n": "x", "price": 5}"#, [], true),
    (#"{"id": 1}"#, ["1"], true),
  ])
  func `a broken object costs itself, and the order that it names`(
    object: String, told: [String], mayBeInArray: Bool
  ) throws {
    for isArray in mayBeInArray ? [false, true] : [false] {
      let lines = [Self.before, object, Self.behind]
      let text = isArray ? "[\n\(lines.joined(separator: ",\n"))\n]" : lines.joined(separator: "\n")
      let table = try derived(text, columns: Self.flat.filter { $0.key != "currency" })
      #expect(table.rejections.map(\.line) == [isArray ? 3 : 2])
      let whole = ["1", "3"].filter { !told.contains($0) }
      #expect(try built(table).map { $0[0] } == whole.map { .text($0) })
      #expect(table.summary.notes == told.map { FileNote(.brokenOrder, about: $0) })
    }
  }

  @Test func `a broken object between two lines of an order breaks that order`() throws {
    let table = try derived(
      [Self.before, #"{"sku": oops}"#, Self.before, Self.behind].joined(separator: "\n"),
      columns: Self.flat.filter { $0.key != "currency" })
    #expect(try built(table).map { $0[0] } == [.text("3")])
    #expect(table.summary.notes == [FileNote(.brokenOrder, about: "1")])
  }

  /// What stands for the order 2 behind the order 1, which has two items.
  @Test(arguments: [
    (#"{"id": 2, "at": "2026-05-03", "items": [5, {"sku": "B", "n": 1, "price": 4}]}"#, ["2"]),
    (#"{"id": 2, "at": "2026-05-03", "items": "B"}"#, ["2"]),
    (#"{"id": 2, "at": "2026-05-03", "items": [{"sku": "B", "n": 1, "price": "x"}]}"#, ["2"]),
    (#"{"at": "2026-05-03", "items": [{"sku": "B", "n": 1, "price": 4}]}"#, []),
  ])
  func `a broken order of items leaves the one before it whole`(
    order: String, told: [String]
  ) throws {
    let table = try derived(
      "[\(Self.whole),\n\(order)]", columns: Self.lines.filter { $0.key != "total" })
    #expect(table.rejections.map(\.line) == [2])
    #expect(try built(table).map { $0.prefix(2) } == [[.text("1"), .integer(800)]])
    #expect(table.summary.notes == told.map { FileNote(.brokenOrder, about: $0) })
  }
}
