import TributaryModel

/// The sum of a report's costs, and the totals that it states.
struct SpendTotals {
  private var sum: Int128 = 0
  private var currencies: Set<Currency> = []
  private var stated: [NumberText] = []

  mutating func add(_ millionths: Int64, _ currency: Currency) {
    sum += Int128(millionths)
    currencies.insert(currency)
  }

  /// Takes in the cost of a row that sums up others; a report has few.
  mutating func state(_ cost: NumberText) {
    if stated.count < 1000 { stated.append(cost) }
  }

  /// The total nearest to the sum, with VAT; nil without totals, and where the rows have several
  /// currencies.
  func nearest(isInMicros: Bool, _ options: TableOptions) -> Money? {
    guard currencies.count == 1, let currency = currencies.first else { return nil }
    let part = 1_000_000 / Int128(currency.minorUnits)
    let millionths = stated.compactMap { $0.scaled(by: isInMicros ? 0 : 6).map { Int128($0) } }
    guard let nearest = millionths.min(by: { ($0 - sum).magnitude < ($1 - sum).magnitude }) else {
      return nil
    }
    let net = Int64(clamping: (nearest + nearest.signum() * (part / 2)) / part)
    guard case .integer(let minor) = CellReader.amount(net, vatRate: options.vatRate) else {
      return nil
    }
    return Money(minor: minor, currency: currency)
  }
}

extension TableOptions {
  /// The amount of a cost that is written as digits with a point, with VAT.
  func writtenCost(_ written: String, _ currency: Currency) -> Money? {
    guard case .number(let number, _) = NumberText.read(written, decimal: .point),
      let net = number.scaled(by: currency.minorDigits),
      case .integer(let minor) = CellReader.amount(net, vatRate: vatRate)
    else { return nil }
    return Money(minor: minor, currency: currency)
  }
}
