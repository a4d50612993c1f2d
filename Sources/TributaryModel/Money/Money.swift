/// An amount of money.
///
/// Units: whole minor units (kopecks, cents) of `currency`; never a fraction of them.
public struct Money: Hashable, Sendable {
  public let minor: Int64
  public let currency: Currency

  package init(minor: Int64, currency: Currency) {
    self.minor = minor
    self.currency = currency
  }

  /// In whole units, for charts and ratios only.
  public var units: Double { Double(minor) / Double(currency.minorUnits) }

  /// Splits an amount by weights so that the parts add up to it exactly (largest remainder).
  ///
  /// Equal remainders go to the earlier part. All parts are zero when no weight is positive.
  public static func split(_ minor: Int64, by weights: [Double]) -> [Int64] {
    let total = weights.reduce(0, +)
    guard total > 0 else { return weights.map { _ in 0 } }
    let exact = weights.map { Double(minor) * $0 / total }
    var parts = exact.map { Int64($0.rounded(.down)) }
    let missing = Int(minor - parts.reduce(0, +))
    let order = exact.indices.sorted { left, right in
      let a = exact[left] - exact[left].rounded(.down)
      let b = exact[right] - exact[right].rounded(.down)
      return a == b ? left < right : a > b
    }
    for position in 0..<max(0, missing) { parts[order[position % order.count]] += 1 }
    return parts
  }
}

/// Amounts as plain decimals, exact to the minor unit.
public enum MoneyText {
  /// `1234.50` for 123,450 minor units of a currency with two digits; two for an unknown code.
  public static func plain(_ minor: Int64, _ code: String) -> String {
    let digits = Currency(code)?.minorDigits ?? 2
    guard digits > 0 else { return String(minor) }
    let size = String(minor.magnitude)
    let padded = String(repeating: "0", count: max(0, digits + 1 - size.count)) + size
    return (minor < 0 ? "-" : "") + padded.dropLast(digits) + "." + padded.suffix(digits)
  }

  /// `7.00 RUB` for each sum by its currency's code, in the order of codes; without one the number.
  public static func sums(_ minor: [String: Int64]) -> [String] {
    minor.sorted { $0.key < $1.key }.map { code, sum in
      plain(sum, code) + (code.isEmpty ? "" : " " + code)
    }
  }
}
