extension TableShape {
  /// Canonical columns of `exchange_rates`.
  public static let exchangeRates = TableShape(
    kind: .exchangeRates, table: "exchange_rate", dayColumn: "date", merge: .replace,
    columns: [
      Column("date", .day, required: true, key: true, "The day of the rate."),
      Column("currency", .text, required: true, key: true, "The foreign currency, ISO 4217."),
      Column(
        "rate", .real, required: true,
        "Units of the shop's currency for one unit of the foreign one."),
      Column("updated_at", .instant, "When the row last changed; the newest wins."),
    ])
}
