extension TableShape {
  /// Canonical columns of `letters`.
  public static let letters = TableShape(
    kind: .letters, table: "letter", dayColumn: "received_at", merge: .replace,
    columns: [
      Column("letter_id", .text, required: true, key: true, "The letter's own id."),
      Column("received_at", .instant, required: true, "When it arrived."),
      Column("mailbox", .text, "The shop's address that it came to."),
      Column("from_email", .email, "Who wrote."),
      Column("replied_at", .instant, "When the shop first replied."),
      Column("order_id", .text, "The order that came of it."),
      Column("invoice_id", .text, "The invoice that came of it."),
      Column(
        "thread_id", .text,
        "The conversation that it is a part of, by its id or subject: its letters are one contact."),
      Column("updated_at", .instant, "When the row last changed; the newest wins."),
    ])
}
