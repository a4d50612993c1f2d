import Testing
import TributaryAnalysis
import TributaryModel

struct PathModelTests {
  @Test(arguments: [
    ("first", AttributionModel.first, 1), ("last-non-direct", .lastNonDirect, 1),
    ("markov", .markov, 1), ("markov:1", .markov, 1), ("markov:4", .markov, 4),
    ("shapley", .shapley, 1),
  ])
  func `a model is found by its name`(name: String, model: AttributionModel, order: Int) throws {
    let found = try #require(PathModel(named: name))
    #expect(found.model == model && found.order == order)
  }

  @Test(arguments: [
    "", "frist", "markov:", "markov:0", "markov:5", "markov:+2", "markov:2:1", "linear:2", ":2",
  ])
  func `no other name is one`(name: String) { #expect(PathModel(named: name) == nil) }
}
