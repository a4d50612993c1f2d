import TributaryModel

extension FormatRegistry {
  /// What shop engines export.
  static let shops = [commerceML, wooCommerce, bitrix]

  /// Source: CommerceML 2.10; 1C-Bitrix, "Exchange with 1C". Statuses stay as the shop writes them
  /// (`[N] Новый`) but for cancelled orders.
  private static let commerceML = NamedFormat(
    "commerceml-orders", [.orders, .orderLines],
    "Orders as CommerceML 2 XML: 1C, 1C-Bitrix and others; one file fills both tables.",
    aliases: [
      "order_id": ["Номер", "Ид"], "external_id": ["Ид"], "external_number": ["Номер"],
      "external_placed_at": ["Дата"], "placed_at": ["Дата"], "total": ["Сумма"],
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

  /// Source: WooCommerce documentation, "WooCommerce Analytics" (Orders, CSV: refunds are rows of
  /// their own, on the day of the refund); headers of "Advanced Order Export" beside them. The
  /// revenue of Analytics is without taxes and delivery.
  private static let wooCommerce = NamedFormat(
    "woocommerce-orders", [.orders],
    "Orders of WooCommerce: the CSV of Analytics, or of an export plugin; refunds reduce totals.",
    aliases: [
      "order_id": ["Order #", "Order Number"], "external_id": ["Order ID"],
      "placed_at": ["Date", "Order Date"],
      "total": ["Order Total Amount", "Order Total", "N. Revenue", "Net Sales"],
      "refunded": ["Order Refund Amount"], "status": ["Status", "Order Status"],
      "currency": ["Order Currency", "Currency"], "city": ["City (Shipping)", "City (Billing)"],
      "customer_phone": ["Phone (Billing)"], "customer_email": ["Email (Billing)"],
      "payment_method": ["Payment Method Title", "Payment Method"],
      "discount": ["Cart Discount Amount"], "paid_at": ["Paid Date"],
      "delivered_at": ["Completed Date"],
    ],
    values: ["status": wooStatuses], builder: OrderRowBuilder.self,
    leftOut: ["draft", "trash"].map { CancelRule(column: "status", pattern: "^\($0)$") },
    example: "Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),"
      + "Items sold,Coupon(s),N. Revenue,Attribution\n"
      + "2026-05-03 10:15:00,1001,\"$1,990.00\",completed,Ann Lee,new,1× Mug,1,,1990,Direct")

  /// Source: the list of orders that 1C-Bitrix saves as CSV, as seen in public exports; columns are
  /// those that the list shows.
  private static let bitrix = NamedFormat(
    "bitrix-orders", [.orders], "The list of orders that 1C-Bitrix saves as CSV.",
    aliases: [
      "order_id": ["Номер заказа", "Номер", "ID"], "external_id": ["ID"],
      "placed_at": ["Дата создания", "Дата заказа"],
      "total": ["Сумма", "Стоимость"], "status": ["Статус"],
      "is_cancelled": ["Отменен", "Отменён"], "updated_at": ["Дата изменения"],
      "cancelled_at": ["Дата отмены"], "cancel_reason": ["Причина отмены"],
      "paid_at": ["Дата оплаты"], "payment_method": ["Платежная система"],
      "customer_phone": ["Телефон"], "customer_email": ["E-Mail", "Email", "E-mail"],
      "city": ["Город"], "currency": ["Валюта"],
    ],
    builder: OrderRowBuilder.self,
    example: "Номер заказа;Дата создания;Сумма;Статус;Оплачен;Отменен;Позиции;Цена товара\n"
      + "1001;03.05.2026 10:15:00;1990 руб;Принят;Да;Нет;[12] Кружка (1 шт);1990 руб")
}
