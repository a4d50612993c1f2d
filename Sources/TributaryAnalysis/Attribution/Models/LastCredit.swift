import TributaryModel

/// All credit to the touchpoint that ended the path, direct or not.
public struct LastCredit: CreditRule {
  public let model = AttributionModel.last

  package init() {}

  /// The share of each touchpoint, in the order of the path.
  public func weights(of path: CreditPath) -> [Double] {
    path.indices.map { $0 == path.count - 1 ? 1 : 0 }
  }
}
