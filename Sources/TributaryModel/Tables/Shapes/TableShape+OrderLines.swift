extension TableShape {
  /// Canonical columns of `order_lines`.
  public static let orderLines = TableShape(
    kind: .orderLines, table: "order_line", dayColumn: nil, merge: .replaceSet,
    columns: [
      Column("order_id", .text, required: true, key: true, "The order that the line belongs to."),
      Column("sku", .text, required: true, key: true, "The shop's own code of the article."),
      Column("quantity", .real, required: true, "Pieces."),
      Column("unit_price", .money, required: true, "Price of one piece."),
      Column(
        "currency", .text,
        "ISO 4217; that of the order's other lines when absent, else the shop's."),
      Column("name", .text, "Name of the article."),
      Column("category", .text, "Category of the article."),
      Column("unit_cost", .money, "What one piece cost the shop."),
      Column(
        "line_total", .money, computed: true,
        "Quantity x unit price to its last digit, rounded once; null where older versions read it."
      ),
      Column(
        "line_cost", .money, computed: true,
        "Quantity x unit cost to its last digit, rounded once; null where it is unknown."),
    ])
}
