import TributaryModel

extension FormatRegistry {
  /// Orders, invoices, payments and letters.
  static let sales = [shopifyOrders] + shops + retailCRM + [mail] + banks

  /// Source: Shopify help, "Exporting orders": a row a line item; most cells of the order stand on
  /// its first row only.
  private static let shopifyOrders = NamedFormat(
    "shopify-orders", [.orderLines], "The orders export of Shopify: lines, and orders from them.",
    aliases: [
      "order_id": ["Name"], "external_id": ["Id"], "sku": ["Lineitem sku"],
      "quantity": ["Lineitem quantity"],
      "unit_price": ["Lineitem price"], "name": ["Lineitem name"], "placed_at": ["Created at"],
      "total": ["Total"], "currency": ["Currency"], "status": ["Financial Status"],
      "customer_email": ["Email"], "customer_phone": ["Phone"], "paid_at": ["Paid at"],
      "shipped_at": ["Fulfilled at"], "cancelled_at": ["Cancelled at"],
      "payment_method": ["Payment Method"], "discount": ["Discount Amount"],
      "city": ["Shipping City"], "refunded": ["Refunded Amount"],
    ],
    needs: ["derive_orders: true"],
    example: "Name,Email,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem price,"
      + "Lineitem sku\n#1001,a@example.com,2026-05-03 10:16:00 +0300,RUB,1990.00,"
      + "2026-05-03 10:15:00 +0300,1,1990.00,MUG-1")
}
