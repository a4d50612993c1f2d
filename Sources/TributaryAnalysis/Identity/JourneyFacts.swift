import TributaryModel

/// What a person's journey needs to know of an order.
public struct OrderFact: Sendable, Hashable {
  public let id: String
  public let placedAt: Instant
  /// Minor units of the shop's currency; what the customer paid.
  public let total: Int64
  /// Minor units; `total` where costs are unknown.
  public let margin: Int64
  /// Cancelled, unclaimed, returned or refunded.
  public let isLost: Bool
  public let geodomain: String?
  /// Hash of the first-party id.
  public let visitor: Int64?
  public let phone: String?
  public let email: String?

  public init(
    id: String, placedAt: Instant, total: Int64, margin: Int64, isLost: Bool,
    geodomain: String? = nil, visitor: Int64? = nil, phone: String? = nil, email: String? = nil
  ) {
    self.id = id
    self.placedAt = placedAt
    self.total = total
    self.margin = margin
    self.isLost = isLost
    self.geodomain = geodomain
    self.visitor = visitor
    self.phone = phone
    self.email = email
  }
}

/// What a person's journey needs to know of a call.
public struct CallFact: Sendable, Hashable {
  public let id: String
  public let startedAt: Instant
  /// The shop's number, as the warehouse stores it.
  public let dialledNumber: String
  /// Hash of the caller's number, nil when it was hidden.
  public let caller: String?
  public let talkSeconds: Int64
  public let orderID: String?

  public init(
    id: String, startedAt: Instant, dialledNumber: String, caller: String? = nil,
    talkSeconds: Int64 = 0, orderID: String? = nil
  ) {
    self.id = id
    self.startedAt = startedAt
    self.dialledNumber = dialledNumber
    self.caller = caller
    self.talkSeconds = talkSeconds
    self.orderID = orderID
  }
}

/// What a person's journey needs to know of a letter.
public struct LetterFact: Sendable, Hashable {
  public let id: String
  public let receivedAt: Instant
  /// Hash of the sender's address.
  public let email: String?
  public let orderID: String?
  public let invoiceID: String?

  public init(
    id: String, receivedAt: Instant, email: String? = nil, orderID: String? = nil,
    invoiceID: String? = nil
  ) {
    self.id = id
    self.receivedAt = receivedAt
    self.email = email
    self.orderID = orderID
    self.invoiceID = invoiceID
  }
}

/// What a person's journey needs to know of an invoice.
public struct InvoiceFact: Sendable, Hashable {
  public let id: String
  public let issuedAt: Instant
  /// When it was paid in full; nil while it is not.
  public let paidAt: Instant?
  /// Minor units of the shop's currency.
  public let total: Int64
  public let orderID: String?
  public let phone: String?
  public let email: String?

  public init(
    id: String, issuedAt: Instant, paidAt: Instant? = nil, total: Int64, orderID: String? = nil,
    phone: String? = nil, email: String? = nil
  ) {
    self.id = id
    self.issuedAt = issuedAt
    self.paidAt = paidAt
    self.total = total
    self.orderID = orderID
    self.phone = phone
    self.email = email
  }
}
