import TributaryModel

/// The same credit to every touchpoint of the path.
public struct LinearCredit: CreditRule {
  public let model = AttributionModel.linear

  package init() {}

  /// The share of each touchpoint, in the order of the path.
  public func weights(of path: CreditPath) -> [Double] {
    path.indices.map { _ in 1 }
  }
}
