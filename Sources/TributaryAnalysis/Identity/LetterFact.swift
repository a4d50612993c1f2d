import TributaryModel

/// What a person's journey needs to know of a letter.
public struct LetterFact: Sendable, Hashable {
  public let id: String
  public let receivedAt: Instant
  /// Whether only the day of `receivedAt` is known.
  public let isDay: Bool
  /// Hash of the sender's address.
  public let email: String?
  public let orderID: String?
  public let invoiceID: String?
  /// The conversation that it is a part of, by its id or subject; nil where nobody tells.
  public let thread: String?

  package init(
    id: String, receivedAt: Instant, email: String? = nil, orderID: String? = nil,
    invoiceID: String? = nil, isDay: Bool = false, thread: String? = nil
  ) {
    self.id = id
    self.receivedAt = receivedAt
    self.isDay = isDay
    self.email = email
    self.orderID = orderID
    self.invoiceID = invoiceID
    self.thread = thread
  }
}

extension LetterFact {
  /// When it came. A letter of a day without a time came after all of that day, but before what came
  /// of it.
  ///
  /// - Parameter outcomes: when what it led to was placed or paid.
  public func moment(before outcomes: [Instant], zone: Zone) -> Instant {
    guard isDay else { return receivedAt }
    return outcomes.filter { $0 >= receivedAt }
      .reduce(zone.lastInstant(ofDayOf: receivedAt), min)
  }
}
