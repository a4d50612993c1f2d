/// A share that is learned from cases, counted in parts: the mean of its beta posterior.
///
/// Example: prior 0.2 with a weight of 10 cases, 3 of 5 cases seen: (3 + 2) / (5 + 10) = 1 / 3.
public struct LearnedShare: Sendable, Hashable {
  let prior: Double
  /// Of the prior. Units: cases.
  let weight: Double
  private var yes = 0.0
  private var all = 0.0

  init(prior: Double, weight: Double) {
    self.prior = prior
    self.weight = weight
  }

  /// Units: 0...1.
  public var value: Double { (yes + weight * prior) / (all + weight) }

  /// - Parameter part: of a case; negative takes back what was counted.
  mutating func count(_ part: Double, isYes: Bool) {
    if isYes { yes += part }
    all += part
  }
}
