/// A beta distribution of a share: what is taken to be known of it before anything is seen.
///
/// Read as cases: `BetaPrior(yes: 3, no: 7)` is as sure as ten cases of which three were so.
public struct BetaPrior: Sendable, Hashable {
  /// Over 0.
  public let yes: Double
  /// Over 0.
  public let no: Double

  package init(yes: Double, no: Double) {
    self.yes = yes
    self.no = no
  }

  public var mean: Double { yes / (yes + no) }

  /// The share with so much of the distribution below it.
  public func quantile(_ share: Double) -> Double { BetaFunction.inverseLower(yes, no, share) }

  /// Values and weights that add up to 1: the mean of a smooth function over the distribution is
  /// about the weighted sum of its values.
  ///
  /// Gauss and Legendre's nodes on the distribution's shares.
  func nodes(_ count: Int) -> [(value: Double, weight: Double)] {
    GaussLegendre.nodes(count).map { (quantile($0.place), $0.weight) }
  }
}
