import Testing
import TributaryModel

@testable import TributaryAnalysis

struct SeasonalDesignTests {
  let first = Day(number: 20_000)

  /// Intercept 1, weekday 1, and two neighbours of the trend and of the year that share 1.
  @Test(arguments: [0, 13, 56, 400])
  func `a row without events adds up to four`(offset: Int) {
    let design = SeasonalDesign(firstDay: first, lastDay: first.adding(400), events: [])
    let row = design.row(first.adding(offset))
    #expect(abs(row.values.reduce(0, +) - 4) < 1e-12)
    #expect(row.columns.allSatisfy { (0..<design.width).contains($0) })
    #expect(row.columns.contains(first.adding(offset).weekday))
  }

  @Test(arguments: [
    (0, [8: 1.0]), (-4, [4: 0.5, 5: 0.5]), (6, [12: 2 / 3.0, 13: 1 / 3.0]), (10, [13: 0.5]),
  ])
  func `an event's row lies between its knots`(offset: Int, expected: [Int: Double]) {
    var row = SparseRow()
    row.addEvent(offset, at: 0)
    #expect(row.columns.sorted() == expected.keys.sorted())
    for (column, value) in zip(row.columns, row.values) {
      #expect(abs(value - (expected[column] ?? 9)) < 1e-12)
    }
  }

  @Test(arguments: [-29, -28, 12, 13])
  func `far from an event its row is empty`(offset: Int) {
    var row = SparseRow()
    row.addEvent(offset, at: 0)
    #expect(row.columns.isEmpty)
  }
}
