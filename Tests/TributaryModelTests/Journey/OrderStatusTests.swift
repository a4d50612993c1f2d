import Testing
import TributaryModel

@Suite struct OrderStatusTests {
  @Test(arguments: [
    ("delivered", false, false), ("delivered", true, true), ("unclaimed", false, true),
    (nil, false, false), (nil, true, true), ("Cancelled", false, true),
    ("canceled", false, true), ("ВОЗВРАТ", false, true), ("Отменён", false, true),
    ("[C] Отменён", false, true), ("Не\u{a0}выкуплен", false, true), ("wc-cancelled", false, true),
    ("Отменен клиентом", false, true), ("Cancelled by customer", false, true),
    ("storniert", false, true), ("annulée", false, true), ("«Отменён»", false, true),
    (" (42) ОТМЕНА  покупателем", false, true), ("REMBOURSÉE", false, true),
    ("Отмена клиентом отозвана", false, false), ("Отменён менеджером частично", false, false),
    ("Cancelled by mistake, restored", false, false), ("Отменено клиентом: нет", false, false),
    ("[C]", false, false), ("cancelled reversal", false, false), ("Отменён возврат", false, false),
    ("wc-completed", false, false), ("", false, false),
    ("Не выкуплен", false, true), ("Новый", false, false), ("возврат не нужен", false, false),
  ])
  func `an order is lost by its status or by its day of cancelling`(
    status: String?, isCancelled: Bool, expected: Bool
  ) {
    #expect(OrderStatus.isLost(status, isCancelled: isCancelled) == expected)
  }
}
