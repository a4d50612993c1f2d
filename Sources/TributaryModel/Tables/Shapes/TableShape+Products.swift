extension TableShape {
  /// Canonical columns of `products`.
  public static let products = TableShape(
    kind: .products, table: "product", dayColumn: nil, merge: .replace,
    columns: [
      Column("sku", .text, required: true, key: true, "The shop's own code of the article."),
      Column("name", .text, "Its name."),
      Column("category", .text, "Its category."),
      Column("unit_cost", .money, "What one piece costs the shop."),
      Column(
        "exact_unit_cost", .real, computed: true,
        "The same to its last digit, in minor units; null where unit_cost has them all."),
      Column("supplier_lead_days", .integer, "Days from order to delivery by the supplier."),
      Column("updated_at", .instant, "When the row last changed; the newest wins."),
    ])
}
