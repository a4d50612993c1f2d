import TributaryModel

/// Two fifths to the first touchpoint, two fifths to the last, one fifth to those between in equal
/// parts; one half each where there are two, all to one that is alone.
public struct PositionCredit: CreditRule {
  public let model = AttributionModel.position

  package init() {}

  /// The share of each touchpoint, in the order of the path.
  public func weights(of path: CreditPath) -> [Double] {
    guard path.count > 2 else { return path.indices.map { _ in 1 } }
    let between = 0.2 / Double(path.count - 2)
    return path.indices.map { $0 == 0 || $0 == path.count - 1 ? 0.4 : between }
  }
}
