import TributaryModel

/// A session from which somebody may have called.
public struct CallCandidateSession: Sendable, Hashable {
  public let id: Int64
  /// The first page view.
  public let startedAt: Instant
  /// The last page view.
  public let endedAt: Instant
  public let host: String
  public let interest: Interest
  /// The campaign that it came by, else its channel.
  public let origin: String
  /// Keyed hashes of the phones that this visitor has ordered with; empty when none is known.
  public let phones: Set<String>

  /// What the visitor looked at, as far as it tells who calls; the first that applies.
  public enum Interest: Int, Sendable, CaseIterable, Hashable {
    /// A page that says how to reach the shop or how it delivers.
    case contacts
    case product
    case other
  }

  package init(
    id: Int64, startedAt: Instant, endedAt: Instant, host: String, interest: Interest = .other,
    origin: String = "", phones: Set<String> = []
  ) {
    self.id = id
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.host = host
    self.interest = interest
    self.origin = origin
    self.phones = phones
  }

  /// By start and content, so that sums come out alike whatever the numbers of the sessions.
  static func precedes(_ left: Self, _ right: Self) -> Bool {
    if left.startedAt != right.startedAt { return left.startedAt < right.startedAt }
    if left.host != right.host { return left.host < right.host }
    if left.endedAt != right.endedAt { return left.endedAt < right.endedAt }
    if left.interest != right.interest { return left.interest.rawValue < right.interest.rawValue }
    if left.origin != right.origin { return left.origin < right.origin }
    if left.phones.count != right.phones.count { return left.phones.count < right.phones.count }
    return left.id < right.id
  }
}
