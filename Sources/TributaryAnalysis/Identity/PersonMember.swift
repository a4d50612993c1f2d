import TributaryModel

/// Something that one person did, with everything that may tie it to other things they did.
public struct PersonMember: Sendable, Hashable {
  public let identity: Identity
  /// When it happened; a visitor's first session.
  public let at: Instant
  /// What it shares with others; repeats and its own number are welcome.
  public let keys: [IdentityKey]
  /// For a visitor: the first session's host, landing page and what else tells it from another that
  /// began at the same moment. Never a hash.
  public let entrance: [String]

  package init(identity: Identity, at: Instant, keys: [IdentityKey], entrance: [String] = []) {
    self.identity = identity
    self.at = at
    self.keys = keys
    self.entrance = entrance
  }

  /// Which thing it is.
  public enum Identity: Sendable, Hashable {
    case visitor(Int64)
    case order(String)
    case call(String)
    case letter(String)
    case invoice(String)

    /// `visitor`, `order`, `call`, `letter` or `invoice`.
    public var kind: String {
      switch self {
      case .visitor: "visitor"
      case .order: "order"
      case .call: "call"
      case .letter: "letter"
      case .invoice: "invoice"
      }
    }

    /// Its number as text; a visitor's hash in decimal.
    public var member: String {
      switch self {
      case .visitor(let hash): String(hash)
      case .order(let id), .call(let id), .letter(let id), .invoice(let id): id
      }
    }

    var isVisitor: Bool {
      if case .visitor = self { return true }
      return false
    }
  }
}

/// A value that two members of one person share.
public enum IdentityKey: Sendable, Hashable {
  case order(String)
  case invoice(String)
  case visitor(Int64)
  /// Keyed hash of a loyalty card's number.
  case card(Int64)
  /// Keyed hash of a phone number.
  case phone(String)
  /// Keyed hash of an e-mail address.
  case email(String)

  /// The kinds of keys, in the order of a report.
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    case order, invoice, visitor, card, phone, email
  }

  /// The phones of a cell, which holds one hash or two with a blank between.
  static func phones(_ cell: String?) -> [IdentityKey] {
    (cell ?? "").split(separator: " ").map { .phone(String($0)) }
  }

  /// An order by its number, however it is written.
  static func order(number: String) -> IdentityKey { .order(OrderNumber.joined(number)) }

  var isBlank: Bool {
    switch self {
    case .visitor, .card: false
    case .order(let text), .invoice(let text), .phone(let text), .email(let text): text.isEmpty
    }
  }

  /// As the warehouse writes it: the kind, a colon, the number or hash.
  public var text: String {
    switch self {
    case .visitor(let hash), .card(let hash): "\(kind.rawValue):\(hash)"
    case .order(let text), .invoice(let text), .phone(let text), .email(let text):
      "\(kind.rawValue):\(text)"
    }
  }

  public var kind: Kind {
    switch self {
    case .order: .order
    case .invoice: .invoice
    case .visitor: .visitor
    case .card: .card
    case .phone: .phone
    case .email: .email
    }
  }
}
