import TributaryModel

/// A conversion with the touchpoints of its path and what each model gave them.
public struct CreditedConversion: Sendable {
  public let kind: Conversion.Kind
  public let day: Day
  /// Whether it is a sale of its own; see `SaleCounting`.
  public let isSale: Bool
  /// Minor units.
  public let value: Int64
  /// Minor units.
  public let margin: Int64
  /// In any order; none when nothing explains the conversion.
  public var touchpoints: [Touchpoint] = []
  /// Their `touchpoint` is a position in `touchpoints`.
  public var credits: [AttributionCredit] = []

  package init(
    kind: Conversion.Kind, day: Day, isSale: Bool = false, value: Int64, margin: Int64
  ) {
    self.kind = kind
    self.day = day
    self.isSale = isSale
    self.value = value
    self.margin = margin
  }
}
