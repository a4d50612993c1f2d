import TributaryModel

/// Everything that is held to be the doing of one person of whom an order, a call, a letter or an
/// invoice is known.
public struct Person: Sendable, Hashable {
  /// `order:123`, `call:77`, `letter:…` or `invoice:…` after the earliest of these. Holds no hash.
  public let id: String
  public let firstSeenAt: Instant
  /// In order of time; visitors of one moment by the content of their first session.
  public let members: [PersonMember.Identity]

  public init(id: String, firstSeenAt: Instant, members: [PersonMember.Identity]) {
    self.id = id
    self.firstSeenAt = firstSeenAt
    self.members = members
  }
}
