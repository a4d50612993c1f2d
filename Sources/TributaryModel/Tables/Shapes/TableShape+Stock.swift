extension TableShape {
  /// Canonical columns of `stock`.
  public static let stock = TableShape(
    kind: .stock, table: "stock", dayColumn: "date", merge: .replace,
    columns: [
      Column("date", .day, required: true, key: true, "The day counted."),
      Column("sku", .text, required: true, key: true, "The article."),
      Column("on_hand", .real, required: true, "Pieces on hand at the end of the day."),
      Column("updated_at", .instant, "When the row last changed; the newest wins."),
    ])
}
