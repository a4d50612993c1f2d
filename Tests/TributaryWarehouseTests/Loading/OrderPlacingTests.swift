import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct OrderPlacingTests {
  private static func placing(_ day: Int64, _ total: Int64, _ phone: String = "") -> OrderPlacing {
    OrderPlacing(
      placedAt: day * 86_400_000, total: total, currency: "", contacts: [phone, "", ""])
  }

  /// Placings by day, sum and phone, and on which days their orders were first placed.
  @Test(
    arguments: [
      ([placing(0, 1), placing(180, 2)], [0]),
      ([placing(0, 1), placing(181, 2)], [0, 181]),
      // Within 180 days of each other, one after the other.
      ([placing(0, 1), placing(150, 2), placing(300, 3)], [0]),
      // A year's order and its correction, the next year's and the one after.
      ([placing(0, 1), placing(365, 1), placing(730, 2), placing(1100, 3)], [0, 730, 1100]),
      ([placing(0, 1, "a"), placing(365, 1, "b")], [0, 365]),
      ([placing(0, 1, "a"), placing(365, 1)], [0]),
      // Of an order that was told with two buyers, either is the buyer.
      ([placing(0, 1, "a"), placing(1, 1, "b"), placing(365, 1, "b")], [0]),
    ] as [([OrderPlacing], [Int64])])
  func `placings are orders by when, for how much and by whom`(
    placings: [OrderPlacing], days: [Int64]
  ) {
    for placings in [placings, placings.reversed()] {
      #expect(PlacedOrder.all(placings).map { $0.first / 86_400_000 } == days)
    }
  }

  @Test(
    arguments: [
      (-10, 0, 0), (0, 0, 0), (100, 0, 0), (182, 0, 0), (183, 1, 0), (364, 1, 1), (363, 1, 0),
      (900, 1, 1),
    ] as [(Int64, Int, Int)])
  func `what is told at a time belongs to the order placed nearest, or until then`(
    day: Int64, nearest: Int, latest: Int
  ) {
    let orders = PlacedOrder.all([Self.placing(0, 1), Self.placing(365, 2)])
    #expect(orders.nearest(to: day * 86_400_000) == nearest)
    #expect(orders.latest(at: day * 86_400_000) == latest)
  }

  @Test func `far instants do not stop the run`() {
    let far = [Int64.min, -1, 0, .max].map {
      OrderPlacing(placedAt: $0, total: $0, currency: "", contacts: ["", "", ""])
    }
    #expect(PlacedOrder.all(far).count == 3)
  }
}
