extension TableShape {
  /// Canonical columns of `calls`.
  public static let calls = TableShape(
    kind: .calls, table: "call", dayColumn: "started_at", merge: .replace,
    columns: [
      Column(
        "call_id", .text, required: true, key: true, "The telephone system's number of the call."),
      Column("started_at", .instant, required: true, "When it began to ring."),
      Column("dialled_number", .ownPhone, required: true, "The shop's number that was dialled."),
      Column("caller", .phone, "Who called."),
      Column("talk_seconds", .integer, "Seconds of talk; 0 when nobody answered."),
      Column("wait_seconds", .integer, "Seconds until the answer."),
      Column("answered", .boolean, "Whether somebody answered."),
      Column("order_id", .text, "The order that came of it."),
      Column("source", .text, "Where the caller came from, as a call tracker says it."),
      Column("medium", .text, "By what advertising, as a call tracker says it."),
      Column("campaign", .text, "The campaign that a call tracker names."),
      Column("updated_at", .instant, "When the row last changed; the newest wins."),
    ])
}
