import Testing
import TributaryModel

@Suite struct OrderStatusTests {
  @Test(arguments: [
    ("delivered", false, false), ("delivered", true, true), ("unclaimed", false, true),
    (nil, false, false), (nil, true, true), ("Cancelled", false, true),
    ("canceled", false, true), ("ВОЗВРАТ", false, true), ("Отменён", false, true),
    ("Не выкуплен", false, true), ("Новый", false, false), ("возврат не нужен", false, false),
  ])
  func `an order is lost by its status or by its day of cancelling`(
    status: String?, isCancelled: Bool, expected: Bool
  ) {
    #expect(OrderStatus.isLost(status, isCancelled: isCancelled) == expected)
  }
}
