extension TableShape {
  /// Canonical columns of `payments`.
  public static let payments = TableShape(
    kind: .payments, table: "payment", dayColumn: "paid_at", merge: .replace,
    columns: [
      Column(
        "payment_id", .text, required: true, key: true,
        "The bank's or till's number of the payment."),
      Column("paid_at", .instant, required: true, "When the money came."),
      Column("amount", .money, required: true, "How much came."),
      Column("currency", .text, "ISO 4217; the shop's currency when absent."),
      Column("order_id", .text, "The order that it pays."),
      Column("invoice_id", .text, "The invoice that it pays."),
      Column("updated_at", .instant, "When the row last changed; the newest wins."),
    ])
}
