import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

@Suite struct ReadOnlyWarehouseTests {
  private let folder: TemporaryFolder
  private let pipeline: Pipeline

  init() throws {
    folder = try TemporaryFolder()
    let text = """
      {name: 'shop', timezone: 'Europe/Moscow', warehouse: 'w.sqlite',
       sources: [{kind: 'calendar', paths: ['*.csv']}, {kind: 'spend', paths: ['none-*.csv']}]}
      """
    try folder.write(text, to: "pipeline.json5")
    pipeline = try PipelineFile.load(folder.url.path(percentEncoded: false))
  }

  /// Two days of the calendar loaded, one rejected, and a file refused whole.
  private func fill() throws {
    let warehouse = try Warehouse(
      path: pipeline.warehouse, settings: .init(zone: pipeline.zone, currency: pipeline.currency))
    let file = FileDescription(
      kind: .calendar, path: "days.csv", size: 1, modified: 1, inode: 1, reading: .whole)
    _ = try warehouse.load(file) { loader in
      var batch = TableBatch()
      let position = try #require(TableShape.calendar.position(of: "date"))
      for (line, day) in [(2, "2026-11-01"), (3, "2026-11-02")] {
        var cells = TableShape.calendar.columns.map { $0.type == .instant ? Cell.null : .text("x") }
        cells[position] = .text(day)
        batch.rows.append(TableRow(line: line, cells: cells))
      }
      try loader.append(batch, shape: .calendar)
      loader.reject([
        Rejection(
          line: 4, byteOffset: 40, reason: .badDate, column: "date", message: "expected a day",
          sample: "32.13")
      ])
      return LoadSummary(read: 3, contentOffset: 50, contentHash: "a", headHash: "b")
    }
    let bad = FileDescription(
      kind: .spend, path: "bad.csv", size: 1, modified: 1, inode: 2, reading: .whole)
    try warehouse.recordRefusal(bad, message: "bad.csv: no header")
    let run = try warehouse.beginRun(
      asOf: try #require(Day("2026-11-14")), startedAt: Instant(milliseconds: 1000),
      version: "0.1.0")
    try warehouse.finishRun(run, finishedAt: Instant(milliseconds: 3500), exitCode: 65)
  }

  @Test func `before the first run there is no warehouse to read`() throws {
    let error = try #require(throws: RunError.self) { try ReadOnlyWarehouse(pipeline) }
    #expect(error.code == .noInput)
    #expect(error.message.contains("tributary run shop"))
  }

  @Test func `a query gives its names and rows`() throws {
    try fill()
    var names: [String] = []
    var rows: [[Cell]] = []
    try ReadOnlyWarehouse(pipeline).query(
      "select date, 1 as n, null as gone from calendar_event order by date"
    ) {
      names = $0
    } row: {
      rows.append($0)
    }
    #expect(names == ["date", "n", "gone"])
    #expect(
      rows == [
        [.text("2026-11-01"), .integer(1), .null], [.text("2026-11-02"), .integer(1), .null],
      ])
  }

  @Test(arguments: [
    "delete from calendar_event", "drop table event", "select nothing_such", "",
    "select 1; select 2",
    "attach 'x' as y",
  ])
  func `a query that is wrong or would write is a wrong use`(sql: String) throws {
    try fill()
    let error = try #require(throws: RunError.self) {
      try ReadOnlyWarehouse(pipeline).query(sql, columns: { _ in }, row: { _ in })
    }
    #expect(error.code == .usage)
  }

  @Test func `an error while rows are written stops the query as itself`() throws {
    try fill()
    let broken = RunError(.inputOutput, "no room")
    let error = try #require(throws: RunError.self) {
      try ReadOnlyWarehouse(pipeline).query("select 1") { _ in
      } row: { (_: [Cell]) throws(RunError) in
        throw broken
      }
    }
    #expect(error == broken)
  }

  @Test func `rejections name file, line and reason, and count those not listed`() throws {
    try fill()
    let list = try ReadOnlyWarehouse(pipeline).rejections(limit: 1)
    #expect(list.total == 1)
    #expect(list.files.map(\.message) == ["bad.csv: no header"])
    let record = try #require(list.records.first)
    #expect(record.path == "days.csv" && record.line == 4 && record.reason == "bad-date")
    #expect(record.column == "date" && record.sample == "32.13" && record.byteOffset == 40)
  }

  @Test func `status has the last run and every source of the pipeline file`() throws {
    try fill()
    let status = try ReadOnlyWarehouse(pipeline).status(at: Instant(milliseconds: 9000))
    #expect(status.runs.first?.exitCode == 65)
    #expect(status.runs.first?.finishedAt == Instant(milliseconds: 3500))
    #expect(status.sources.map(\.kind) == [.spend, .calendar])
    let calendar = try #require(status.sources.last)
    #expect(calendar.counts.read == 3 && calendar.counts.loaded == 2)
    #expect(calendar.counts.rejected == 1)
    #expect(calendar.dataTo?.description == "2026-11-02")
    #expect(status.sources.first?.refusedFiles == 1)
  }

  @Test func `a check that gives a row fails and names it`() throws {
    try fill()
    _ = try KeyFile.create(at: pipeline.keyFile)
    try folder.write("date,name,kind\n2026-11-01,x,sale\n", to: "days.csv")
    try folder.write(
      "select date from calendar_event where date > '2026-11-01'", to: "checks/a.sql")
    try folder.write("select 1 where 0", to: "checks/b.sql")
    let checkup = Checkup(of: pipeline)
    let codes = Dictionary(
      checkup.findings.map { ($0.name, $0.exitCode) }, uniquingKeysWith: { first, _ in first })
    #expect(codes["$.sources[0] calendar"] == 0)
    #expect(codes["$.sources[1] spend"] == 66)
    #expect(codes["warehouse"] == 0 && codes["ledger"] == 0)
    #expect(checkup.findings.filter { $0.exitCode == 70 }.map(\.message) == [])
    #expect(codes["checks/a.sql"] == 65 && codes["checks/b.sql"] == 0)
    #expect(checkup.exitCode == 65)
    #expect(
      checkup.findings.contains { $0.message == "1 rows, the first: 2026-11-02" })
  }
}
