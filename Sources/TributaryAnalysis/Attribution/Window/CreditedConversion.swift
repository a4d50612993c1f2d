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
  public var shares: [Share] = []

  /// The part of the conversion that one model gave to one touchpoint.
  public struct Share: Sendable {
    public let model: AttributionModel
    /// Position in `touchpoints`.
    public let touchpoint: Int
    /// 0...1.
    public let credit: Double
    /// Minor units.
    public let value: Int64
    /// Minor units.
    public let margin: Int64

    public init(
      model: AttributionModel, touchpoint: Int, credit: Double, value: Int64, margin: Int64
    ) {
      self.model = model
      self.touchpoint = touchpoint
      self.credit = credit
      self.value = value
      self.margin = margin
    }
  }

  public init(kind: Conversion.Kind, value: Int64, margin: Int64) {
    self.kind = kind
    self.value = value
    self.margin = margin
  }
}
