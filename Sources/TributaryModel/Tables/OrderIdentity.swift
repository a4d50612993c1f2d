/// What the exporting system knows an order by, beside the number that people see.
///
/// Numbers begin anew each year, or repeat between sites; ids do not. A class, so that the rows of
/// the many files without ids carry one empty word for it.
public final class OrderIdentity: Hashable, Sendable {
  /// The system whose ids they are: ids of two systems say nothing of each other.
  public let system: String
  public let id: String
  /// The printed number; nil where the record does not tell it.
  public let number: String?
  /// When the order was placed, Unix milliseconds; nil where the record does not tell it.
  public let placedAt: Int64?

  package init(system: String, id: String, number: String?, placedAt: Int64?) {
    self.system = system
    self.id = id
    self.number = number
    self.placedAt = placedAt
  }

  /// Whether both are the same order.
  public func isSame(as other: OrderIdentity) -> Bool { id == other.id && system == other.system }

  /// By all their parts.
  public static func == (left: OrderIdentity, right: OrderIdentity) -> Bool {
    left.isSame(as: right) && left.number == right.number && left.placedAt == right.placedAt
  }

  /// Equal ones have the same hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(system)
    hasher.combine(id)
  }
}
