import TributaryModel

/// What a model credits to one player.
public struct PathCredit: Sendable, Hashable {
  public let name: String
  public let conversions: Double
  /// In the unit of the table's values, as is `margin`.
  public let value: Double
  public let margin: Double

  public init(name: String, conversions: Double, value: Double, margin: Double) {
    self.name = name
    self.conversions = conversions
    self.value = value
    self.margin = margin
  }
}

/// The ranges of what a model credits to one player.
public struct PathCreditRange: Sendable, Hashable {
  public let name: String
  public let conversions: Interval
  public let value: Interval
  public let margin: Interval
}

/// Credit by the players' codes.
struct PlayerCredit: Sendable {
  var conversions: [Double]
  var value: [Double]
  var margin: [Double]

  init(players: Int) {
    conversions = [Double](repeating: 0, count: players)
    value = conversions
    margin = conversions
  }
}

/// A model prepared for the paths of one table, whatever their weights.
protocol PathCrediting: Sendable {
  /// - Parameter accuracy: what the credits may be off by, as a part of all conversions.
  func credit(_ weights: PathWeights, accuracy: Double) -> PlayerCredit
}
