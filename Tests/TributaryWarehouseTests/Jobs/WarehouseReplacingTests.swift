import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct WarehouseReplacingTests {
  let shop: TestShop
  let warehouse: Warehouse
  let columns = ["kind", "day", "source_file_id"]

  init() throws {
    shop = try TestShop()
    warehouse = try shop.open()
    try warehouse.replace(
      table: "stale_day_file", columns: columns, part: .whole,
      rows: [
        [.text("a"), .text("2026-05-01"), .integer(1)],
        [.text("a"), .text("2026-05-02"), .integer(2)],
        [.text("b"), .text("2026-05-02"), .integer(3)],
      ])
  }

  let stored = "select kind, day, source_file_id from stale_day_file order by kind, day"
  let new: [[Cell]] = [[.text("a"), .text("2026-05-02"), .integer(9)]]

  @Test func `only the days named are replaced`() throws {
    let count = try warehouse.replace(
      table: "stale_day_file", columns: columns, part: .days([try day("2026-05-02")]), rows: new)
    #expect(count == 1)
    #expect(try warehouse.dump(stored) == ["a|2026-05-01|1", "a|2026-05-02|9"])
  }

  @Test func `only the rows that match are replaced`() throws {
    try warehouse.replace(
      table: "stale_day_file", columns: columns, part: .matching(column: "kind", .text("a")),
      rows: new)
    #expect(try warehouse.dump(stored) == ["a|2026-05-02|9", "b|2026-05-02|3"])
  }

  @Test func `a wrong row undoes the deletion`() throws {
    #expect(throws: WarehouseError.self) {
      try warehouse.replace(
        table: "stale_day_file", columns: columns, part: .whole, rows: new + [[.null]])
    }
    #expect(try warehouse.dump(stored).count == 3)
  }

  @Test(arguments: [("stale_day_file\" where 0; --", "kind"), ("stale_day_file", "kind\", \"x")])
  func `a name that the schema lacks is refused`(table: String, column: String) throws {
    let error = #expect(throws: WarehouseError.self) {
      try warehouse.replace(table: table, columns: [column], part: .whole, rows: [[.null]])
    }
    #expect(error?.kind == .other)
    #expect(try warehouse.dump(stored).count == 3)
  }

  @Test func `what results were made with is kept by their name`() throws {
    #expect(try warehouse.fingerprint("sessions") == nil)
    try warehouse.setFingerprint("sessions", "gap 30")
    try warehouse.setFingerprint("journeys", "x")
    try warehouse.setFingerprint("sessions", "gap 20")
    #expect(try warehouse.fingerprint("sessions") == "gap 20")
    #expect(try warehouse.fingerprint("journeys") == "x")
  }

  @Test func `a run keeps its start, its jobs and its end`() throws {
    let run = try warehouse.beginRun(
      asOf: day("2026-05-03"), startedAt: Instant(milliseconds: 10), version: "1.0")
    try warehouse.finishJob("load", of: run, seconds: 1.5, rows: 7)
    #expect(try warehouse.dump("select finished_at from run") == ["null"])
    try warehouse.finishRun(run, finishedAt: Instant(milliseconds: 20), exitCode: 65)
    #expect(
      try warehouse.dump("select as_of, started_at, finished_at, exit_code, version from run")
        == ["2026-05-03|10|20|65|1.0"])
    #expect(try warehouse.dump("select job, seconds, rows from job_run") == ["load|1.5|7"])
  }
}
