import Testing
import TributaryModel

@testable import TributaryIngest

/// Which columns a file has.
@Suite struct StatedColumnsTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func columns(
    _ text: String, _ name: String = "t.csv", format: String? = nil
  ) throws -> Set<String>? {
    var options = Given.tableOptions()
    if let format { options = try FormatRegistry.format(named: format).applied(to: options) }
    var found: Set<String>?
    let reader = TableReader(shape: .orders, options: options)
    _ = try reader.read(bench.write(name, text)) { batch, _ in found = batch.columns }
    return found
  }

  @Test func `a table has the columns of its header, empty or not`() throws {
    #expect(
      try columns("order_id,placed_at,total,status\nA,2026-05-01,5,\n")
        == ["order_id", "placed_at", "total", "status"])
  }

  @Test(arguments: [
    (#"[{"order_id": 1, "placed_at": "2026-05-01", "total": 5}]"#, []),
    (#"[{"order_id": 1, "placed_at": "2026-05-01", "total": 5, "city": null}]"#, ["city"]),
    (#"[{"order_id": 1, "placed_at": "2026-05-01", "total": 5, "city": ""}]"#, ["city"]),
    (
      #"{"order_id": 1, "placed_at": "2026-05-01", "total": 5}"# + "\n"
        + #"{"order_id": 2, "placed_at": "2026-05-01", "total": 5, "status": "new"}"#, ["status"]
    ),
  ])
  func `objects have the columns that any of them names`(text: String, more: [String]) throws {
    #expect(
      try columns(text, "t.json", format: "json")
        == Set(["order_id", "placed_at", "total"] + more))
  }
}
