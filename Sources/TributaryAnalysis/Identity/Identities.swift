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
