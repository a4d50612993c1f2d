import TributaryModel

/// What a person's journey needs to know of a letter.
public struct LetterFact: Sendable, Hashable {
  public let id: String
  public let receivedAt: Instant
  /// Hash of the sender's address.
  public let email: String?
  public let orderID: String?
  public let invoiceID: String?

  package init(
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
