extension TableShape {
  /// Canonical columns of `letter_replies`.
  public static let letterReplies = TableShape(
    kind: .letterReplies, table: "letter_reply", dayColumn: "replied_at", merge: .replace,
    columns: [
      Column(
        "letter_id", .text, required: true, key: true, "The letter that the shop answered."),
      Column("replied_at", .instant, required: true, key: true, "When it answered."),
      Column("mailbox", .text, "The shop's address that answered."),
      Column("updated_at", .instant, "When the row last changed; the newest wins."),
    ])
}
