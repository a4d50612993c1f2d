extension TableShape {
  /// Canonical columns of `order_statuses`.
  public static let orderStatuses = TableShape(
    kind: .orderStatuses, table: "order_status", dayColumn: "at", merge: .replace,
    columns: [
      Column("order_id", .text, required: true, key: true, "The order whose status changed."),
      Column("at", .instant, required: true, key: true, "When it changed."),
      Column("status", .text, required: true, key: true, "The status from then on."),
      Column("updated_at", .instant, "When the row last changed; the newest wins."),
    ])
}
