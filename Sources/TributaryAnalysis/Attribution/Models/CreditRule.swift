import TributaryModel

/// How a model weighs the touchpoints before a conversion.
///
/// A new model is a file beside this one and a line in `CreditRules`. A model that learns from all
/// paths is a value that was made from them.
public protocol CreditRule: Sendable {
  var model: AttributionModel { get }

  /// A weight for each touchpoint, none negative, at least one positive; scale does not matter.
  ///
  /// `path` is never empty.
  func weights(of path: CreditPath) -> [Double]
}

/// The models that need no other path than the conversion's own.
public enum CreditRules {
  /// In the order of `AttributionModel`.
  public static func all(halfLifeDays: Double = 7) -> [any CreditRule] {
    [
      FirstCredit(), LastCredit(), LastNonDirectCredit(), LinearCredit(),
      TimeDecayCredit(halfLifeDays: halfLifeDays), PositionCredit(), ShapleyCredit(),
    ]
  }
}
