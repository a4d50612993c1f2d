import TributaryModel

/// All credit to the touchpoint that began the path.
public struct FirstCredit: CreditRule {
  public let model = AttributionModel.first

  public init() {}

  public func weights(of path: [Touchpoint]) -> [Double] {
    path.indices.map { $0 == path.startIndex ? 1 : 0 }
  }
}
