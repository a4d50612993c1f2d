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

/// What a model sees of the touchpoints before a conversion.
///
/// Shape: three columns of one length, in order of time.
public struct CreditPath: Sendable, Hashable {
  /// Codes of those who are credited: channels, campaigns or keywords. Equal codes are one dimension.
  public let dimensions: [Int32]
  public let isDirect: [Bool]
  /// Time from each touchpoint to the conversion. Units: days; never negative.
  public let daysBefore: [Double]

  public var count: Int { dimensions.count }
  public var indices: Range<Int> { dimensions.indices }

  /// The columns must be of one length.
  public init(dimensions: [Int32], isDirect: [Bool], daysBefore: [Double]) {
    precondition(dimensions.count == isDirect.count && dimensions.count == daysBefore.count)
    self.dimensions = dimensions
    self.isDirect = isDirect
    self.daysBefore = daysBefore
  }
}
