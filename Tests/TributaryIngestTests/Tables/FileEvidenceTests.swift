import Testing
import TributaryModel

@testable import TributaryIngest

struct FileEvidenceTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func orders(
    _ rows: [String], header: String = "order_id,placed_at,total",
    _ change: (inout TableOptions) -> Void = { _ in }
  ) throws -> ReadTable {
    var options = Given.tableOptions()
    change(&options)
    let text = ([header] + rows).joined(separator: "\n") + "\n"
    return try ReadTable(bench.write("o.csv", text), .orders, options)
  }

  private let plain = (0..<600).map { "\($0),2026-05-03 10:00,5" }

  // Seconds by `date -u -d TEXT +%s`.
  @Test(arguments: [0, 300, 600])
  func `one date that shows its order shows that of all`(place: Int) throws {
    var rows = ["a,5/3/2026 10:15,1"] + plain + ["b,5/4/26 11:00,1"]
    rows.insert("c,5/13/2026 12:00,1", at: place)
    let table = try orders(rows)
    #expect(table.rejections.isEmpty)
    let at = Dictionary(
      uniqueKeysWithValues: table.rows.map { ($0.cells[0], $0.cells[1]) })
    #expect(at[.text("a")] == .integer(1_777_803_300_000))
    #expect(at[.text("b")] == .integer(1_777_892_400_000))
    #expect(at[.text("c")] == .integer(1_778_673_600_000))
  }

  @Test func `dates that nothing shows are refused, and those of a file that shows both`() throws {
    #expect(try orders(["a,5/3/2026 10:15,1", "b,5/4/2026 10:15,1"]).rows.isEmpty)
    let both = try orders(["a,5/3/2026,1", "b,25/3/2026,1", "c,3/25/2026,1"])
    #expect(both.rejections.map(\.line) == [2])
  }

  @Test(arguments: ["b;2026-05-03;7,50", "b;2026-05-03;1.234.567,00"])
  func `one number that shows the decimal sign shows that of all`(proof: String) throws {
    let rows = ["a;2026-05-03;1.234"] + plain.map { $0.replacing(",", with: ";") } + [proof]
    let table = try orders(rows, header: "order_id;placed_at;total")
    #expect(table.rejections.isEmpty)
    #expect(table.cell(0, "total") == .integer(123_400))
  }

  @Test func `numbers that nothing shows are refused`() throws {
    let rows = ["a;2026-05-03;1.234"] + plain.map { $0.replacing(",", with: ";") }
    #expect(try orders(rows, header: "order_id;placed_at;total").rejections.map(\.line) == [2])
  }

  @Test func `points with the month first are known while rows wait, and later refuse the file`()
    throws
  {
    let table = try orders(["a,05.03.2026,1", "b,05.13.2026,1"])
    #expect(table.cell(0, "placed_at") == .integer(1_777_766_400_000))
    #expect(throws: IngestError.self) {
      try orders(["a,05.03.2026,1"] + plain + ["b,05.13.2026,1"])
    }
  }

  private static let third: Cell = .integer(1_777_766_400_000)

  // Days: `date -u -d 2026-05-03 +%s`.
  @Test(arguments: [
    ["26.05.03", "26.05.31", "2026.05.04"], ["26.05.03", "26.05.04", "26.05.05", "2026.05.04"],
    ["26.05.03", "26.05.29", "2026.05.04"],
  ])
  func `points with a short year first are known by the other dates`(dates: [String]) throws {
    let table = try orders(dates.enumerated().map { "\($0),\($1),1" })
    #expect(table.cell(0, "placed_at") == FileEvidenceTests.third)
    #expect(table.rejections.isEmpty)
  }

  @Test(arguments: [
    ["03.05.26", "31.05.26"], ["03.05.26", "04.05.26", "05.05.26"], ["03.05.26"],
    ["03.05.26", "31.05.26", "2026.05.04"], ["03.05.26", "03.09.25", "03.01.24"],
    ["03.05.26", "03.05.25"], ["03.05.26", "2026.05.04"],
  ])
  func `points have the day first where nothing shows a year`(dates: [String]) throws {
    let table = try orders(dates.enumerated().map { "\($0),\($1),1" })
    #expect(table.cell(0, "placed_at") == FileEvidenceTests.third)
  }

  @Test func `a declared year first holds for short years with points`() throws {
    let table = try orders(["a,26.05.03,1", "b,03.05.2026,1"]) { $0.dateOrder = .yearMonthDay }
    #expect(table.cell(0, "placed_at") == FileEvidenceTests.third)
    #expect(table.cell(1, "placed_at") == FileEvidenceTests.third)
  }

  @Test func `an impossible date costs its row alone`() throws {
    let slashes = try orders(["a,5/3/2026,1", "b,5/13/2026,1", "c,13/13/2026,1"])
    #expect(slashes.rejections.map(\.line) == [4])
    let points = try orders(["a,03.05.2026,1", "b,25.05.2026,1", "c,05.13.2026,1"])
    #expect(points.rejections.map(\.line) == [4])
    let later = try orders(["a,03.05.2026,1"] + plain + ["b,25.05.2026,1", "c,05.13.2026,1"])
    #expect(later.rejections.map(\.line) == [604])
  }

  @Test func `a declared order is not asked about`() throws {
    let table = try orders(["a,5/3/2026,1", "b,13/5/2026,1"]) { $0.dateOrder = .monthDayYear }
    #expect(table.cell(0, "placed_at") == .integer(1_777_766_400_000))
    #expect(table.rejections.map(\.line) == [3])
  }
}
