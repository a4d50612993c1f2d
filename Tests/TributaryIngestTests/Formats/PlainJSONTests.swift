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
}
