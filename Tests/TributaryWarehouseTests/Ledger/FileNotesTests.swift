import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct FileNotesTests {
  private let shop: TestShop
  private let warehouse: Warehouse

  init() throws {
    shop = try TestShop()
    warehouse = try shop.open()
  }

  /// Loads a file of no rows that says these things of itself.
  @discardableResult
  private func load(_ file: FileDescription, _ notes: [FileNote]) throws -> LoadOutcome {
    try warehouse.load(file) { _ in
      LoadSummary(read: 0, contentOffset: 1, contentHash: "c", headHash: "h", notes: notes)
    }
  }

  private func told() throws -> [String] {
    try warehouse.fileNotes().map {
      "\($0.source.rawValue) \($0.path) \($0.note.kind.rawValue) \($0.note.about) \($0.note.count)"
    }
  }

  @Test func `a table that is read again says its notes anew`() throws {
    let outcome = try load(
      .table(.orders, "a.csv"), [FileNote(.zeroTotals, count: 2), FileNote(.zeroTotals, count: 1)])
    #expect(outcome.notes == [FileNote(.zeroTotals, count: 3)])
    try load(.table(.orders, "a.csv"), [FileNote(.zeroTotals, count: 4)])
    #expect(try told() == ["orders a.csv zero-totals  4"])
    try load(.table(.orders, "a.csv"), [])
    #expect(try told() == [])
  }

  @Test func `a log that grows adds to its notes`() throws {
    try load(.log("a.log"), [FileNote(.busyDay, count: 2, about: "2026-05-03")])
    try load(.log("a.log"), [FileNote(.busyDay, count: 3, about: "2026-05-03")])
    try load(.log("a.log"), [FileNote(.busyDay, count: 1, about: "2026-05-04")])
    #expect(
      try told() == [
        "clickstream a.log busy-day 2026-05-03 5", "clickstream a.log busy-day 2026-05-04 1",
      ])
  }

  @Test func `a file that is refused takes its notes along, one that cannot be opened does not`()
    throws
  {
    try load(.table(.orders, "a.csv"), [FileNote(.zeroTotals)])
    try warehouse.recordRefusal(.table(.orders, "a.csv"), message: "cannot be opened")
    #expect(try told().count == 1)
    try warehouse.recordRefusal(.table(.orders, "a.csv"), message: "half of it is bad", records: 9)
    #expect(try told() == [])
  }

  @Test func `of too many notes a hundred of each kind stay`() throws {
    let days = (0..<200).map { FileNote(.busyDay, about: "day \(1000 + $0)") }
    try load(.table(.orders, "a.csv"), days + [FileNote(.zeroTotals)])
    #expect(try told().count == 101)
    #expect(try told().first == "orders a.csv busy-day day 1000 1")
  }
}
