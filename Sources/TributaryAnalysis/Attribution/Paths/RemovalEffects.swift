/// What would be lost if a dimension's touchpoints led nowhere, by dimension.
///
/// Units: conversions, value and margin of the table; the share of the whole is the removal effect
/// RE of the literature.
struct RemovalEffects {
  private(set) var conversions: [Double]
  private(set) var value: [Double]
  private(set) var margin: [Double]

  /// States up to which the chain of order 1 is inverted as one matrix.
  static let mostInverted = 512

  init(_ chain: PathChain, _ flow: ChainFlow, accuracy: Double) {
    conversions = [Double](repeating: 0, count: chain.dimensionCount)
    (value, margin) = (conversions, conversions)
    if chain.order == 1, chain.stateCount <= RemovalEffects.mostInverted {
      invert(chain, flow)
    } else {
      visit(chain, flow, accuracy)
    }
  }

  /// Order 1 in closed form, one inverse for all dimensions.
  ///
  /// With T the flow between states and D the visits on a diagonal, M = D - T. The conversions that
  /// follow a visit of state i are x_i = (M^-1 c)_i, with c the conversions by last state; of d_i
  /// visits, 1 / (M^-1)_ii are a path's first one. Hence x_i / (M^-1)_ii of all conversions come by
  /// way of i: P(visit i) P(conversion | i) for each path.
  ///
  /// By hand: a > b twice (1 conversion, 1 null), b once (1 conversion). M = [[2, -2], [0, 3]],
  /// M^-1 = [[1/2, 1/3], [0, 1/3]], c = [0, 2]: x = [2/3, 2/3]; lost without a 4/3, without b 2.
  private mutating func invert(_ chain: PathChain, _ flow: ChainFlow) {
    let count = chain.stateCount
    var matrix = SquareMatrix(size: count)
    for state in 0..<count {
      matrix[state, state] += flow.visits[state] > 0 ? flow.visits[state] : 1
      for transition in chain.incoming(state) {
        matrix[Int(chain.sources[transition]), state] -= flow.transitions[transition]
      }
    }
    guard matrix.invert() else { return }
    for state in 0..<count where flow.visits[state] > 0 {
      let dimension = chain.lastStep(state)
      for last in 0..<count {
        let ratio = matrix[state, last] / matrix[state, state]
        conversions[dimension] += ratio * flow.conversions[last]
        value[dimension] += ratio * flow.value[last]
        margin[dimension] += ratio * flow.margin[last]
      }
    }
  }

  /// Any order: of what ends in each state, the share that came by way of the dimension.
  private mutating func visit(_ chain: PathChain, _ flow: ChainFlow, _ accuracy: Double) {
    var visited = VisitedShare(chain, flow, accuracy: accuracy)
    for dimension in 0..<chain.dimensionCount {
      visited.solve(for: dimension)
      for state in 0..<chain.stateCount where visited.share[state] != 0 {
        conversions[dimension] += visited.share[state] * flow.conversions[state]
        value[dimension] += visited.share[state] * flow.value[state]
        margin[dimension] += visited.share[state] * flow.margin[state]
      }
    }
  }
}
