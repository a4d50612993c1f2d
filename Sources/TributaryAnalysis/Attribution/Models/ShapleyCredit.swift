import TributaryModel

/// The Shapley value of the game whose players are dimensions: a set of them is worth the
/// conversions of the paths that need no other dimension.
///
/// Such a game is a sum over paths, and of a path's worth each of its dimensions brings the same
/// part: 1 / (dimensions of the path). Hence no subset need be counted. By hand: of a path a > b > a
/// each of a and b gets 1/2, so that the touches get 1/4, 1/2, 1/4; a dimension's part is shared
/// equally among its touches.
///
/// Source: K. Zhao, S. H. Mahboobi, S. R. Bagheri, "Shapley Value Methods for Attribution Modeling
/// in Online Advertising", 2018, section 3.
public struct ShapleyCredit: CreditRule {
  public let model = AttributionModel.shapley

  package init() {}

  /// The share of each touchpoint, in the order of the path.
  public func weights(of path: CreditPath) -> [Double] {
    var touches: [Int32: Double] = [:]
    for dimension in path.dimensions { touches[dimension, default: 0] += 1 }
    return path.dimensions.map { 1 / (touches[$0] ?? 1) }
  }
}
