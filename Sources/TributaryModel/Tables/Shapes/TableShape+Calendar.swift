extension TableShape {
  /// Canonical columns of `calendar`.
  public static let calendar = TableShape(
    kind: .calendar, table: "calendar_event", dayColumn: "date", merge: .replace,
    columns: [
      Column("date", .day, required: true, key: true, "The day of the event."),
      Column("name", .text, required: true, key: true, "Its name."),
      Column("kind", .text, "holiday, release, promotion, outage or closed."),
      Column("updated_at", .instant, "When the row last changed; the newest wins."),
    ])
}
