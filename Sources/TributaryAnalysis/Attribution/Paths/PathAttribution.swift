import TributaryModel

/// Shares the conversions, value and margin of a table of paths among its dimensions.
///
/// For every model the credits add up to the table's totals, as far as doubles go.
public struct PathAttribution: Sendable {
  private let table: PathTable
  private let weights: PathWeights

  /// - Parameter countsNulls: whether paths that ended without a conversion count in the Markov
  ///   chain; no other model looks at them.
  public init(_ paths: PathTable, countsNulls: Bool = true) {
    table = paths
    weights = countsNulls ? paths.weights : paths.weights.withoutNulls()
  }

  /// The credit of each dimension, in the order of their codes; dimensions without credit included.
  ///
  /// - Parameter ranges: how ranges are drawn; nil for credit without ranges.
  public func credit(by model: PathModel, ranges: PathRanges? = nil) -> [PathCredit] {
    let prepared: any PathCrediting =
      model.rule.map { PathShares(table, by: $0) } ?? PathChain(table, order: model.order)
    let credit = prepared.credit(weights, accuracy: 1e-13)
    let drawn = ranges?.draw(prepared, weights) ?? []
    func estimate(_ part: KeyPath<CreditColumns, [Double]>, _ code: Int) -> Estimate {
      Estimate(
        credit[keyPath: part][code], ranges?.range(of: drawn.map { $0[keyPath: part][code] }))
    }
    return table.names.indices.map { code in
      PathCredit(
        dimension: table.names[code], conversions: estimate(\.conversions, code),
        value: estimate(\.value, code), margin: estimate(\.margin, code))
    }
  }
}
