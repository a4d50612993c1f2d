import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct ServerOrdersTests {
  private static let hour: Int64 = 3_600_000

  private static func session(_ visitor: Int64, at hours: Int64, path: String = "/") -> Session {
    Session(
      visitor: visitor, startedAt: Instant(milliseconds: hours * hour),
      endedAt: Instant(milliseconds: hours * hour + 60_000), host: "shop.example",
      landingPath: path, referrerHost: nil, traffic: .direct, channel: .direct, pages: 2,
      steps: [], orderIDs: [], device: .desktop)
  }

  private static func link(
    _ visitor: Int64, _ user: Int64, on day: String = "1970-01-01"
  ) throws -> ServerOrders.Link {
    ServerOrders.Link(day: try #require(Day(day)), visitor: visitor, user: user)
  }

  private static func orders(
    _ sessions: [Session], _ order: ServerOrder, links: [ServerOrders.Link] = []
  ) -> [[String]] {
    var sessions = sessions
    ServerOrders([order], links: links, zone: .utc).place(in: &sessions)
    return sessions.map(\.orderIDs)
  }

  @Test(arguments: [
    (30, [[], ["A"]]),  // both visits before it: the last
    (10, [["A"], []]),  // the second had not begun
    (44, [[], ["A"]]),  // 24 hours after the second began
    (45, [[], []]),
    (1, [[], []]),
  ])
  func `an order is of its visitor's last visit of 24 hours`(
    hours: Int, expected: [[String]]
  ) {
    let sessions = [Self.session(7, at: 2), Self.session(7, at: 20)]
    let order = ServerOrder(at: Int64(hours) * Self.hour, visitor: 7, order: "A")
    #expect(Self.orders(sessions, order) == expected)
  }

  @Test func `a user is every visitor who was called so, the last of them bought`() throws {
    let sessions = [Self.session(7, at: 1), Self.session(8, at: 2), Self.session(9, at: 3)]
    let order = ServerOrder(at: 4 * Self.hour, visitor: 100, order: "A")
    let links = [try Self.link(7, 100), try Self.link(8, 100)]
    #expect(Self.orders(sessions, order, links: links) == [[], ["A"], []])
    #expect(Self.orders(sessions, order, links: [try Self.link(7, 200)]) == [[], [], []])
  }

  @Test(arguments: [
    ("1970-01-03", false), ("1970-01-04", true), ("1970-01-05", true), ("1970-01-06", true),
    ("1970-01-07", false),
  ])
  func `who a user is, the day of the order and those beside it say`(
    day: String, counts: Bool
  ) throws {
    let order = ServerOrder(at: 100 * Self.hour, visitor: 100, order: "A")
    let sessions = [Self.session(7, at: 99)]
    let found = Self.orders(sessions, order, links: [try Self.link(7, 100, on: day)])
    #expect(found == [counts ? ["A"] : []])
  }

  @Test func `a user of too many visitors is nobody`() throws {
    let sessions = (0..<11).map { Self.session(Int64($0), at: 1, path: "/\($0)") }
    let order = ServerOrder(at: 4 * Self.hour, visitor: 100, order: "A")
    let links = try (0..<11).map { try Self.link($0, 100) }
    #expect(Self.orders(sessions, order, links: links).allSatisfy { $0.isEmpty })
    #expect(
      Self.orders(Array(sessions.prefix(10)), order, links: Array(links.prefix(10)))
        .filter { $0 == ["A"] }.count == 1)
  }

  @Test func `an order told twice is one, and the visit has reached it`() {
    var sessions = [Self.session(7, at: 1)]
    let order = ServerOrder(at: 2 * Self.hour, visitor: 7, order: "A")
    ServerOrders([order, order], links: [], zone: .utc).place(in: &sessions)
    #expect(sessions.map(\.orderIDs) == [["A"]])
    #expect(sessions.first?.steps == .order)
    #expect(sessions.first?.pages == 2)
  }
}
