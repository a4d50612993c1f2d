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
