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
}
