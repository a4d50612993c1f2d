import TributaryModel

/// The Shapley value of the game in which a set of players is worth the conversions of the paths
/// that need no other player.
///
/// Such a game is a sum over paths, and of a path's worth each of its players brings the same part:
/// 1 / (players of the path). Hence no subset need be counted. By hand: of a path a > b > a each of
/// a and b gets 1/2, so that the touches get 1/4, 1/2, 1/4; a player's part is shared equally among
/// its touches.
///
/// Source: K. Zhao, S. H. Mahboobi, S. R. Bagheri, "Shapley Value Methods for Attribution Modeling
/// in Online Advertising", 2018, section 3.
public struct ShapleyCredit: CreditRule {
  public let model = AttributionModel.shapley

  public init() {}

  public func weights(of path: CreditPath) -> [Double] {
    var touches: [Int32: Double] = [:]
    for player in path.players { touches[player, default: 0] += 1 }
    return path.players.map { 1 / (touches[$0] ?? 1) }
  }
}
