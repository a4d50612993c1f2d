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

/// Who is who.
public struct Identities: Sendable {
  /// Ordered by first sight, then by id.
  public let persons: [Person]
  public let matches: [KeyMatch]
  /// Position in `persons` of each member.
  private let positions: [PersonMember.Identity: Int]

  init(persons: [Person], matches: [KeyMatch]) {
    self.persons = persons
    self.matches = matches
    var positions: [PersonMember.Identity: Int] = [:]
    for (position, person) in persons.enumerated() {
      for member in person.members { positions[member] = position }
    }
    self.positions = positions
  }

  /// The person behind a member, nil when the resolver never saw it.
  public func person(of member: PersonMember.Identity) -> Person? {
    positions[member].map { persons[$0] }
  }
}

/// How well one kind of key ties one kind of member to others.
public struct KeyMatch: Sendable, Hashable {
  public let key: IdentityKey.Kind
  /// `visitor`, `order`, `call`, `letter` or `invoice`.
  public let member: String
  /// Members of that kind.
  public let members: Int
  /// Those that carry such a key.
  public let withKey: Int
  /// Those whose key another member of the person shares.
  public let joined: Int
  /// Keys of that kind on such members that too many share and that therefore join nobody.
  public let cappedKeys: Int

  /// joined / members, nil without members. Units: 0...1.
  public var rate: Double? { members == 0 ? nil : Double(joined) / Double(members) }
}
