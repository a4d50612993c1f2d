import Testing
import TributaryModel

@testable import TributarySample

struct TruthCallsTests {
  private let sample = SmallShop.sample

  @Test func `each order but those of letters, and each call, has its customer`() {
    let rows = Truth.people(sample)
    #expect(rows.first == ["kind", "member", "customer"])
    let orders = rows.filter { $0[0] == "order" }
    #expect(orders.map { $0[1] } == sample.orders.filter { $0.method != .letter }.map(\.id))
    let calls = rows.filter { $0[0] == "call" }
    #expect(calls.count == sample.callLog.calls.count)
    #expect(Set(calls.map { $0[1] }).count == calls.count)
    // An order by telephone and the call that brought it are of one customer.
    let customers = Dictionary(uniqueKeysWithValues: orders.map { ($0[1], $0[2]) })
    for (row, call) in zip(calls, sample.callLog.calls) {
      guard let order = call.orderID else { continue }
      #expect(customers[order] == row[2])
    }
  }

  @Test func `each call of the logged days to a number of the site has its visit, or none`() {
    let rows = Truth.callSessions(sample).dropFirst()
    let calls = sample.callLog.calls.filter {
      $0.isShownOnSite && sample.settings.logged.contains($0.at.day)
    }
    #expect(rows.count == calls.count)
    let visits = sample.visitPlan.callVisits.count { $0 != nil }
    #expect(rows.count { !$0[1].isEmpty } == visits)
    #expect(visits > 0 || rows.count < 10)
    #expect(rows.allSatisfy { $0.count == 3 && $0[1].isEmpty == $0[2].isEmpty })
  }
}
