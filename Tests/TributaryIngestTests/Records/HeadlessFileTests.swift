import Testing
import TributaryModel

@testable import TributaryIngest

struct HeadlessFileTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func spend(
    _ text: String, _ columns: [String: String] = ["date": "1", "cost": "3", "campaign": "2"]
  ) throws -> ReadTable {
    var options = Given.tableOptions()
    options.hasHeader = false
    options.columns = columns
    return try ReadTable(bench.write("t.csv", text), .spend, options)
  }

  @Test(arguments: [",", ";", "\t"])
  func `places name the cells of a file without a header`(mark: String) throws {
    let text = "2026-05-03,May,1.5,x\n2026-05-04,\"Ju\"\"ne\",2.25,x\n".replacing(",", with: mark)
    let table = try spend(text)
    #expect(table.rows.map(\.line) == [1, 2])
    #expect(table.cell(0, "cost") == .integer(150))
    #expect(table.cell(1, "campaign") == .text("Ju\"ne"))
    #expect(table.summary.counts.read == 2)
  }

  @Test func `the first record may lack cells at its end`() throws {
    let table = try spend(
      "2026-05-03,1.5\n2026-05-04,2.5,May\n", ["date": "1", "cost": "2", "campaign": "3"])
    #expect(table.rows.count == 2)
    #expect(table.cell(0, "campaign") == .null)
  }

  @Test func `a record without a needed cell is refused`() throws {
    let table = try spend("2026-05-03,May\n2026-05-04,May,2.5\n")
    #expect(table.rejections.map(\.line) == [1])
  }

  @Test func `a file of nothing has no records`() throws {
    #expect(try spend("").summary.counts == FileCounts())
  }

  @Test func `a header shows its delimiter whatever the rows hold`() throws {
    let text = "date;campaign;cost;clicks\n2026-05-03;a,b,c;1,5\n2026-05-04;a,b,c;2,5\n"
    let table = try ReadTable(bench.write("h.csv", text), .spend, Given.tableOptions())
    #expect(table.cell(0, "cost") == .integer(150))
    #expect(table.cell(1, "campaign") == .text("a,b,c"))
    let bars = "date|cost\n2026-05-03|1,5\n"
    #expect(
      try ReadTable(bench.write("b.csv", bars), .spend, Given.tableOptions()).cell(0, "cost")
        == .integer(150))
  }

  @Test func `a mark of byte order inside a joined file is no letter`() throws {
    let text =
      "\u{feff}campaign,date,cost\na,2026-05-03,1\n\u{feff}\"b\",2026-05-04,2\n\u{feff}c,2026-05-05,3\n"
    let table = try ReadTable(bench.write("j.csv", text), .spend, Given.tableOptions())
    #expect([0, 1, 2].map { table.cell($0, "campaign") } == [.text("a"), .text("b"), .text("c")])
  }

  /// The last cells of most records are left off, so that the commas of decimals are as many.
  @Test(arguments: [";", "\t"])
  func `the places that are named show the delimiter`(mark: String) throws {
    let text =
      "2026-05-03;May;1,5;x;new\n2026-05-04;June;2,5\n2026-05-05;July;3,5;\n"
      + "2026-05-06;June;4,5\n"
    let table = try spend(
      text.replacing(";", with: mark),
      ["date": "1", "cost": "3", "campaign": "2", "medium": "5"])
    #expect(table.rejections == [])
    #expect(
      table.rows.indices.map { table.cell($0, "cost") }
        == [150, 250, 350, 450].map { .integer($0) })
    #expect(table.cell(0, "medium") == .text("new"))
  }
}
