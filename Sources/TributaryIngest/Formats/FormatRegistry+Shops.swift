import TributaryModel

extension FormatRegistry {
  /// What shop engines export.
  static let shops = [commerceML]

  /// Source: CommerceML 2.10; 1C-Bitrix, "Exchange with 1C". Statuses stay as the shop writes them
  /// (`[N] Новый`) but for cancelled orders.
  private static let commerceML = NamedFormat(
    "commerceml-orders", [.orders, .orderLines],
    "Orders as CommerceML 2 XML: 1C, 1C-Bitrix and others; one file fills both tables.",
    aliases: [
      "order_id": ["Номер", "Ид"], "placed_at": ["Дата"], "total": ["Сумма"],
      "currency": ["Валюта"], "status": ["Статус заказа", "Статус"], "city": ["Город"],
      "customer_phone": ["Контакт/Телефон"], "customer_email": ["Контакт/Почта"],
      "discount": ["Скидка"], "payment_method": ["Метод оплаты"], "paid_at": ["Дата оплаты"],
      "cancelled_at": ["Дата отмены"], "cancel_reason": ["Причина отмены"],
      "updated_at": ["Дата изменения статуса"], "geodomain": ["Сайт"],
      "sku": ["Товар/Артикул", "Товар/Ид"], "quantity": ["Товар/Количество"],
      "unit_price": ["Товар/ЦенаЗаЕдиницу"], "name": ["Товар/Наименование"],
    ],
    layout: .commerceML,
    example: """
      <?xml version="1.0" encoding="UTF-8"?>
      <КоммерческаяИнформация ВерсияСхемы="2.05">
      <Документ><Ид>77</Ид><Номер>1001</Номер><Дата>2026-05-03</Дата><Время>10:15:00</Время>
      <ХозОперация>Заказ товара</ХозОперация><Валюта>RUB</Валюта><Сумма>1990.00</Сумма>
      <Товары><Товар><Ид>5#12</Ид><Артикул>MUG-1</Артикул><Наименование>Кружка</Наименование>
      <ЦенаЗаЕдиницу>1990.00</ЦенаЗаЕдиницу><Количество>1</Количество></Товар></Товары>
      <ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Статус заказа</Наименование>
      <Значение>[N] Новый</Значение></ЗначениеРеквизита></ЗначенияРеквизитов></Документ>
      </КоммерческаяИнформация>
      """)
}
