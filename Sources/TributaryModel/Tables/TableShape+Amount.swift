extension TableShape {
  /// The column of money that the ledger follows to the minor unit; nil for tables without one.
  public var amountColumn: String? {
    switch kind {
    case .orders, .invoices: "total"
    case .payments, .adPayments: "amount"
    case .spend: "cost"
    default: nil
    }
  }
}
