import TributaryModel

/// Something that the shop wants: an order, a qualified call, a paid invoice.
///
/// The three kinds are three questions. An order, the call in which it was made and the invoice that
/// it was paid by are one sale, so kinds are never added up; sales are, see `SaleCounting`.
public struct Conversion: Sendable, Hashable {
  /// `order:123`, `call:77`, `invoice:9`.
  public let id: String
  public let personID: String
  /// An order's placing, a call's start, an invoice's payment.
  public let at: Instant
  /// A touchpoint that began by then may have led to it; `at`, but for an order whose clock was
  /// behind at midnight.
  public let creditedUntil: Instant
  /// Whether it is an order whose clock was behind that of the visit which made it.
  public let isBridged: Bool
  public let kind: Kind
  public let member: String
  /// Minor units; of a call what the shop says that one is worth.
  public let value: Int64
  /// Minor units; of a call as its value.
  public let margin: Int64
  public let geodomain: String?
  /// Whether it earns credit; a lost order does not.
  public let isCounted: Bool
  /// Whether it is a sale of its own, as `SaleCounting` finds.
  public internal(set) var isSale = false

  /// What kind of success it is.
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    case order, call, invoice
  }

  package init(
    personID: String, at: Instant, kind: Kind, member: String, value: Int64, margin: Int64,
    geodomain: String? = nil, isCounted: Bool = true, creditedUntil: Instant? = nil,
    isBridged: Bool = false
  ) {
    id = kind.rawValue + ":" + member
    self.personID = personID
    self.at = at
    self.creditedUntil = creditedUntil ?? at
    self.isBridged = isBridged
    self.kind = kind
    self.member = member
    self.value = value
    self.margin = margin
    self.geodomain = geodomain
    self.isCounted = isCounted
  }

  /// Whether one comes before another: by time, then by id.
  public static func precedes(_ left: Conversion, _ right: Conversion) -> Bool {
    left.at == right.at ? left.id < right.id : left.at < right.at
  }
}
