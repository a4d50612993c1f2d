import TributaryModel

/// What the warehouse must know of the shop to sum its rows.
public struct WarehouseSettings: Sendable {
  /// The shop's time zone: which day an instant belongs to.
  public var zone: Zone
  /// The shop's currency: what the marts add up in.
  public var currency: Currency
  /// The shop's key, for whoever writes: it must be the one that the warehouse was made with.
  public var key: ContactKey?

  public init(zone: Zone, currency: Currency, key: ContactKey? = nil) {
    self.zone = zone
    self.currency = currency
    self.key = key
  }
}
