import Foundation
import TributaryModel

/// How a campaign's sales answer to its spend: they grow as spend to the power `mean`.
///
/// Weekly sales are Poisson with the mean exp(b) x spend^e x demand, where demand is what the shop
/// sold in that week by its mean week, so that a season that raises both says nothing; e is pulled to
/// what is usual, N(0.7, 0.12^2).
/// Source: `../shared/methods/campaigns.py`, `elasticity`, which knows no demand.
public struct SpendResponse: Sendable, Hashable {
  public let mean: Double
  public let deviation: Double

  /// What is usual: twice the spend brings 1.6 times the sales.
  public static let usual = SpendResponse(mean: 0.7, deviation: 0.12)
  /// Outside of these a power says nothing that could be acted on.
  static let bounds = 0.2...0.98

  package init(mean: Double, deviation: Double) {
    self.mean = mean
    self.deviation = deviation
  }

  /// One week of a campaign.
  public struct Week: Sendable, Hashable {
    /// Minor units.
    public let spend: Int64
    /// Credited; may be fractional.
    public let sales: Double
    /// What the shop sold by its mean week; 1: as usual.
    public let demand: Double

    package init(spend: Int64, sales: Double, demand: Double = 1) {
      self.spend = spend
      self.sales = sales
      self.demand = demand
    }
  }

  /// Learns from weeks in any order; those without spend, or without demand, say nothing.
  public init(_ weeks: [Week]) {
    let usual = SpendResponse.usual
    let spent = weeks.filter { $0.spend > 0 && $0.demand > 0 }
    guard spent.count > 1 else {
      self = usual
      return
    }
    let mean = spent.reduce(0) { $0 + Double($1.spend) } / Double(spent.count)
    let scale = spent.map { log(Double($0.spend) / mean) }
    let sales = spent.reduce(0) { $0 + $1.sales } / Double(spent.count)
    var level = log(max(sales, 0.02))
    var power = usual.mean
    let weight = 1 / (usual.deviation * usual.deviation)
    var determinant = 1.0
    var information = 1.0
    for _ in 0..<20 {
      var (sum, first, second) = (1e-6, 0.0, weight)
      var (gradient, slope) = (0.0, -(power - usual.mean) * weight)
      for (week, x) in zip(spent, scale) {
        let expected = week.demand * exp(level + power * x)
        sum += expected
        first += expected * x
        second += expected * x * x
        gradient += week.sales - expected
        slope += (week.sales - expected) * x
      }
      (determinant, information) = (sum * second - first * first, sum)
      level += max(-1, min(1, (second * gradient - first * slope) / determinant))
      power += max(-1, min(1, (sum * slope - first * gradient) / determinant))
    }
    self.init(mean: power, deviation: (information / determinant).squareRoot())
  }

  /// Sales at so many times the present spend, by those of the present.
  static func sales(at multiplier: Double, power: Double) -> Double {
    multiplier > 0 ? pow(multiplier, power) : 0
  }

  /// The power, within its bounds.
  var bounded: Double { SpendResponse.bounded(mean) }

  static func bounded(_ power: Double) -> Double {
    min(max(power, bounds.lowerBound), bounds.upperBound)
  }
}
