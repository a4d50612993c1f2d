import TributaryModel

/// Works out what a line of an order comes to, to the last digit of its price and cost.
///
/// A line is rounded once, half away from zero, after the price was multiplied: 300 x 0.005678
/// euros = 1.7034 are 170 cents, and not 300 x 1 cent.
struct LineAmounts {
  /// What is multiplied, and where the product goes.
  private let products: [(quantity: Int, price: Int, amount: Int)]
  /// A cost of one piece, and where it goes if it has more digits than the currency.
  private let exact: (cost: Int, place: Int)?

  /// Nil for tables without such columns.
  init?(_ columns: [Column]) {
    func place(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
    products = [("unit_price", "line_total"), ("unit_cost", "line_cost")].compactMap {
      price, amount in
      guard let quantity = place("quantity"), let price = place(price), let amount = place(amount)
      else { return nil }
      return (quantity, price, amount)
    }
    if let cost = place("unit_cost"), let place = place("exact_unit_cost") {
      exact = (cost, place)
    } else {
      exact = nil
    }
    if products.isEmpty, exact == nil { return nil }
  }

  /// Fills in the computed cells of a row.
  ///
  /// - Parameter number: the number in a column of the record, to its last digit.
  func fill(_ row: inout [Cell], _ currency: Currency, number: (Int) -> ExactNumber?) {
    for product in products where row[product.price] != .null {
      guard let quantity = number(product.quantity), let price = number(product.price),
        let amount = quantity.multiplied(by: price)?.minorUnits(of: currency)
      else { continue }
      row[product.amount] = .integer(amount)
    }
    guard let exact, case .integer(let rounded) = row[exact.cost],
      let units = number(exact.cost)?.fractionalMinorUnits(of: currency),
      units != Double(rounded)
    else { return }
    row[exact.place] = .real(units)
  }
}

/// A decimal number: `digits` / 10^`scale`.
struct ExactNumber: Equatable {
  let digits: Int128
  let scale: Int

  init(digits: Int128, scale: Int) {
    self.digits = digits
    self.scale = scale
  }

  /// Nil for a number of more than 18 digits.
  init?(_ number: NumberText) {
    let all = number.whole + number.fraction
    guard all.count <= 18 else { return nil }
    let value = all.reduce(Int128(0)) { $0 * 10 + Int128($1) }
    self.init(digits: number.isNegative ? -value : value, scale: number.fraction.count)
  }

  func multiplied(by other: ExactNumber) -> ExactNumber? {
    let (product, overflows) = digits.multipliedReportingOverflow(by: other.digits)
    return overflows ? nil : ExactNumber(digits: product, scale: scale + other.scale)
  }

  /// Rounded half away from zero; nil for more than is believed.
  func minorUnits(of currency: Currency) -> Int64? {
    let shift = currency.minorDigits - scale
    guard shift < 0 else {
      let (value, overflows) = digits.multipliedReportingOverflow(by: ExactNumber.power(shift))
      return overflows ? nil : ExactNumber.believed(value)
    }
    let part = ExactNumber.power(-shift)
    let (whole, rest) = digits.quotientAndRemainder(dividingBy: part)
    let isUp = rest.magnitude >= part.magnitude - rest.magnitude
    return ExactNumber.believed(whole + (isUp ? digits.signum() : 0))
  }

  /// Minor units with their fraction, as near as a double comes.
  func fractionalMinorUnits(of currency: Currency) -> Double {
    let shift = currency.minorDigits - scale
    return shift >= 0
      ? Double(digits) * Double(ExactNumber.power(shift))
      : Double(digits) / Double(ExactNumber.power(-shift))
  }

  private static func believed(_ minor: Int128) -> Int64? {
    minor.magnitude < 9_000_000_000_000_000 ? Int64(minor) : nil
  }

  private static func power(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { value, _ in value * 10 }
  }
}
