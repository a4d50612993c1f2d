import TributaryModel

/// Shares the conversions, value and margin of a table of paths among its players.
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

  /// The credit of each player, in the order of their codes; players without credit included.
  public func credit(by model: PathModel) -> [PathCredit] {
    let credit = prepared(model).credit(weights, accuracy: 1e-13)
    return table.names.indices.map {
      PathCredit(
        name: table.names[$0], conversions: credit.conversions[$0], value: credit.value[$0],
        margin: credit.margin[$0])
    }
  }

  /// The range of each player's credit when the paths are drawn again, in the order of their codes.
  ///
  /// The Poisson bootstrap: in each replicate the conversions and nulls of every unique path are
  /// drawn from a Poisson law with their counts as means, value and margin follow the conversions,
  /// and the model is worked out anew; the range lies between the quantiles (1 - level) / 2 and
  /// (1 + level) / 2. It tells what chance does to the counts, and nothing of whether the model is
  /// right: the spread between models does that.
  ///
  /// Source: J. Hanley, B. MacGibbon, "Creating non-parametric bootstrap samples using Poisson
  /// frequencies", 2006.
  public func intervals(
    by model: PathModel, replicates: Int = 200, seed: UInt64 = 1, level: Double = 0.9
  ) -> [PathCreditRange] {
    let prepared = prepared(model)
    var stream = SeededStream(seed: seed)
    let credits = (0..<max(1, replicates)).map { _ in
      prepared.credit(weights.redrawn(by: &stream), accuracy: 1e-8)
    }
    let tail = (1 - level) / 2
    func range(_ part: KeyPath<PlayerCredit, [Double]>, _ player: Int) -> Interval {
      let drawn = credits.map { $0[keyPath: part][player] }
      return Interval(
        lower: Quantiles.quantile(tail, of: drawn) ?? 0,
        upper: Quantiles.quantile(1 - tail, of: drawn) ?? 0)
    }
    return table.names.indices.map {
      PathCreditRange(
        name: table.names[$0], conversions: range(\.conversions, $0), value: range(\.value, $0),
        margin: range(\.margin, $0))
    }
  }

  private func prepared(_ model: PathModel) -> any PathCrediting {
    if let rule = model.rule { return PathShares(table, by: rule) }
    return PathChain(table, order: model.order)
  }
}
