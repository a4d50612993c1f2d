import TributaryModel

/// What a person's journey needs to know of an order.
public struct OrderFact: Sendable, Hashable {
  public let id: String
  public let placedAt: Instant
  /// Whether only the day of `placedAt` is known.
  public let isDay: Bool
  /// Minor units of the shop's currency; what the customer paid.
  public let total: Int64
  /// Minor units; `total` where costs are unknown.
  public let margin: Int64
  /// Cancelled, unclaimed, returned or refunded.
  public let isLost: Bool
  public let geodomain: String?
  /// Hash of the first-party id.
  public let visitor: Int64?
  /// Hash of the loyalty card's number.
  public let card: Int64?
  public let phone: String?
  public let email: String?

  package init(
    id: String, placedAt: Instant, total: Int64, margin: Int64, isLost: Bool,
    geodomain: String? = nil, visitor: Int64? = nil, card: Int64? = nil,
    phone: String? = nil, email: String? = nil, isDay: Bool = false
  ) {
    self.id = id
    self.placedAt = placedAt
    self.isDay = isDay
    self.total = total
    self.margin = margin
    self.isLost = isLost
    self.geodomain = geodomain
    self.visitor = visitor
    self.card = card
    self.phone = phone
    self.email = email
  }
}
