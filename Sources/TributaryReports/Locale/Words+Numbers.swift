import Foundation
import TributaryModel

extension Words {
  /// `1,234.5`, in Russian `1 234,5`; a real minus; never a minus before a zero.
  func number(_ value: Double, decimals: Int = 0) -> String {
    guard value.isFinite else { return Words.unknown }
    let digits = Words.digits(abs(value), decimals: decimals)
    let parts = digits.split(separator: ".")
    let grouped = Words.grouped(String(parts[0]), separator: isRussian ? Words.noBreak : ",")
    let isZero = digits.allSatisfy { $0 == "0" || $0 == "." }
    let sign = value < 0 && !isZero ? Words.minus : ""
    guard parts.count > 1 else { return sign + grouped }
    return sign + grouped + (isRussian ? "," : ".") + parts[1]
  }

  /// A bare number of an axis: `500`, `2k`, `1.5M`, in Russian `2 тыс.`.
  func shortNumber(_ value: Double) -> String {
    let size = abs(value)
    let (divisor, unit) =
      size >= 1e9
      ? (1e9, say("B", " млрд"))
      : size >= 1e6
        ? (1e6, say("M", " млн")) : size >= 1e3 ? (1e3, say("k", " тыс.")) : (1, "")
    let scaled = value / divisor
    let tenths = (scaled * 10).rounded() / 10
    let decimals = tenths == tenths.rounded() ? 0 : 1
    return number(scaled, decimals: decimals) + unit.replacing(" ", with: Words.noBreak)
  }

  func number(_ value: Int) -> String { number(Double(value)) }

  /// Shown where a value is not known.
  static let unknown = "–"

  /// `1.84%`, `+26%`, in Russian `1,84 %`.
  ///
  /// Without `decimals`: two under 10%, none from there on; none for a signed change.
  func percent(_ share: Double, decimals: Int? = nil, signed: Bool = false) -> String {
    guard share.isFinite else { return Words.unknown }
    let places = decimals ?? (signed || abs(share) >= 0.0995 ? 0 : 2)
    let digits = number(share * 100, decimals: places)
    let isPositive = share > 0 && digits.contains { $0.isNumber && $0 != "0" }
    return (signed && isPositive ? "+" : "") + digits + (isRussian ? Words.noBreak : "") + "%"
  }

  /// Decimals that show two significant figures of half the range's width, at most `most`.
  static func decimals(of interval: Interval, most: Int = 2) -> Int {
    let half = (interval.upper - interval.lower) / 2
    guard half.isFinite, half > 0 else { return most }
    return min(most, max(0, 1 - Int(log10(half).rounded(.down))))
  }

  /// `29 to 53`, in Russian `29…53`.
  func range(_ lower: String, _ upper: String) -> String {
    say("\(lower) to \(upper)", "\(lower)…\(upper)")
  }

  func range(_ interval: Interval, decimals: Int? = nil) -> String {
    let places = decimals ?? Words.decimals(of: interval)
    return range(
      number(interval.lower, decimals: places), number(interval.upper, decimals: places))
  }

  /// `1.65% to 2.14%`, in Russian `1,65…2,14 %`.
  func percentRange(_ interval: Interval, decimals: Int? = nil) -> String {
    let scaled = interval.scaled(by: 100)
    let places = decimals ?? Words.decimals(of: scaled)
    let lower = number(scaled.lower, decimals: places)
    let upper = number(scaled.upper, decimals: places)
    return say("\(lower)% to \(upper)%", "\(lower)…\(upper)\(Words.noBreak)%")
  }

  /// `40 (29 to 53)`; whole when it counts things that people hold.
  func estimate(_ estimate: Estimate, whole: Bool = false) -> String {
    let most = whole ? 0 : 2
    guard let interval = estimate.interval else {
      return number(estimate.value, decimals: most)
    }
    let places = Words.decimals(of: interval, most: most)
    return "\(number(estimate.value, decimals: places)) (\(range(interval, decimals: places)))"
  }

  /// `1.84% (1.65% to 2.14%)`.
  func shareEstimate(_ estimate: Estimate) -> String {
    guard let interval = estimate.interval else { return percent(estimate.value) }
    let places = Words.decimals(of: interval.scaled(by: 100))
    let value = percent(estimate.value, decimals: places)
    return "\(value) (\(percentRange(interval, decimals: places)))"
  }

  /// Digits of a value that is not negative, rounded half away from zero in decimal.
  private static func digits(_ value: Double, decimals: Int) -> String {
    let scale = pow(10, Double(decimals))
    let scaled = (value * scale).rounded()
    guard scaled < 9e15 else { return String(format: "%.0f", value) }
    let whole = Int64(scaled)
    guard decimals > 0 else { return String(whole) }
    let unit = Int64(scale)
    let fraction = String(whole % unit)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(whole / unit).\(zeros)\(fraction)"
  }

  private static func grouped(_ digits: String, separator: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return result
  }
}
