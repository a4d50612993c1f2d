import TributaryModel

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
  /// Where the caller came from, as a call tracker tells it; nil without one.
  public let source: String?
  public let medium: String?
  public let campaign: String?

  package init(
    id: String, startedAt: Instant, dialledNumber: String, caller: String? = nil,
    talkSeconds: Int64 = 0, orderID: String? = nil, source: String? = nil, medium: String? = nil,
    campaign: String? = nil
  ) {
    self.id = id
    self.startedAt = startedAt
    self.dialledNumber = dialledNumber
    self.caller = caller
    self.talkSeconds = talkSeconds
    self.orderID = orderID
    self.source = source
    self.medium = medium
    self.campaign = campaign
  }
}
