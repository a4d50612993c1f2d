import Foundation
import TributaryModel

/// Shares a budget among campaigns so that the last unit of money brings the same margin in each.
///
/// ```
///  margin(f) = m f^e at f times the spend s;  its slope per unit of money e m f^(e-1) / s = price
///  f = (e m / (price s))^(1 / (1 - e)), held to what the campaign may move
/// ```
/// The price is found by halving, on a scale of logarithms, so that the budget is met; it is never
/// below what the last unit must bring, and higher on a platform that has a limit of its own.
/// Source: `../shared/methods/campaigns.py`, `advise`.
/// By hand: two campaigns of 100 that bring 200 and 50, e = 1/2 both, 200 to share: slopes are equal
/// at f = 16 : 1, so 188.2 and 11.8 without bounds.
struct BudgetAllocation {
  /// A campaign with what its money brings.
  struct Part {
    let platform: String
    /// Minor units.
    let spend: Double
    /// Margin that is taken to be brought, minor units.
    let margin: Double
    /// The power of the response; below 1.
    let power: Double
    let range: ClosedRange<Double>

    /// The multiplier at which the last unit of money brings so much.
    func multiplier(at price: Double) -> Double {
      guard margin > 0, spend > 0 else { return range.lowerBound }
      let free = pow(power * margin / (price * spend), 1 / (1 - power))
      return min(max(free, range.lowerBound), range.upperBound)
    }
  }

  let parts: [Part]
  let limits: BudgetLimits

  /// By how much each part's spend is multiplied, with what is too little left out.
  var multipliers: [Double] {
    zip(parts, shares).map { part, multiplier in
      let isTooSmall =
        multiplier < BudgetLimits.stopBelow
        || multiplier < 1 && multiplier * part.spend < Double(limits.least)
      return isTooSmall && part.range.lowerBound == 0 ? 0 : multiplier
    }
  }

  /// By how much each part's spend is multiplied.
  var shares: [Double] {
    let total = parts.reduce(0) { $0 + $1.spend } * limits.total
    let floors = platformPrices
    func prices(_ price: Double) -> [Double] {
      parts.map { max(price, floors[$0.platform] ?? 0) }
    }
    let price = BudgetAllocation.price(from: max(limits.leastReturn, BudgetAllocation.lowest)) {
      spend(parts, prices($0)) <= total
    }
    return zip(parts, prices(price)).map { $0.multiplier(at: $1) }
  }

  private static let lowest = 1e-6
  private static let highest = 1e6

  /// What the last unit must bring on platforms with a limit.
  private var platformPrices: [String: Double] {
    var prices: [String: Double] = [:]
    for (platform, limit) in limits.platforms {
      let own = parts.filter { $0.platform == platform }
      prices[platform] = BudgetAllocation.price(from: BudgetAllocation.lowest) { price in
        spend(own, own.map { _ in price }) <= Double(limit)
      }
    }
    return prices
  }

  private func spend(_ parts: [Part], _ prices: [Double]) -> Double {
    zip(parts, prices).reduce(0) { $0 + $1.0.spend * $1.0.multiplier(at: $1.1) }
  }

  /// The lowest price from there on that fits.
  private static func price(from lowest: Double, fits: (Double) -> Bool) -> Double {
    if fits(lowest) { return lowest }
    var (low, high) = (log(lowest), log(highest))
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if fits(exp(middle)) { high = middle } else { low = middle }
    }
    return exp(high)
  }
}
