import Foundation
import TributaryModel

extension Words {
  /// `₽961k`, `₽1.28M`, in Russian `961 тыс. ₽`; whole units under ten thousand.
  ///
  /// Units: minor units of the shop's currency.
  func money(_ minor: Double) -> String {
    guard minor.isFinite else { return Words.unknown }
    return scaled(minor / Double(currency.minorUnits)) { value in
      let scale = Scale(for: abs(value))
      return (number(value / scale.divisor, decimals: scale.decimals(abs(value))), scale)
    }
  }

  func money(_ minor: Int64) -> String { money(Double(minor)) }

  /// `₽59,700`, in Russian `59 700 ₽`: whole units.
  func fullMoney(_ minor: Double) -> String {
    guard minor.isFinite else { return Words.unknown }
    return scaled(minor / Double(currency.minorUnits)) { (number($0), .one) }
  }

  func fullMoney(_ minor: Int64) -> String { fullMoney(Double(minor)) }

  /// `₽0.79M to ₽1.13M`, in Russian `0,79…1,13 млн ₽`: both ends in the unit of the larger one.
  func moneyRange(_ interval: Interval) -> String {
    let lower = interval.lower / Double(currency.minorUnits)
    let upper = interval.upper / Double(currency.minorUnits)
    let largest = max(abs(lower), abs(upper))
    let scale = Scale(for: largest)
    let places = scale.decimals(largest)
    let ends = [lower, upper].map { number($0 / scale.divisor, decimals: places) }
    if isRussian { return affixed("\(ends[0])…\(ends[1])", scale) }
    return "\(affixed(ends[0], scale)) to \(affixed(ends[1], scale))"
  }

  /// `₽344 (₽282 to ₽404)`.
  func moneyEstimate(_ estimate: Estimate) -> String {
    guard let interval = estimate.interval else { return money(estimate.value) }
    return "\(money(estimate.value)) (\(moneyRange(interval)))"
  }

  /// The sign of the currency: `₽`, `€`, `$`, `£`, else its code.
  var currencySign: String {
    switch currency {
    case .rub: "₽"
    case .eur: "€"
    case .usd: "$"
    case .gbp: "£"
    default: currency.code
    }
  }

  private func scaled(_ units: Double, _ text: (Double) -> (String, Scale)) -> String {
    let (digits, scale) = text(units)
    return affixed(digits, scale)
  }

  /// Number, unit and currency together, the sign of the number first.
  private func affixed(_ digits: String, _ scale: Scale) -> String {
    let unit = isRussian ? scale.russian : scale.english
    if isRussian {
      return digits + (unit.isEmpty ? "" : Words.noBreak + unit) + Words.noBreak + currencySign
    }
    let gap = currencySign.count > 1 ? Words.noBreak : ""
    if digits.hasPrefix(Words.minus) {
      return Words.minus + currencySign + gap + digits.dropFirst() + unit
    }
    return currencySign + gap + digits + unit
  }

  /// Units, thousands, millions or billions.
  private enum Scale {
    case one, thousand, million, billion

    /// By what is left after rounding, so that 999,500 reads as one million.
    init(for size: Double) {
      switch size {
      case 999_500_000...: self = .billion
      case 999_500...: self = .million
      case 9_995...: self = .thousand
      default: self = .one
      }
    }

    var divisor: Double {
      switch self {
      case .one: 1
      case .thousand: 1e3
      case .million: 1e6
      case .billion: 1e9
      }
    }

    var english: String {
      switch self {
      case .one: ""
      case .thousand: "k"
      case .million: "M"
      case .billion: "B"
      }
    }

    var russian: String {
      switch self {
      case .one: ""
      case .thousand: "тыс."
      case .million: "млн"
      case .billion: "млрд"
      }
    }

    func decimals(_ size: Double) -> Int {
      switch self {
      case .one, .thousand: 0
      case .million, .billion: size / divisor < 9.995 ? 2 : 1
      }
    }
  }
}
