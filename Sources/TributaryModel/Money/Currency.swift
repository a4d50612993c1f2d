/// A currency by its ISO 4217 code.
public struct Currency: Hashable, Sendable {
  /// Three capital letters, such as `RUB`.
  public let code: String

  /// The currency of that code, or nil when it is not three Latin letters.
  public init?(_ code: String) {
    let upper = code.uppercased()
    guard upper.utf8.count == 3, upper.utf8.allSatisfy({ (65...90).contains($0) }) else {
      return nil
    }
    self.code = upper
  }

  private init(known code: String) {
    self.code = code
  }

  public static let rub = Currency(known: "RUB")
  public static let gbp = Currency(known: "GBP")
  public static let usd = Currency(known: "USD")
  public static let eur = Currency(known: "EUR")

  /// Decimal digits of the minor unit (ISO 4217): 2 for most, 0 for JPY, 3 for KWD.
  public var minorDigits: Int {
    switch code {
    case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND",
      "VUV", "XAF", "XOF", "XPF":
      0
    case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
    default: 2
    }
  }

  /// Minor units in one unit: 100 for most.
  public var minorUnits: Int64 { [1, 10, 100, 1000][minorDigits] }
}
