import TributaryModel

/// Conversions that a model credits to a dimension, with their value and margin.
public struct Credit: Sendable, Hashable {
  /// With the range of 90% that chance alone explains; without one where it was not worked out.
  public let conversions: Estimate
  /// Minor units.
  public let value: Int64
  /// Minor units.
  public let margin: Int64

  package init(conversions: Estimate, value: Int64, margin: Int64) {
    self.conversions = conversions
    self.value = value
    self.margin = margin
  }

  public static let none = Credit(conversions: Estimate(0), value: 0, margin: 0)

  /// The same with a range around its conversions; nil for none.
  func ranged(_ range: Interval?) -> Credit {
    Credit(conversions: Estimate(conversions.value, range), value: value, margin: margin)
  }

  /// So many times of it; without a range.
  func scaled(by factor: Double) -> Credit {
    Credit(
      conversions: Estimate(conversions.value * factor),
      value: Int64((Double(value) * factor).rounded()),
      margin: Int64((Double(margin) * factor).rounded()))
  }

  /// The sum of two credits; it has no range.
  public static func + (left: Credit, right: Credit) -> Credit {
    Credit(
      conversions: Estimate(left.conversions.value + right.conversions.value),
      value: left.value + right.value, margin: left.margin + right.margin)
  }
}
