import TributaryModel

/// Which conversions are sales of their own, so that orders, calls and invoices can be added up.
///
/// ```
///  call ──────► order 17 ──────► invoice 9, of order 17      one sale: the order
///  call ──────► invoice 12                                   one sale: the invoice
///  call                                                      one sale: the call, if calls are worth
///                                                            something by themselves
/// ```
/// An order that counts is a sale. A paid invoice is the sale of the order that it names, or of one
/// that the same person placed in the 30 days before it was issued; else its own. A qualified call
/// led to what its person bought from a day before it to 30 days after; else it is worth what the
/// shop says.
public struct SaleCounting: Sendable {
  /// Minor units; 0: a call that leads to nothing known is no sale.
  public let callValue: Int64
  private let invoices: [String: InvoiceFact]

  /// How long after an order its invoice is issued at the latest, and after a call its sale comes.
  static let days: Int64 = 30
  /// An invoice or an order may be entered before the call, or the order, that it is of.
  static let daysBefore: Int64 = 1

  /// - Parameter invoices: of the conversions, each with when it was issued and of which order.
  public init(callValue: Int64, invoices: [InvoiceFact]) {
    self.callValue = callValue
    self.invoices = Dictionary(
      invoices.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The conversions in their order, those that are sales marked.
  public func marked(_ conversions: [Conversion]) -> [Conversion] {
    var orders: [String: [Instant]] = [:]
    var names: Set<String> = []
    for order in conversions where order.kind == .order && order.isCounted {
      orders[order.personID, default: []].append(order.at)
      names.insert(order.member)
    }
    var marked = conversions
    var sales = orders
    for (index, conversion) in conversions.enumerated() where conversion.kind != .call {
      marked[index].isSale =
        conversion.kind == .order
        ? conversion.isCounted : isOwn(conversion, orders[conversion.personID] ?? [], names)
      guard conversion.kind == .invoice, marked[index].isSale else { continue }
      sales[conversion.personID, default: []].append(issuedAt(conversion))
    }
    for (index, call) in conversions.enumerated() where call.kind == .call {
      marked[index].isSale =
        callValue > 0
        && !(sales[call.personID] ?? []).contains { SaleCounting.leads(call.at, to: $0) }
    }
    return marked
  }

  /// Whether a paid invoice is of no order that counts.
  private func isOwn(_ invoice: Conversion, _ orders: [Instant], _ names: Set<String>) -> Bool {
    if let order = invoices[invoice.member]?.orderID, names.contains(order) { return false }
    return !orders.contains { SaleCounting.leads($0, to: issuedAt(invoice)) }
  }

  private func issuedAt(_ invoice: Conversion) -> Instant {
    invoices[invoice.member]?.issuedAt ?? invoice.at
  }

  private static func leads(_ first: Instant, to second: Instant) -> Bool {
    let earliest = first.adding(seconds: -daysBefore * 86_400)
    return earliest <= second && second <= first.adding(seconds: days * 86_400)
  }
}
