import TributaryModel

/// All credit to the last touchpoint that was not direct, to the last one when all were.
public struct LastNonDirectCredit: CreditRule {
  public let model = AttributionModel.lastNonDirect

  package init() {}

  /// The share of each touchpoint, in the order of the path.
  public func weights(of path: CreditPath) -> [Double] {
    let chosen = path.isDirect.lastIndex(of: false) ?? path.count - 1
    return path.indices.map { $0 == chosen ? 1 : 0 }
  }
}
