import Testing
import TributaryModel

@testable import TributaryAnalysis

struct PersonResolverTests {
  private static func at(_ minute: Int64) -> Instant { Instant(milliseconds: minute * 60_000) }

  private static func visitor(
    _ hash: Int64, _ minute: Int64, _ entrance: [String] = ["shop.example", "/"],
    orders: [String] = []
  ) -> PersonMember {
    PersonMember(
      identity: .visitor(hash), at: at(minute),
      keys: [.visitor(hash)] + orders.map(IdentityKey.order), entrance: entrance)
  }

  private static func order(
    _ id: String, _ minute: Int64, visitor: Int64? = nil, phone: String? = nil,
    email: String? = nil
  ) -> PersonMember {
    PersonMember(
      OrderFact(
        id: id, placedAt: at(minute), total: 100, margin: 50, isLost: false, visitor: visitor,
        phone: phone, email: email))
  }

  private static func call(
    _ id: String, _ minute: Int64, caller: String? = nil, order: String? = nil
  ) -> PersonMember {
    PersonMember(
      CallFact(
        id: id, startedAt: at(minute), dialledNumber: "+7", caller: caller, orderID: order))
  }

  /// One person through five links, one who only looked, one anonymous call.
  private static let chain: [PersonMember] = [
    visitor(11, 10, orders: ["A"]),
    order("A", 20, phone: "p1"),
    call("c1", 5, caller: "p1"),
    order("B", 500, phone: "p1", email: "e1"),
    PersonMember(LetterFact(id: "l1", receivedAt: at(400), email: "e1")),
    PersonMember(InvoiceFact(id: "i1", issuedAt: at(450), total: 100, orderID: "B")),
    visitor(12, 600, orders: ["B"]),
    visitor(13, 7, ["spb.shop.example", "/x"]),
    call("c2", 8),
  ]

  @Test func `members joined through others are one person, named after the earliest`() throws {
    let identities = PersonResolver().resolve(PersonResolverTests.chain)
    #expect(identities.persons.map(\.id) == ["call:c1", "call:c2"])
    let first = try #require(identities.persons.first)
    #expect(
      first.members == [
        .call("c1"), .visitor(11), .order("A"), .letter("l1"), .invoice("i1"), .order("B"),
        .visitor(12),
      ])
    #expect(first.firstSeenAt == PersonResolverTests.at(5))
    #expect(identities.person(of: .visitor(12))?.id == "call:c1")
    #expect(identities.person(of: .visitor(13)) == nil)
    #expect(identities.person(of: .order("Z")) == nil)
  }

  @Test func `a key that names nobody joins nobody`() {
    let members = (0..<3).map { PersonResolverTests.order("o\($0)", $0, phone: "office") }
    let resolver = PersonResolver()
    #expect(resolver.resolve(members).persons.count == 1)
    #expect(resolver.resolve(members, nobody: ["phone:office"]).persons.count == 3)
  }

  @Test func `a browser of nobody joins nobody by any key`() {
    let members = [
      PersonResolverTests.order("A", 1), PersonResolverTests.order("B", 2),
      PersonResolverTests.order("C", 3, visitor: 7),
      PersonResolverTests.visitor(7, 1, orders: ["A", "B"]),
    ]
    let resolver = PersonResolver()
    #expect(resolver.resolve(members).persons.count == 1)
    let alone = resolver.resolve(members, nobody: ["visitor:7"])
    #expect(alone.persons.map(\.id) == ["order:A", "order:B", "order:C"])
    #expect(alone.person(of: .visitor(7)) == nil)
  }

  @Test func `a loyalty card joins purchases in the store and online`() {
    let members = ["online", "store"].map { id in
      PersonMember(
        OrderFact(
          id: id, placedAt: PersonResolverTests.at(1), total: 1, margin: 1, isLost: false, card: 77)
      )
    }
    #expect(PersonResolver().resolve(members).persons.count == 1)
  }

  @Test func `visitors of whom nothing else is known are no persons, though they share an order`() {
    let visitors = (0..<3).map { PersonResolverTests.visitor($0, 1, orders: ["not loaded yet"]) }
    #expect(PersonResolver().resolve(visitors).persons.isEmpty)
  }

  @Test func `blank keys join nobody`() {
    let members = [
      PersonResolverTests.call("1", 1, caller: "", order: ""),
      PersonResolverTests.call("2", 2, caller: "", order: ""),
    ]
    #expect(PersonResolver().resolve(members).persons.count == 2)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `neither arrival nor the secret key changes a person`(_ seed: UInt64) {
    var generator = ShuffleSeed(state: seed)
    let expected = PersonResolver().resolve(PersonResolverTests.chain)
    let shuffled = PersonResolver().resolve(
      PersonResolverTests.chain.shuffled(using: &generator))
    #expect(shuffled.persons == expected.persons)

    let twins = { (first: Int64, second: Int64) in
      PersonResolver().resolve([
        PersonResolverTests.visitor(first, 1, ["h", "/b"], orders: ["X"]),
        PersonResolverTests.visitor(second, 1, ["h", "/a"]), PersonResolverTests.order("X", 2),
      ])
    }
    for (first, second) in [(5, 6), (6, 5)] as [(Int64, Int64)] {
      let identities = twins(first, second)
      #expect(identities.person(of: .visitor(first))?.id == "order:X")
      #expect(identities.person(of: .visitor(second)) == nil)
    }
  }

  @Test func `visitors come from sessions with the orders that they placed`() {
    let session = { (visitor: Int64, minute: Int64, orders: [String]) in
      Session(
        visitor: visitor, startedAt: PersonResolverTests.at(minute),
        endedAt: PersonResolverTests.at(minute), host: "h", landingPath: "/", referrerHost: nil,
        traffic: .direct, channel: .direct, pages: 1, steps: [], orderIDs: orders,
        device: .desktop)
    }
    let visitors = PersonMember.visitors(of: [
      session(2, 9, ["B"]), session(1, 5, []), session(2, 3, ["A"]),
    ])
    #expect(visitors.map(\.identity) == [.visitor(2), .visitor(1)])
    #expect(visitors.map(\.at) == [PersonResolverTests.at(3), PersonResolverTests.at(5)])
    #expect(visitors.first?.keys == [.visitor(2), .order("A"), .order("B")])
  }
}
