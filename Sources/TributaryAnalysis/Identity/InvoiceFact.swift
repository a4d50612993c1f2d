import TributaryModel

/// What a person's journey needs to know of an invoice.
public struct InvoiceFact: Sendable, Hashable {
  public let id: String
  public let issuedAt: Instant
  /// When it was paid in full; nil while it is not.
  public let paidAt: Instant?
  /// Whether only the day of `paidAt` is known.
  public let isPaidDay: Bool
  /// Minor units of the shop's currency.
  public let total: Int64
  /// Minor units; of its order, for its part of it; `total` where no order is known.
  public let margin: Int64
  public let orderID: String?
  public let phone: String?
  public let email: String?

  package init(
    id: String, issuedAt: Instant, paidAt: Instant? = nil, total: Int64, margin: Int64? = nil,
    orderID: String? = nil, phone: String? = nil, email: String? = nil,
    isPaidDay: Bool = false
  ) {
    self.id = id
    self.issuedAt = issuedAt
    self.paidAt = paidAt
    self.isPaidDay = isPaidDay
    self.total = total
    self.margin = margin ?? total
    self.orderID = orderID
    self.phone = phone
    self.email = email
  }
}
