/// One value of a table row, in the form that the warehouse stores.
public enum Cell: Hashable, Sendable {
  /// Unknown: the source said nothing. Never zero.
  case null
  /// Counts, minor units of money, Unix milliseconds, booleans as 0 and 1.
  case integer(Int64)
  case real(Double)
  /// Words, days as `YYYY-MM-DD`, keyed hashes of contacts as hexadecimal.
  case text(String)
}

extension Cell {
  package init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  package init(_ value: Double?) { self = value.map { .real($0) } ?? .null }
  package init(_ value: Int64?) { self = value.map { .integer($0) } ?? .null }

  /// The number; nil for a text and for null.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    case .null, .text: nil
    }
  }

  /// The text; nil for a number and for null.
  public var optionalText: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
