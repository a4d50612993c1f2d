extension TableShape {
  /// Canonical columns of `geodomains`.
  public static let geodomains = TableShape(
    kind: .geodomains, table: "geodomain", dayColumn: nil, merge: .replace,
    columns: [
      Column("domain", .text, required: true, key: true, "The host name of the city's site."),
      Column("city", .text, required: true, "The city."),
      Column("region", .text, "Its region."),
      Column("population", .integer, "People who live there."),
      Column("launched_on", .day, "The day the domain opened."),
      Column("updated_at", .instant, "When the row last changed; the newest wins."),
    ])
}
