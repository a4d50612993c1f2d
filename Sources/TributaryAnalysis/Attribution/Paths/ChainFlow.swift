/// How often the paths of one set of weights went along each part of a chain.
///
/// A path counts as often as it was seen: conversions + nulls. What flows into a state flows out of
/// it, so that the chain's probability of a conversion is conversions / (conversions + nulls), the
/// share among the paths themselves.
struct ChainFlow {
  /// By transition.
  private(set) var transitions: [Double]
  /// By state: how often it was entered, from the start or along a transition.
  private(set) var visits: [Double]
  /// By state: what the paths that ended there brought.
  private(set) var conversions: [Double]
  private(set) var value: [Double]
  private(set) var margin: [Double]

  init(_ chain: PathChain, _ weights: PathWeights) {
    transitions = [Double](repeating: 0, count: chain.sources.count)
    visits = [Double](repeating: 0, count: chain.stateCount)
    (conversions, value, margin) = (visits, visits, visits)
    var place = 0
    for path in chain.lastStates.indices {
      let end = chain.transitionEnds[path]
      let weight = weights.conversions[path] + weights.nulls[path]
      guard weight > 0 else {
        place = end
        continue
      }
      visits[Int(chain.firstStates[path])] += weight
      while place < end {
        transitions[Int(chain.transitions[place])] += weight
        place += 1
      }
      let last = Int(chain.lastStates[path])
      conversions[last] += weights.conversions[path]
      value[last] += weights.value[path]
      margin[last] += weights.margin[path]
    }
    for state in 0..<chain.stateCount {
      for transition in chain.incoming(state) { visits[state] += transitions[transition] }
    }
  }
}
