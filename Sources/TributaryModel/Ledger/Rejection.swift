/// A record that was refused: where it stands and why.
public struct Rejection: Hashable, Sendable {
  /// 1 for the first line of the decompressed file; the line where the record starts.
  public let line: Int
  /// Offset of the record's first byte in the decompressed file.
  public let byteOffset: Int64
  /// A stable word for grouping, such as `bad-date`.
  public let reason: Reason
  /// The column that was wrong, where one was.
  public let column: String?
  /// What was expected, found and what to do, in one sentence; without personal data.
  public let message: String
  /// The start of the record: at most 120 characters, control characters made visible, phones and
  /// e-mails blotted out.
  public let sample: String
  /// The amount of the record, where it could be read; nil when it could not or there is none.
  public let money: Money?

  package init(
    line: Int, byteOffset: Int64, reason: Reason, column: String? = nil, message: String,
    sample: String, money: Money? = nil
  ) {
    self.line = line
    self.byteOffset = byteOffset
    self.reason = reason
    self.column = column
    self.message = message
    self.sample = sample
    self.money = money
  }

  /// Why records are refused.
  public enum Reason: String, Sendable, CaseIterable {
    case malformed = "malformed"
    case missingValue = "missing-value"
    case badDate = "bad-date"
    case badNumber = "bad-number"
    case badMoney = "bad-money"
    case badCurrency = "bad-currency"
    case badEncoding = "bad-encoding"
    case raggedRow = "ragged-row"
    case tooLong = "too-long"
    case unclosedQuote = "unclosed-quote"
    case unknownValue = "unknown-value"
    /// The record's whole stands in several files, and nothing tells which counts.
    case severalFiles = "several-files"
  }
}
