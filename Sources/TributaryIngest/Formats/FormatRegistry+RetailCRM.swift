import TributaryModel

extension FormatRegistry {
  /// Answers of the API of retailCRM.
  static let retailCRM = [retailCRMOrders, retailCRMHistory]

  /// Source: retailCRM API v5, `GET /api/v5/orders`. Times are in the account's zone. Codes of
  /// statuses and methods are those that an account starts with; `values` adds its own.
  private static let retailCRMOrders = NamedFormat(
    "retailcrm-orders", [.orders, .orderLines],
    "Orders as the API of retailCRM returns them, JSON; one file fills both tables.",
    aliases: [
      "order_id": ["number", "externalId", "id"], "external_id": ["id"],
      "external_site": ["site"], "external_number": ["number"],
      "external_placed_at": ["createdAt"], "placed_at": ["createdAt"],
      "total": ["totalSumm"], "currency": ["currency"], "status": ["status"],
      "method": ["orderMethod"], "geodomain": ["site"], "city": ["delivery.address.city"],
      "customer_phone": ["phone", "customer.phones[0].number"],
      "customer_email": ["email", "customer.email"], "client_id": ["clientId"],
      "delivery_cost": ["delivery.netCost"], "cost_of_goods": ["purchaseSumm"],
      "paid_at": ["fullPaidAt"], "updated_at": ["statusUpdatedAt"],
      "sku": ["items[].offer.article", "items[].offer.externalId", "items[].offer.id"],
      "quantity": ["items[].prices[].quantity", "items[].quantity"],
      "unit_price": ["items[].prices[].price", "items[].initialPrice"],
      "name": ["items[].offer.displayName", "items[].offer.name", "items[].productName"],
      "unit_cost": ["items[].purchasePrice"],
    ],
    values: [
      "status": retailCRMStatuses,
      "method": [
        "shopping-cart": "cart", "one-click": "one_click", "landing-page": "form",
        "live-chat": "chat", "messenger": "chat", "offline": "retail", "marketplace": "marketplace",
        "price-decrease-request": "form", "e-mail": "letter",
      ],
    ],
    layout: .json(
      envelopes: ["orders"],
      cancelled: [
        "deleted", "combinedTo.id", "combinedTo.number", "items[].status", "items[].status.code",
        "items[].isCanceled",
      ]),
    example:
      #"{"success":true,"orders":[{"id":7,"number":"1001","createdAt":"2026-05-03 10:15:00","#
      + #""totalSumm":1990,"status":"new","orderMethod":"shopping-cart","phone":"+79123456789","#
      + #""items":[{"quantity":1,"initialPrice":1990,"offer":{"article":"MUG-1"}}]}]}"#)

  private static let retailCRMStatuses = [
    "complete": "delivered", "no-call": "cancelled", "no-product": "cancelled",
    "already-buyed": "cancelled", "delyvery-did-not-suit": "cancelled",
    "prices-did-not-suit": "cancelled", "cancel-other": "cancelled",
  ]

  /// Source: retailCRM API v5, `GET /api/v5/orders/history`.
  private static let retailCRMHistory = NamedFormat(
    "retailcrm-history", [.orderStatuses],
    "The history of orders as the API of retailCRM returns it, JSON: their statuses.",
    aliases: [
      "order_id": ["order.number", "order.externalId", "order.id"],
      "external_id": ["order.id"], "external_site": ["order.site"],
      "external_number": ["order.number"], "at": ["createdAt"],
      "status": ["newValue.code", "newValue"], "order_key": ["order.id"], "field": ["field"],
      "is_created": ["created"], "first_status": ["order.status"], "is_deleted": ["deleted"],
      "combined_to": ["combinedTo.id", "combinedTo.number"],
    ],
    values: ["status": retailCRMStatuses, "first_status": retailCRMStatuses],
    layout: .json(envelopes: ["history"]), builder: StatusHistoryBuilder.self,
    example: #"{"success":true,"history":[{"id":1,"createdAt":"2026-05-03 10:15:00","#
      + #""field":"status","oldValue":null,"newValue":{"code":"new"},"#
      + #""order":{"id":7,"number":"1001","status":"new"}}]}"#)
}
