import TributaryModel

/// Rows in another currency that no exchange rate converts; they are in none of the totals.
public struct UnratedMoney: Sendable, Hashable {
  public let kind: SourceKind
  /// ISO 4217.
  public let currency: String
  public let records: Int
  /// Units: minor units of `currency`.
  public let amount: Int64

  public init(kind: SourceKind, currency: String, records: Int, amount: Int64) {
    self.kind = kind
    self.currency = currency
    self.records = records
    self.amount = amount
  }
}
