import Testing
import TributaryModel

@testable import TributaryIngest

struct HeaderZoneTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func placed(_ header: String, _ cell: String, declared: Zone? = nil) throws -> Cell? {
    var options = Given.tableOptions()
    let shop = try #require(Zone(identifier: "Asia/Yekaterinburg"))
    options.zone = declared ?? shop
    options.shopZone = shop
    options.columns = ["placed_at": header]
    let text = "order_id;\(header);total\n1;\(cell);5\n"
    return try ReadTable(bench.write("o.csv", text), .orders, options).cell(0, "placed_at")
  }

  // 3 May 2026, 07:15 UTC: `date -u -d "2026-05-03 07:15" +%s`. Yekaterinburg is five hours ahead.
  @Test(arguments: [
    ("Created date (UTC)", "2026-05-03 07:15"), ("created_at_utc", "2026-05-03T07:15:00"),
    ("Дата (МСК)", "03.05.2026 10:15"), ("Start [GMT+02:00]", "03.05.2026 09:15"),
    ("Дата, UTC+3", "03.05.2026 10:15"), ("Дата (МСК)", "2026-05-03 07:15 UTC"),
    ("Дата", "03.05.2026 12:15"), ("Date (EST)", "03.05.2026 12:15"),
    ("Created (UTC)", "1777792500"),
  ])
  func `times without an offset are of the zone that the header names`(
    header: String, cell: String
  ) throws {
    #expect(try placed(header, cell) == .integer(1_777_792_500_000))
  }

  @Test func `a date alone is the shop's, and a declared zone outweighs the header's`() throws {
    // `date -u -d "2026-05-02 19:00" +%s`
    #expect(try placed("Date (UTC)", "2026-05-03") == .integer(1_777_748_400_000))
    let moscow = try #require(Zone(identifier: "Europe/Moscow"))
    #expect(
      try placed("Date (UTC)", "2026-05-03 10:15", declared: moscow) == .integer(1_777_792_500_000))
  }

  // Midnight of 3 May in Yekaterinburg, whichever zone the times of the source are of.
  @Test(arguments: ["2026-05-03", "03.05.2026", "3 мая 2026 г.", "20260503"])
  func `a date alone is the shop's day in a source of another zone`(cell: String) throws {
    let declared = try ["UTC", "America/New_York", "Asia/Vladivostok"].map {
      try #require(Zone(identifier: $0))
    }
    for zone in declared {
      #expect(try placed("Date", cell, declared: zone) == .integer(1_777_748_400_000))
    }
  }

  @Test func `a day is the shop's day of the time`() throws {
    var options = Given.tableOptions()
    options.zone = try #require(Zone(identifier: "Europe/Moscow"))
    options.shopZone = options.zone
    options.columns = ["date": "Day (UTC)"]
    let file = try bench.write(
      "s.csv", "Day (UTC);cost;source\n2026-05-03 22:15;5;x\n2026-05-03;5;x\n")
    let table = try ReadTable(file, .spend, options)
    #expect(table.cell(0, "date") == .text("2026-05-04"))
    #expect(table.cell(1, "date") == .text("2026-05-03"))
  }
}
