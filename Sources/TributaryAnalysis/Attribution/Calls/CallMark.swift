/// How much more often sessions with some feature call than others.
public struct CallMark: Sendable, Hashable {
  /// q: by feature, its share among the sessions that call; adds up to 1.
  public private(set) var callers: [Double]
  /// v: its share among all sessions; adds up to 1.
  public let visitors: [Double]

  /// Nothing is known of callers: they are as everybody.
  ///
  /// - Parameter sessions: by feature.
  init(sessions: [Double]) {
    // One more of each, so that a feature that nobody shows yet divides nothing by zero.
    let all = sessions.reduce(0) { $0 + $1 + 1 }
    visitors = sessions.map { ($0 + 1) / all }
    callers = visitors
  }

  /// q / v.
  func ratio(_ feature: Int) -> Double { callers[feature] / visitors[feature] }

  /// The mean of the Dirichlet posterior; the prior is v and weighs so many calls.
  mutating func learn(_ calls: [Double], weight: Double) {
    let all = calls.reduce(0, +)
    callers = zip(calls, visitors).map { ($0 + weight * $1) / (all + weight) }
  }
}
