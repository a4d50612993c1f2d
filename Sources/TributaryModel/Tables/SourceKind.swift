/// What a source of data is about; the `kind` of a source in the pipeline file.
public enum SourceKind: String, Sendable, CaseIterable, Comparable {
  case clickstream
  case orders
  case orderLines = "order_lines"
  case orderStatuses = "order_statuses"
  case calls
  case letters
  case letterReplies = "letter_replies"
  case invoices
  case payments
  case spend
  case adPayments = "ad_payments"
  case searchQueries = "search_queries"
  case geodomains
  case phoneNumbers = "phone_numbers"
  case calendar
  case products
  case stock
  case exchangeRates = "exchange_rates"

  /// The order in which kinds are loaded and shown.
  public static func < (left: SourceKind, right: SourceKind) -> Bool {
    left.position < right.position
  }

  private var position: Int { SourceKind.allCases.firstIndex(of: self) ?? 0 }
}
