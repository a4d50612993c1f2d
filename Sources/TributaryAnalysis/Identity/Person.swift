import TributaryModel

/// Everything that is held to be the doing of one person.
public struct Person: Sendable, Hashable {
  /// `order:123`, `call:77`, `letter:…` or `invoice:…` after the earliest of these; for somebody who
  /// only looked, `visit:<ms>:<host>:<n>` after the first session. Holds no hash.
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
