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

  @Test(arguments: [
    "Отменён (клиентом)", "Отменен покупателем", "cancelled_by_customer", "Cancelled by seller",
    "Возврат товара", "Возврат", "Returned to sender", "Rückgabe", "Storniert durch Kunden",
    "Annulée par le client", "cancelled-by-customer", "Отменён: нет в наличии", "[C] Отменён.",
    "Cancelled - out of stock", "Отмена/возврат", "Возвращён отправителю", "Возврат денег",
    "wc-cancelled (duplicate)", "Отменён системой автоматически", "Rückgabe durch Kunden",
    "Remboursée au client", "Отменён, не дозвонились", "Cancelled: no stock",
    "Возвращено покупателем", "Cancelled due to fraud", "Отмена заказа",
  ])
  func `a status that begins with a word for a loss is one, whoever did it`(status: String) {
    #expect(OrderStatus.isLost(status))
  }

  @Test(arguments: [
    "Не отменён", "Запрос на отмену", "Возврат денег отклонён", "Return requested",
    "partially_refunded", "Возврат товара запрошен", "Возврат - запрошен", "Отмена запрошена",
    "Refunded (partially)", "Returned: 1 of 3", "Возвращён менеджеру", "Returned to processing",
    "cancelled_reversal", "Cancelled, restored", "Отменён - восстановлен", "Stornierung beantragt",
    "Annulation en cours", "Rückgabe angefragt", "Возврат товара отменён", "Uncancelled",
    "un-cancelled", "Отмена заказа на рассмотрении", "Возврат отклонён", "Cancellation requested",
    "Failed delivery attempt", "Storniert teilweise", "Cancelled: no", "Возврат/обмен",
  ])
  func `what takes a loss back, asks for it or is a part of it is none`(status: String) {
    #expect(!OrderStatus.isLost(status))
  }
}
