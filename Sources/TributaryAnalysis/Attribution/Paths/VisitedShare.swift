/// Of all visits to each state of a chain, the share that came by way of one dimension before.
///
/// Nulling the states with a dimension loses what flows on from them, so the share lost of a state j is
/// z_j = 1 where j holds the dimension, else the mean of z over where its visits come from:
/// d_j z_j = sum of t_ij z_i, with d_j the visits to j, t_ij those from i to j; a visit from the
/// start has z = 0. What is lost in all is the sum of z_j times what ends in j. This is the adjoint
/// of removing and solving forward, with one unknown for conversions, value and margin alike.
///
/// The equations are solved by Gauss-Seidel sweeps in order of first appearance, with a correction
/// between them that is exact for the chain of last touchpoints (aggregation), so that long paths
/// need few sweeps. The lost conversions are off by no more than the sum of the absolute residuals,
/// at which the sweeps stop: the accuracy asked for, or what rounding leaves.
/// Source: W. Stewart, "Introduction to the Numerical Solution of Markov Chains", 1994, 3.3 and 6.3.
///
/// Memory: a few numbers for each state and transition, whatever the number of dimensions.
struct VisitedShare {
  private(set) var share: [Double]
  private let chain: PathChain
  private let flow: ChainFlow
  /// By state: visits that do not come from the state itself.
  private var entries: [Double]
  private var holdsDimension: [Bool]
  private let groups: [Int]
  private let groupCount: Int
  private let tolerance: Double

  /// Groups of states that the correction tells apart.
  private static let mostGroups = 64
  private static let mostSweeps = 10_000

  /// - Parameter accuracy: what the lost conversions may be off by, as a part of all.
  init(_ chain: PathChain, _ flow: ChainFlow, accuracy: Double) {
    self.chain = chain
    self.flow = flow
    share = [Double](repeating: 0, count: chain.stateCount)
    holdsDimension = [Bool](repeating: false, count: chain.stateCount)
    groupCount = min(chain.dimensionCount, VisitedShare.mostGroups)
    groups = (0..<chain.stateCount).map {
      chain.lastStep($0) % min(chain.dimensionCount, VisitedShare.mostGroups)
    }
    entries = flow.visits
    for state in 0..<chain.stateCount {
      for transition in chain.incoming(state) where Int(chain.sources[transition]) == state {
        entries[state] -= flow.transitions[transition]
      }
    }
    tolerance = max(
      accuracy * flow.conversions.reduce(0, +), 1e-15 * flow.visits.reduce(0, +))
  }

  /// Fills `share` for a dimension.
  mutating func solve(for dimension: Int) {
    for state in 0..<chain.stateCount {
      holdsDimension[state] = chain.states.place(state).contains {
        Int(chain.states.steps[$0]) == dimension
      }
      share[state] = holdsDimension[state] ? 1 : 0
    }
    var correction = makeCorrection()
    var last = Double.infinity
    for _ in 0..<VisitedShare.mostSweeps {
      let (total, sums) = residual()
      if total <= tolerance { return }
      if total > last { correction = nil }
      last = total
      if let correction { correct(by: correction, sums) }
      sweep()
    }
  }

  private mutating func sweep() {
    for state in share.indices where !holdsDimension[state] && entries[state] > 0 {
      share[state] = inflow(state) / entries[state]
    }
  }

  /// What came by way of the dimension into a state from others.
  private func inflow(_ state: Int) -> Double {
    var sum = 0.0
    for transition in chain.incoming(state) {
      let source = Int(chain.sources[transition])
      if source != state { sum += flow.transitions[transition] * share[source] }
    }
    return sum
  }

  /// By how much the equations fail: in all, and with its sign by group.
  private func residual() -> (total: Double, sums: [Double]) {
    var total = 0.0
    var sums = [Double](repeating: 0, count: groupCount)
    for state in share.indices where !holdsDimension[state] && entries[state] > 0 {
      let failure = inflow(state) - entries[state] * share[state]
      total += abs(failure)
      sums[groups[state]] += failure
    }
    return (total, sums)
  }

  /// The inverse of the equations added up by group; nil where it has none.
  private func makeCorrection() -> SquareMatrix? {
    var matrix = SquareMatrix(size: groupCount)
    for state in share.indices where !holdsDimension[state] {
      let group = groups[state]
      matrix[group, group] += entries[state]
      for transition in chain.incoming(state) {
        let source = Int(chain.sources[transition])
        if source != state, !holdsDimension[source] {
          matrix[group, groups[source]] -= flow.transitions[transition]
        }
      }
    }
    for group in 0..<groupCount where matrix[group, group] <= 0 { matrix[group, group] = 1 }
    return matrix.invert() ? matrix : nil
  }

  private mutating func correct(by inverse: SquareMatrix, _ sums: [Double]) {
    var steps = [Double](repeating: 0, count: groupCount)
    for row in 0..<groupCount {
      for column in 0..<groupCount { steps[row] += inverse[row, column] * sums[column] }
    }
    for state in share.indices where !holdsDimension[state] && entries[state] > 0 {
      share[state] += steps[groups[state]]
    }
  }
}
