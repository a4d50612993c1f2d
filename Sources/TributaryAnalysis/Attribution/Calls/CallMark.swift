/// How much more often sessions with some feature call than others.
public struct CallMark: Sendable, Hashable {
  /// v: by feature, its share among all sessions; adds up to 1.
  public let visitors: [Double]
  /// Of the prior, by which callers are as everybody. Units: calls.
  private let weight: Double
  /// By feature.
  private var calls: [Double]
  private var all = 0.0

  /// Nothing is known of callers: they are as everybody.
  ///
  /// - Parameter sessions: by feature.
  init(sessions: [Double], weight: Double) {
    // One more of each, so that a feature that nobody shows yet divides nothing by zero.
    let sum = sessions.reduce(0) { $0 + $1 + 1 }
    visitors = sessions.map { ($0 + 1) / sum }
    self.weight = weight
    calls = sessions.map { _ in 0 }
  }

  /// q: by feature, its share among the sessions that call, the mean of the Dirichlet posterior;
  /// adds up to 1.
  public var callers: [Double] { visitors.indices.map { visitors[$0] * ratio($0) } }

  /// q / v.
  func ratio(_ feature: Int) -> Double {
    (calls[feature] / visitors[feature] + weight) / (all + weight)
  }

  /// - Parameter part: of a call from a session with that feature; negative takes back what was
  ///   counted.
  mutating func count(_ part: Double, _ feature: Int) {
    calls[feature] += part
    all += part
  }
}
