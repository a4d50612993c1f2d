extension TableShape {
  /// Canonical columns of `ad_payments`.
  public static let adPayments = TableShape(
    kind: .adPayments, table: "ad_payment", dayColumn: "paid_at", merge: .replace,
    columns: [
      Column(
        "payment_id", .text, required: true, key: true, "The bank's number of the payment."),
      Column("paid_at", .instant, required: true, "When the shop paid."),
      Column("amount", .money, required: true, "How much the shop paid; a refund is negative."),
      Column("currency", .text, "ISO 4217; the shop's currency when absent."),
      Column(
        "source", .text, required: true, "The advertising platform, named as in `source` of spend."),
      Column("updated_at", .instant, "When the row last changed; the newest wins."),
    ])
}
