import Testing
import TributaryModel

@testable import TributarySample

struct CallVisitsTests {
  /// Sixty days of trade of the usual size, 45 of them logged.
  private static let settings = SampleSettings(
    days: 60, visitsPerDay: 150, seed: 7, asOf: SampleSettings.standard.asOf, logDays: 45)
  private static let orders = OrderBook(settings: settings).orders
  private static let calls = CallLog(settings: settings, orders: orders).calls
  private static let plan = VisitPlan(settings: settings, orders: orders, calls: calls)

  private static var placed: [(call: CallLog.Call, visit: Visit?)] {
    zip(calls, plan.callVisits).filter {
      $0.0.isShownOnSite && settings.logged.contains($0.0.at.day)
    }.map { ($0.0, $0.1) }
  }

  /// The logarithm of the lag is normal: half within 240 s, and of z = ln(3600/240)/1.15 = 2.355
  /// beyond an hour 0.93% (a table of the normal distribution).
  @Test func `half of the callers ring within four minutes, one in a hundred after an hour`() {
    var random = SeededRandom(seed: 1, stream: "lags")
    let lags = (0..<10_000).map { _ in CallVisits.lag(&random) }
    #expect((4_850...5_150).contains(lags.count { $0 < 240 }))
    #expect((60...125).contains(lags.count { $0 >= 3_600 }))
    #expect(lags.allSatisfy(CallVisits.lags.contains))
  }

  @Test func `the planted share of callers has looked at the site of their city first`() {
    let placed = Self.placed
    let visits = placed.compactMap(\.visit)
    #expect(placed.count > 400)
    // Three standard errors; some fall away because the buyer was on the site just before.
    let error = 3 * (0.58 * 0.42 / Double(placed.count)).squareRoot()
    let share = Double(visits.count) / Double(placed.count)
    #expect((0.58 - error - 0.03...0.58 + error).contains(share))
    for (call, visit) in placed {
      guard let visit else { continue }
      #expect(visit.host == call.host)
      #expect(visit.visitor == call.customer)
      #expect(CallVisits.lags.contains(call.at.seconds - visit.at.seconds))
    }
    #expect(Set(visits.map(\.visitor)).contains { $0 < CallLog.firstStranger })
  }

  @Test func `nobody calls from nowhere to a number of no site, nor before the first log`() {
    for (call, visit) in zip(Self.calls, Self.plan.callVisits) where visit != nil {
      #expect(call.isShownOnSite)
      #expect(Self.settings.logged.contains(call.at.day))
    }
  }

  @Test func `their visits stand in for others, so that a day has as many as before`() {
    let without = VisitPlan(settings: Self.settings, orders: Self.orders).visits.count
    let with = Self.plan.visits.count
    #expect(abs(with - without) < without / 50)
  }

  @Test func `a caller's pages end before the call`() throws {
    for (position, pair) in Self.placed.prefix(100).enumerated() {
      guard let visit = pair.visit else { continue }
      let requests = PageWalk(
        of: visit, random: SeededRandom(seed: UInt64(position), stream: "walk")
      ).requests
      #expect(requests.first?.at == visit.at)
      #expect(requests.allSatisfy { $0.at < pair.call.at })
    }
  }

  @Test func `at most fifty web buyers share the office's phone, and no one else has it`() {
    let sharers = Set(
      Self.orders.filter { $0.customer.phone == OfficePhone.number }.map(\.customer.number))
    #expect((2...OfficePhone.most).contains(sharers.count))
    #expect(
      Self.orders.allSatisfy {
        !sharers.contains($0.customer.number)
          || $0.isOnWebsite && $0.customer.phone == OfficePhone.number
      })
  }
}
