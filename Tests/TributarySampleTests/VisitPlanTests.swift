import Testing
import TributaryModel

@testable import TributarySample

struct VisitPlanTests {
  @Test func `the visits before an order come from the sources of its path, in their order`() {
    var settings = SmallShop.settings
    settings.logDays = 45
    let orders = OrderBook(settings: settings).orders
    let plan = VisitPlan(settings: settings, orders: orders)
    let customers = Dictionary(grouping: orders.filter(\.isOnWebsite)) { $0.customer.number }
    let visits = Dictionary(grouping: plan.visits) { $0.visitor }
    let byID = Dictionary(uniqueKeysWithValues: orders.map { ($0.id, $0) })
    var longPaths = 0
    for (id, journey) in plan.journeys {
      guard let customer = byID[id]?.customer.number, customers[customer]?.count == 1 else {
        continue
      }
      // The first visits may lie before the first log.
      let seen = (visits[customer] ?? []).sorted { $0.at < $1.at }.map(\.source)
      #expect(seen == journey.sources.suffix(seen.count))
      #expect(!seen.isEmpty)
      if seen.count > 2 { longPaths += 1 }
    }
    #expect(longPaths > 5)
  }

  @Test func `sessions grow a little less than orders in a peak`() throws {
    let curve = DemandCurve(asOf: SmallShop.settings.asOf)
    let peak = try #require(Day("2025-10-30"))
    let calm = try #require(Day("2025-09-25"))
    func visits(_ day: Day) -> Double {
      VisitPlan.expected(on: day, settings: SmallShop.settings, curve: curve)
    }
    let orders = curve.multiple(peak) / curve.multiple(calm)
    let sessions = visits(peak) / visits(calm)
    #expect(sessions < orders && sessions > 0.8 * orders)
  }
}
