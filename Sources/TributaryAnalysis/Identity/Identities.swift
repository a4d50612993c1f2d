import TributaryModel

/// Who is who.
public struct Identities: Sendable {
  /// Ordered by first sight, then by id.
  public let persons: [Person]
  /// Position in `persons` of each member.
  private let positions: [PersonMember.Identity: Int]

  init(persons: [Person]) {
    self.persons = persons
    var positions: [PersonMember.Identity: Int] = [:]
    for (position, person) in persons.enumerated() {
      for member in person.members { positions[member] = position }
    }
    self.positions = positions
  }

  /// The person behind a member, nil for a visitor of whom nothing else is known.
  public func person(of member: PersonMember.Identity) -> Person? {
    positions[member].map { persons[$0] }
  }
}

/// Everything that is held to be the doing of one person of whom an order, a call, a letter or an
/// invoice is known.
public struct Person: Sendable, Hashable {
  /// `order:123`, `call:77`, `letter:…` or `invoice:…` after the earliest of these. Holds no hash.
  public let id: String
  public let firstSeenAt: Instant
  /// In order of time; visitors of one moment by the content of their first session.
  public let members: [PersonMember.Identity]

  package init(id: String, firstSeenAt: Instant, members: [PersonMember.Identity]) {
    self.id = id
    self.firstSeenAt = firstSeenAt
    self.members = members
  }
}
