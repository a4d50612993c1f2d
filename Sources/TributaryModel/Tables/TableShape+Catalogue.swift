extension TableShape {
  /// Every table that a file can fill, in the order of loading.
  public static let all: [TableShape] = [
    .orders, .orderLines, .orderStatuses, .calls, .letters, .letterReplies, .invoices, .payments,
    .spend, .adPayments, .searchQueries, .geodomains, .phoneNumbers, .calendar,
    .products, .stock, .exchangeRates,
  ]

  /// The shape of that kind, or nil for `clickstream`, which is no table.
  public static func of(_ kind: SourceKind) -> TableShape? { all.first { $0.kind == kind } }
}
