extension TableShape {
  /// Canonical columns of `invoices`.
  public static let invoices = TableShape(
    kind: .invoices, table: "invoice", dayColumn: "issued_at", merge: .replace,
    columns: [
      Column("invoice_id", .text, required: true, key: true, "The invoice's number."),
      Column("issued_at", .instant, required: true, "When it was issued."),
      Column("total", .money, required: true, "The sum asked for, with VAT."),
      Column("currency", .text, "ISO 4217; the shop's currency when absent."),
      Column("order_id", .text, "The order that it bills."),
      Column("customer_phone", .phone, "The customer's phone, or two."),
      Column("customer_email", .email, "The customer's e-mail."),
      Column("due_at", .instant, "When it falls due."),
      Column("paid_at", .instant, "When it was paid in full."),
      Column("status", .text, "The latest status."),
      Column("updated_at", .instant, "When the row last changed; the newest wins."),
    ])
}
