import TributaryModel

/// A model that can be worked out from a table of paths.
public struct PathModel: Sendable, Hashable {
  public let model: AttributionModel
  /// Touchpoints that a state of the Markov chain remembers: 1...4; 1 for other models.
  public let order: Int

  public static let orders = 1...4

  package init(_ model: AttributionModel) {
    self.model = model
    order = 1
  }

  /// The removal effects of a Markov chain that remembers so many touchpoints: 1...4.
  public static func markov(order: Int) -> PathModel {
    precondition(orders.contains(order))
    return PathModel(.markov, order)
  }

  /// A model by its name, as in `linear` or `markov:2`; `markov` is `markov:1`. Nil for any other.
  public init?(named name: String) {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard let model = AttributionModel(rawValue: String(parts[0])) else { return nil }
    guard parts.count > 1 else {
      self.init(model)
      return
    }
    guard model == .markov, parts.count == 2, parts[1].utf8.count == 1, let order = Int(parts[1]),
      PathModel.orders.contains(order)
    else { return nil }
    self.init(model, order)
  }

  private init(_ model: AttributionModel, _ order: Int) {
    self.model = model
    self.order = order
  }

  /// The rule that looks at one path at a time; nil for the Markov chain.
  ///
  /// A path without times counts one half-life from step to step.
  var rule: (any CreditRule)? {
    switch model {
    case .first: FirstCredit()
    case .last: LastCredit()
    case .lastNonDirect: LastNonDirectCredit()
    case .linear: LinearCredit()
    case .timeDecay: TimeDecayCredit(halfLifeDays: 1)
    case .position: PositionCredit()
    case .shapley: ShapleyCredit()
    case .markov: nil
    }
  }
}
