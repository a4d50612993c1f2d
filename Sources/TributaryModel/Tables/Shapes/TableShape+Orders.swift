extension TableShape {
  /// Canonical columns of `orders`.
  public static let orders = TableShape(
    kind: .orders, table: "orders", dayColumn: "placed_at", merge: .replace,
    columns: [
      Column("order_id", .text, required: true, key: true, "The shop's own number of the order."),
      Column("placed_at", .instant, required: true, "When the customer ordered."),
      Column(
        "total", .money, required: true,
        "What the customer paid: after discount, with VAT and delivery."),
      Column("currency", .text, "ISO 4217; the shop's currency when absent."),
      Column("status", .text, "The latest status."),
      Column("channel", .text, "Where the order was made: online, store, marketplace."),
      Column(
        "method", .text,
        "How it was made: cart, one_click, phone, chat, form, letter, marketplace, retail."),
      Column("geodomain", .text, "The city domain that it came through."),
      Column("city", .text, "The customer's city."),
      Column("customer_phone", .phone, "The customer's phone, or two."),
      Column("customer_email", .email, "The customer's e-mail."),
      Column("client_id", .hashedID, "The visitor's first-party id."),
      Column("loyalty_card", .card, "The number of the customer's loyalty card."),
      Column("discount", .money, "Discount already taken off the total."),
      Column("delivery_cost", .money, "What delivery cost the shop."),
      Column("cost_of_goods", .money, "What the goods cost the shop."),
      Column("payment_method", .text, "How it is paid, such as card or cash_on_delivery."),
      Column("paid_at", .instant, "When it was paid."),
      Column("shipped_at", .instant, "When it left the shop."),
      Column("delivered_at", .instant, "When the customer took it."),
      Column("cancelled_at", .instant, "When it was cancelled or came back."),
      Column("cancel_reason", .text, "Why it was cancelled."),
      Column("refunded", .money, "What of it was given back; already taken off the total."),
      Column("updated_at", .instant, "When the row last changed; the newest wins."),
    ])
}
