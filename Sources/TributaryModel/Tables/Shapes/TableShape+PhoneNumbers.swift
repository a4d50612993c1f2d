extension TableShape {
  /// Canonical columns of `phone_numbers`.
  public static let phoneNumbers = TableShape(
    kind: .phoneNumbers, table: "phone_number", dayColumn: nil, merge: .replace,
    columns: [
      Column("number", .ownPhone, required: true, key: true, "The shop's number."),
      Column("geodomain", .text, "The city domain that shows it."),
      Column("kind", .text, "static, dynamic or tollfree."),
      Column("campaign", .text, "The campaign that it stands in."),
      Column("channel", .text, "The channel that it stands in."),
      Column("valid_from", .day, key: true, "The first day it belonged here."),
      Column("valid_to", .day, "The last day it belonged here."),
      Column("updated_at", .instant, "When the row last changed; the newest wins."),
    ])
}
