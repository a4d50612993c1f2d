/// A model prepared for the paths of one table, whatever their weights.
protocol PathCrediting: Sendable {
  /// - Parameter accuracy: what the credits may be off by, as a part of all conversions.
  func credit(_ weights: PathWeights, accuracy: Double) -> CreditColumns
}

/// What a model credits to each dimension, a column for conversions, value and margin.
///
/// Shape: three columns by the code of a dimension.
struct CreditColumns: Sendable {
  var conversions: [Double]
  var value: [Double]
  var margin: [Double]

  init(dimensions: Int) {
    conversions = [Double](repeating: 0, count: dimensions)
    (value, margin) = (conversions, conversions)
  }
}
