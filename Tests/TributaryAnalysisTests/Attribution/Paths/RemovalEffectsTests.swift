import Testing

@testable import TributaryAnalysis

struct RemovalEffectsTests {
  /// The chain's probability of a conversion, by the inverse of its flow: the sum over states of
  /// starts times the conversions that follow a visit.
  private static func conversionsThatFollow(_ chain: PathChain, _ flow: ChainFlow) -> Double? {
    var matrix = SquareMatrix(size: chain.stateCount)
    var starts = flow.visits
    for state in 0..<chain.stateCount {
      matrix[state, state] += flow.visits[state]
      for transition in chain.incoming(state) {
        matrix[Int(chain.sources[transition]), state] -= flow.transitions[transition]
        starts[state] -= flow.transitions[transition]
      }
    }
    guard matrix.invert() else { return nil }
    var sum = 0.0
    for state in 0..<chain.stateCount {
      for last in 0..<chain.stateCount {
        sum += starts[state] * matrix[state, last] * flow.conversions[last]
      }
    }
    return sum
  }

  /// P(conversion) = C / (C + N): 63 conversions, and each path starts once.
  @Test(arguments: PathModel.orders)
  func `a chain converts as often as its paths`(order: Int) throws {
    let table = ReferencePaths.table
    let chain = PathChain(table, order: order)
    let follow = try #require(
      RemovalEffectsTests.conversionsThatFollow(chain, ChainFlow(chain, table.weights)))
    #expect(abs(follow - 63) < 1e-9)
  }

  /// Two ways to the same effects: one inverse, and the shares of visits.
  @Test func `the closed form and the sweeps agree`() {
    let table = ReferencePaths.table
    let chain = PathChain(table, order: 1)
    let flow = ChainFlow(chain, table.weights)
    let inverted = RemovalEffects(chain, flow, accuracy: 1e-13)
    var visited = VisitedShare(chain, flow, accuracy: 1e-13)
    for dimension in 0..<chain.dimensionCount {
      visited.solve(for: dimension)
      let lost = zip(visited.share, flow.conversions).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(lost - inverted.conversions[dimension]) < 1e-10)
    }
  }

  /// Paths of 400 touchpoints that go round and round: b and c follow a, d comes once in a while.
  /// Nothing converts without a, b or c. Of 110 paths 11 begin with d, and the round forgets which:
  /// wherever a path ends, one visit of ten came by way of d, so that 1 conversion of 10 is lost.
  @Test func `long paths are solved to the accuracy asked for`() {
    var table = PathTable()
    let round = (0..<400).map { ["a", "b", "c"][$0 % 3] }
    table.add(path: round, conversions: 9, nulls: 90)
    table.add(path: ["d"] + round, conversions: 1, nulls: 10)
    let chain = PathChain(table, order: 2)
    let flow = ChainFlow(chain, table.weights)
    let effects = RemovalEffects(chain, flow, accuracy: 1e-13)
    for dimension in 0..<3 {
      #expect(abs(effects.conversions[dimension] - 10) < 1e-10, "\(dimension)")
    }
    #expect(abs(effects.conversions[3] - 1) < 1e-9)
  }
}
