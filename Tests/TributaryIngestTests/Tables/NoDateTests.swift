import Testing
import TributaryModel

@testable import TributaryIngest

struct NoDateTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func orders(_ row: String) throws -> ReadTable {
    let text = "order_id;placed_at;total;cancelled_at\n" + row + "\n"
    return try ReadTable(bench.write("o.csv", text), .orders, Given.tableOptions())
  }

  @Test(arguments: [
    "0000-00-00 00:00:00", "0000-00-00", "0001-01-01T00:00:00", "0001-01-01T00:00:00Z",
    "01.01.0001 0:00:00", "00.00.0000", "NaT", "0", "1899-12-30",
    "1900-01-01 00:00:00.000", "1970-01-01 00:00:00",
  ])
  func `the zero of a calendar is no date, which a needed column must have`(text: String) throws {
    let table = try orders("1;2026-05-03;5;" + text)
    #expect(table.rejections.isEmpty)
    #expect(table.cell(0, "cancelled_at") == .null)
    let needed = try orders("1;\(text);5;")
    #expect(needed.rejections.map(\.reason) == [.missingValue])
  }

  @Test(arguments: ["0001-01-02", "1970-01-01 03:00:00", "2026-00-00", "1980-05-03", "soon"])
  func `other dates that cannot be are refused`(text: String) throws {
    #expect(try orders("1;2026-05-03;5;" + text).rejections.map(\.reason) == [.badDate])
  }
}
