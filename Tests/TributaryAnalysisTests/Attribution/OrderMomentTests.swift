import Testing
import TributaryModel

@testable import TributaryAnalysis

struct OrderMomentTests {
  private static let minute: Int64 = 60_000
  /// 2026-05-04T00:00:00 in Moscow, three hours before that of UTC.
  private static let midnight: Int64 = 1_777_842_000_000

  private func visit(_ start: Int64, _ end: Int64, orders: [String] = []) -> Session {
    Session(
      visitor: 1, startedAt: at(start), endedAt: at(end), host: "", landingPath: "",
      referrerHost: nil, traffic: .direct, channel: .direct, pages: 1, steps: [],
      orderIDs: orders, device: .desktop)
  }

  private func at(_ minutes: Int64) -> Instant {
    Instant(milliseconds: Self.midnight + minutes * Self.minute)
  }

  private func moment(
    _ placed: Int64, isDay: Bool = false, showing: [Session] = [], others: [Session] = []
  ) throws -> OrderMoment {
    let zone = try #require(Zone(identifier: "Europe/Moscow"))
    let order = OrderFact(
      id: "A1", placedAt: at(placed), total: 1, margin: 1, isLost: false, isDay: isDay)
    return OrderMoment(
      order, showing: showing, visits: showing + others, zone: zone, gapSeconds: 1800)
  }

  @Test(arguments: [(599, 602, true), (600, 610, true), (590, 600, true), (589, 600, false)])
  func `a visit that begins at most ten minutes later made the order`(
    _ placed: Int64, _ start: Int64, _ isBridged: Bool
  ) throws {
    let found = try moment(placed, showing: [visit(start, start + 5)])
    #expect(found.isBridged == isBridged)
    #expect(found.at == at(isBridged ? start : placed))
    #expect(found.creditedUntil == found.at)
  }

  @Test func `a confirmation looked at again, or beside a visit that runs, made nothing`() throws {
    let made = visit(580, 601)
    #expect(try !moment(600, showing: [made, visit(605, 606)]).isBridged)
    #expect(try !moment(600, showing: [visit(605, 606)], others: [visit(560, 570)]).isBridged)
    #expect(try moment(600, showing: [visit(605, 606)], others: [visit(560, 569)]).isBridged)
    #expect(try moment(600, showing: [visit(605, 606)], others: [visit(601, 604)]).isBridged)
    #expect(try !moment(600).isBridged)
  }

  @Test func `an order of the day before stays on its day`() throws {
    let found = try moment(-2, showing: [visit(3, 9)])
    #expect(found.at == Instant(milliseconds: Self.midnight - 1))
    #expect(found.creditedUntil == at(3))
  }

  @Test func `a day's order came after the visit that shows it, else after all of the day`() throws
  {
    #expect(try moment(0, isDay: true, showing: [visit(600, 640)]).creditedUntil == at(640))
    #expect(
      try moment(0, isDay: true, showing: [visit(900, 901), visit(600, 640)]).at == at(640))
    // A visit that began the evening before, one on the next day, none.
    #expect(try moment(0, isDay: true, showing: [visit(-20, 12)]).at == at(12))
    let end = Instant(milliseconds: Self.midnight + 86_400_000 - 1)
    #expect(try moment(0, isDay: true, showing: [visit(1450, 1460)]).at == end)
    #expect(try moment(0, isDay: true, showing: [visit(1430, 1460)]).at == end)
    #expect(try moment(0, isDay: true).at == end)
    #expect(try !moment(0, isDay: true, showing: [visit(5, 6)]).isBridged)
  }
}
