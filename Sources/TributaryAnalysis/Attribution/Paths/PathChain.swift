/// The Markov chain of order k through the paths of a table: its states and transitions.
///
/// A state is a window of k touchpoints; a path shorter than k is one state. The path a > b > a > c
/// at order 2:
/// ```
///  start ──► (a,b) ──► (b,a) ──► (a,c) ──► conversion or null
/// ```
/// Shape: states and transitions are numbered once; how much flows along them, `ChainFlow`, is
/// added up for each set of weights.
/// Source: E. Anderl, I. Becker, F. von Wangenheim, J. Schumann, "Mapping the customer journey",
/// 2016.
struct PathChain: PathCrediting {
  let order: Int
  let dimensionCount: Int
  private(set) var states = StepInterner()
  /// By transition: the state it comes from. Transitions are in order of the state they lead to.
  private(set) var sources: [Int32] = []
  /// By state: where the transitions that lead to it end.
  private(set) var targetEnds: [Int] = []
  /// By path.
  private(set) var firstStates: [Int32] = []
  private(set) var lastStates: [Int32] = []
  /// Transitions of all paths, end to end.
  private(set) var transitions: [Int32] = []
  private(set) var transitionEnds: [Int] = []

  init(_ table: PathTable, order: Int) {
    self.order = order
    dimensionCount = table.names.count
    let steps = table.paths.steps
    var pairs = StepInterner()
    var pair: [Int32] = [0, 0]
    for path in 0..<table.count {
      let place = table.paths.place(path)
      let length = min(order, place.count)
      var state = Int32(states.number(of: steps, place.lowerBound..<place.lowerBound + length))
      firstStates.append(state)
      var end = place.lowerBound + length + 1
      while end <= place.upperBound {
        pair[0] = state
        state = Int32(states.number(of: steps, end - length..<end))
        pair[1] = state
        transitions.append(Int32(pairs.number(of: pair, 0..<2)))
        end += 1
      }
      lastStates.append(state)
      transitionEnds.append(transitions.count)
    }
    sortByTarget(pairs)
  }

  var stateCount: Int { states.count }

  /// The transitions that lead to a state.
  func incoming(_ state: Int) -> Range<Int> {
    (state == 0 ? 0 : targetEnds[state - 1])..<targetEnds[state]
  }

  /// The touchpoint that a state ends with.
  func lastStep(_ state: Int) -> Int {
    Int(states.steps[states.place(state).upperBound - 1])
  }

  private mutating func sortByTarget(_ pairs: StepInterner) {
    targetEnds = [Int](repeating: 0, count: states.count)
    for transition in 0..<pairs.count { targetEnds[Int(pairs.steps[2 * transition + 1])] += 1 }
    var next = [Int](repeating: 0, count: states.count)
    var total = 0
    for state in 0..<states.count {
      next[state] = total
      total += targetEnds[state]
      targetEnds[state] = total
    }
    sources = [Int32](repeating: 0, count: pairs.count)
    var renumbered = [Int32](repeating: 0, count: pairs.count)
    for transition in 0..<pairs.count {
      let target = Int(pairs.steps[2 * transition + 1])
      sources[next[target]] = pairs.steps[2 * transition]
      renumbered[transition] = Int32(next[target])
      next[target] += 1
    }
    for index in transitions.indices { transitions[index] = renumbered[Int(transitions[index])] }
  }
}
