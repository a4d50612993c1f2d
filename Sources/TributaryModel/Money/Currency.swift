/// A currency by its ISO 4217 code.
public struct Currency: Hashable, Sendable {
  /// Three capital letters, such as `RUB`.
  public let code: String
  /// Decimal digits of the minor unit (ISO 4217): 2 for most, 0 for JPY, 3 for KWD.
  public let minorDigits: Int

  /// The currency of that code in letters of any case; nil for what is no code in use, such as
  /// `RUR` or `ZZZ`: see `CurrencyAdvice`.
  public init?(_ code: String) {
    let upper = code.uppercased()
    guard let digits = CurrencyList.minorDigits(of: upper) else { return nil }
    self.code = upper
    minorDigits = digits
  }

  private init(known code: String) {
    self.code = code
    minorDigits = 2
  }

  public static let rub = Currency(known: "RUB")
  public static let gbp = Currency(known: "GBP")
  public static let usd = Currency(known: "USD")
  public static let eur = Currency(known: "EUR")
  /// `XXX`, "no currency": stands where no shop is known yet. No text is read as it.
  public static let unknown = Currency(known: "XXX")

  /// Minor units in one unit: 100 for most.
  public var minorUnits: Int64 { [1, 10, 100, 1000, 10_000][minorDigits] }
}
