import TributaryModel

/// What a report's own totals say about the costs of its rows.
public struct TotalsCheck: Hashable, Sendable {
  /// The line of the totals row that comes nearest to the sum of the rows.
  public let line: Int
  /// Units: minor units of `currency`, before VAT.
  public let stated: Int64
  public let summed: Int64
  public let currency: Currency

  public init(line: Int, stated: Int64, summed: Int64, currency: Currency) {
    self.line = line
    self.stated = stated
    self.summed = summed
    self.currency = currency
  }

  /// Whether the sum is within half a per cent of the total: platforms round each for itself.
  public var isMet: Bool { (stated - summed).magnitude * 200 <= stated.magnitude }
}

/// The sum of a report's costs, and the totals that it states.
struct SpendTotals {
  private var sum: Int128 = 0
  private var currencies: Set<Currency> = []
  private var stated: [(line: Int, cost: NumberText)] = []

  mutating func add(_ millionths: Int64, _ currency: Currency) {
    sum += Int128(millionths)
    currencies.insert(currency)
  }

  /// Takes in the cost of a row that sums up others; a report has few.
  mutating func state(_ cost: NumberText, line: Int) {
    if stated.count < 1000 { stated.append((line, cost)) }
  }

  /// Nil without totals, and where the rows have several currencies.
  func check(isInMicros: Bool) -> TotalsCheck? {
    guard currencies.count == 1, let currency = currencies.first else { return nil }
    let part = 1_000_000 / Int128(currency.minorUnits)
    func minorUnits(_ millionths: Int128) -> Int64 {
      Int64(clamping: (millionths + millionths.signum() * (part / 2)) / part)
    }
    let summed = minorUnits(sum)
    return stated.compactMap { line, cost in
      cost.scaled(by: isInMicros ? 0 : 6).map {
        TotalsCheck(
          line: line, stated: minorUnits(Int128($0)), summed: summed, currency: currency)
      }
    }.min { ($0.stated - summed).magnitude < ($1.stated - summed).magnitude }
  }
}

extension RowReader {
  /// What a row that sums up others says in a column; nil where it says nothing clear.
  func stated(_ column: String, _ record: Record) -> NumberText? {
    guard let index = columns.firstIndex(where: { $0.name == column }),
      let position = header.positions[index], position < record.count,
      let word = text(record, index),
      case .number(let number, _) = NumberText.read(word, decimal: cells.decimal)
    else { return nil }
    return number
  }
}
