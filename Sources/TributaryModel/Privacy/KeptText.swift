/// How the contacts in a column of text are treated before it is kept.
public enum KeptText: Sendable {
  /// They are the shop's own, or a machine's: the mailbox that a letter came to, a Message-ID.
  case own
  /// The text tells rows apart: see `ContactKey.maskedID`.
  case identity
  /// It is a host: see `ContactMask.maskedHost`.
  case host
  /// They are masked.
  case masked

  /// By the column's canonical name.
  public init(column: String) {
    switch column {
    case "letter_id", "mailbox": self = .own
    case "sku": self = .identity
    case "host", "domain", "geodomain": self = .host
    default: self = column.hasSuffix("_id") ? .identity : .masked
    }
  }

  /// The text as it is kept.
  public func kept(_ text: String, _ key: ContactKey) -> String {
    switch self {
    case .own: text
    case .identity: key.maskedID(text)
    case .host: ContactMask.maskedHost(text)
    case .masked: ContactMask.masked(text)
    }
  }
}
