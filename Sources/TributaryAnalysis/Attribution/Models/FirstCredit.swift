import TributaryModel

/// All credit to the touchpoint that began the path.
public struct FirstCredit: CreditRule {
  public let model = AttributionModel.first

  package init() {}

  /// The share of each touchpoint, in the order of the path.
  public func weights(of path: CreditPath) -> [Double] {
    path.indices.map { $0 == 0 ? 1 : 0 }
  }
}
