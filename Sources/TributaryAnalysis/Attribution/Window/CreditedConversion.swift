import TributaryModel

/// A conversion with the touchpoints of its path and what each model gave them.
public struct CreditedConversion: Sendable {
  public let kind: Conversion.Kind
  /// Minor units.
  public let value: Int64
  /// Minor units.
  public let margin: Int64
  /// In any order; none when nothing explains the conversion.
  public var touchpoints: [Touchpoint] = []
  /// Their `touchpoint` is a position in `touchpoints`.
  public var credits: [AttributionCredit] = []

  package init(kind: Conversion.Kind, value: Int64, margin: Int64) {
    self.kind = kind
    self.value = value
    self.margin = margin
  }
}
