import TributaryModel

/// Turns costs with more digits than the currency has into minor units, VAT added, so that sums
/// stay true.
///
/// What rounding takes from one row is kept for the next of the same group, a campaign's day: the
/// stored sum of a group is its exact sum rounded once, half away from zero, so that it errs by
/// half a minor unit at most, however many rows it has. A row errs by less than one.
struct ExactCosts {
  /// Parts in a unit of currency: costs are held to a millionth, VAT rates to a millionth.
  private static let parts: Int128 = 1_000_000_000_000
  private let factor: Int128
  private var sums: [String: Int128] = [:]

  init(vatRate: Double) {
    factor = 1_000_000 + Int128((vatRate * 1_000_000).rounded())
  }

  /// The minor units of a cost in millionths of the currency, which must be below 10^17.
  mutating func minorUnits(_ millionths: Int64, group: String, _ currency: Currency) -> Int64 {
    let part = ExactCosts.parts / Int128(currency.minorUnits)
    let before = sums[group] ?? 0
    let after = before + Int128(millionths) * factor
    sums[group] = after
    return Int64(ExactCosts.rounded(after, part) - ExactCosts.rounded(before, part))
  }

  private static func rounded(_ value: Int128, _ part: Int128) -> Int128 {
    (value + value.signum() * (part / 2)) / part
  }
}
