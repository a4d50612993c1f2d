extension PathChain {
  /// Credit in proportion to the removal effects.
  ///
  /// Value and margin have removal effects of their own, of the expected value of a path. Where
  /// these are all 0, or some are positive and some negative so that their sum says nothing, the
  /// shares of the conversions stand in.
  func credit(_ weights: PathWeights, accuracy: Double) -> CreditColumns {
    let effects = RemovalEffects(self, ChainFlow(self, weights), accuracy: accuracy)
    var credit = CreditColumns(dimensions: dimensionCount)
    let shares = PathChain.shares(effects.conversions)
    func part(_ effects: [Double], of total: Double) -> [Double] {
      (PathChain.shares(effects) ?? shares ?? effects.map { _ in 0 }).map { $0 * total }
    }
    credit.conversions = part(effects.conversions, of: weights.conversions.reduce(0, +))
    credit.value = part(effects.value, of: weights.value.reduce(0, +))
    credit.margin = part(effects.margin, of: weights.margin.reduce(0, +))
    return credit
  }

  /// Each effect's part of the whole; nil when there is none or signs are mixed.
  private static func shares(_ effects: [Double]) -> [Double]? {
    let gains = effects.reduce(0) { $0 + max(0, $1) }
    let losses = effects.reduce(0) { $0 + max(0, -$1) }
    guard max(gains, losses) > 0, min(gains, losses) <= 1e-9 * max(gains, losses) else {
      return nil
    }
    let total = gains - losses
    return effects.map { $0 / total }
  }
}
