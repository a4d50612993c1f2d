import Foundation
import TributaryModel

/// Credit that halves with every half-life between a touchpoint and the conversion.
///
/// The weight is 2^-(d / h), d days before the conversion with half-life h. By hand, h = 7: touches
/// 14, 7 and 0 days before weigh 1/4, 1/2 and 1, so that they get 1/7, 2/7 and 4/7.
///
/// Deviation: d is counted from the latest touchpoint, which changes no share and keeps the weights
/// of a path that is long past from all becoming 0.
public struct TimeDecayCredit: CreditRule {
  public let model = AttributionModel.timeDecay
  /// Units: days; above 0.
  public let halfLifeDays: Double

  package init(halfLifeDays: Double = 7) {
    precondition(halfLifeDays > 0)
    self.halfLifeDays = halfLifeDays
  }

  /// The share of each touchpoint, in the order of the path.
  public func weights(of path: CreditPath) -> [Double] {
    let latest = path.daysBefore.min() ?? 0
    return path.daysBefore.map { exp2((latest - $0) / halfLifeDays) }
  }
}
