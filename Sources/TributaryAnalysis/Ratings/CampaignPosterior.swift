import Foundation
import TributaryModel

/// What is known of a campaign's conversions per click: one gamma distribution for each attribution
/// model, any of which may be right, of which a share is taken to be brought.
///
/// ```
///  P(rate < x) = mean over the models m of  E[ P(Gamma(a_m, b_m) < x / s) ],  s ~ the share's beta
/// ```
struct CampaignPosterior {
  /// One for each model; at least one.
  let rates: [GammaPrior]
  /// Values of the share with weights that add up to 1.
  let shares: [(value: Double, weight: Double)]

  /// What is credited is taken to be brought.
  static let credited: [(value: Double, weight: Double)] = [(1, 1)]

  var mean: Double {
    let rate = rates.reduce(0) { $0 + $1.mean } / Double(rates.count)
    return rate * shares.reduce(0) { $0 + $1.value * $1.weight }
  }

  /// P(rate < value).
  func lower(_ value: Double) -> Double {
    var sum = 0.0
    for share in shares {
      let credited = value / share.value
      for rate in rates { sum += share.weight * rate.lower(credited) }
    }
    return min(1, sum / Double(rates.count))
  }

  /// The range that holds 90%, both ends cut alike.
  var interval: Interval { Interval(lower: quantile(0.05), upper: quantile(0.95)) }

  /// The rate with so much of the distribution below it.
  ///
  /// On a scale of logarithms, by false position with the stuck end's error halved (Illinois; M. Dowell,
  /// P. Jarratt, 1971), between ends that hold the rate.
  func quantile(_ share: Double) -> Double {
    guard mean > 0 else { return 0 }
    var (low, high) = (log(mean), log(mean))
    while lower(exp(low)) > share {
      low -= 2
      // Below the smallest double all of the distribution lies at 0.
      if low < -700 { return 0 }
    }
    while lower(exp(high)) < share { high += 1 }
    var below = lower(exp(low)) - share
    var above = lower(exp(high)) - share
    var movedLow: Bool?
    for _ in 0..<60 where high - low > 1e-9 {
      let middle = (low * above - high * below) / (above - below)
      let error = lower(exp(middle)) - share
      if abs(error) < 1e-10 { return exp(middle) }
      let movesLow = error < 0
      if movesLow {
        (low, below) = (middle, error)
        if movedLow == true { above /= 2 }
      } else {
        (high, above) = (middle, error)
        if movedLow == false { below /= 2 }
      }
      movedLow = movesLow
    }
    return exp((low + high) / 2)
  }
}
