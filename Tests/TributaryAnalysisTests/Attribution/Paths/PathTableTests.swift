import Testing
import TributaryModel

@testable import TributaryAnalysis

struct PathTableTests {
  @Test func `a path that comes again is summed`() {
    var table = PathTable()
    table.add(path: ["a", "b"], conversions: 1, value: 5, margin: 2, nulls: 1)
    table.add(path: ["b", "a"], conversions: 2)
    table.add(path: ["a", "b"], conversions: 0.5, value: 2, margin: 1, nulls: 3)
    table.add(path: ["a"], conversions: 4)
    #expect(table.names == ["a", "b"])
    #expect(table.count == 3)
    #expect(table.weights.conversions == [1.5, 2, 4])
    #expect(table.weights.value == [7, 0, 0])
    #expect(table.weights.margin == [3, 0, 0])
    #expect(table.weights.nulls == [4, 0, 0])
  }

  @Test func `batches go on where the one before ended`() {
    var first = PathBatch()
    first.newNames = ["a", "b"]
    first.steps = [0, 1, 1]
    first.ends = [2, 3]
    (first.conversions, first.value, first.nulls) = ([1, 2], [10, 20], [0, 1])
    var second = PathBatch()
    second.newNames = ["c"]
    second.steps = [2, 0, 1]
    second.ends = [1, 3]
    (second.conversions, second.value, second.nulls) = ([3, 4], [30, 40], [0, 0])
    var table = PathTable()
    table.add(first)
    table.add(second)
    #expect(table.names == ["a", "b", "c"])
    #expect(table.weights.conversions == [5, 2, 3])
    #expect(table.weights.value == [50, 20, 30])
    #expect(table.hasNulls)
  }

  /// Every path of five letters out of six, twice: 6^5 paths.
  @Test func `thousands of paths are told apart`() {
    var table = PathTable(names: ["a", "b", "c", "d", "e", "f"])
    for _ in 0..<2 {
      for number in 0..<7776 {
        let steps = [1, 6, 36, 216, 1296].map { Int32(number / $0 % 6) }
        table.add(steps: steps, conversions: Double(number))
      }
    }
    #expect(table.count == 7776)
    #expect(table.weights.conversions == (0..<7776).map { Double(2 * $0) })
  }

  @Test(arguments: [
    ("direct", true), ("Direct", true), ("(direct)", true), ("(DIRECT)", true),
    ("direct-mail", false), ("", false),
  ])
  func `direct is told by its name`(name: String, isDirect: Bool) {
    #expect(PathTable(names: [name]).isDirect(0) == isDirect)
  }
}
