import TributaryModel

/// The part of one conversion that one model gives to one touchpoint.
public struct AttributionCredit: Sendable, Hashable {
  public let conversionID: String
  /// Position in the touchpoints given; nil when no touchpoint explains the conversion.
  public let touchpoint: Int?
  public let model: AttributionModel
  /// 0...1; the parts of a conversion add up to 1.
  public let credit: Double
  /// Minor units; the parts add up to the conversion's value exactly.
  public let value: Int64
  /// Minor units; the parts add up to the conversion's margin exactly.
  public let margin: Int64

  package init(
    conversionID: String, touchpoint: Int?, model: AttributionModel, credit: Double, value: Int64,
    margin: Int64
  ) {
    self.conversionID = conversionID
    self.touchpoint = touchpoint
    self.model = model
    self.credit = credit
    self.value = value
    self.margin = margin
  }
}
