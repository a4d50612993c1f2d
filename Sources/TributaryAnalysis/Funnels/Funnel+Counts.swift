import TributaryModel

/// How many came to one step of a way.
public struct FunnelCount: Sendable, Hashable {
  public let name: Funnel.StepName
  /// Went step by step to here.
  public let reached: Int
  /// Came here without a step before.
  public let around: Int
  /// Of those who reached the step before: not here yet, and still inside their window.
  public let open: Int

  package init(_ name: Funnel.StepName, reached: Int, around: Int = 0, open: Int = 0) {
    self.name = name
    self.reached = reached
    self.around = around
    self.open = open
  }
}

/// Sessions that reached a step with the same earlier steps left out.
public struct FunnelPassage: Sendable, Hashable {
  public let step: Funnel.StepName
  /// Earlier steps that they never reached; empty for those that went step by step.
  public let skipped: Set<Funnel.StepName>
  public let sessions: Int

  package init(_ step: Funnel.StepName, skipping skipped: Set<Funnel.StepName>, sessions: Int) {
    self.step = step
    self.skipped = skipped
    self.sessions = sessions
  }
}

extension FunnelCount {
  /// How many went step by step to each of the steps, and how many came around.
  ///
  /// A step that nobody reached, though a later one was, is not in the log: everybody passes it.
  /// By hand: 40 reach the checkout through the cart, 20 of them order, and 10 order without a cart
  /// or a checkout: 20 of 40, and 10 around.
  public static func counting(
    _ passages: [FunnelPassage], steps: [Funnel.StepName]
  ) -> [FunnelCount] {
    let seen = Set(passages.filter { $0.sessions > 0 }.map(\.step))
    return steps.map { step in
      let here = passages.filter { $0.step == step }
      let passed = here.filter { $0.skipped.isDisjoint(with: seen) }
      let reached = passed.reduce(0) { $0 + $1.sessions }
      return FunnelCount(
        step, reached: reached, around: here.reduce(0) { $0 + $1.sessions } - reached)
    }
  }
}

extension Funnel {
  /// The way from a visit to the delivered order.
  ///
  /// Shape: `sessions` count sessions (visit, product, cart, checkout, order); `orders` count orders
  /// placed in the window (paid, delivered), whose first rate is out of `placed`. Orders made by
  /// telephone or letter have no session, so `placed` may exceed the sessions' last step.
  public static func purchase(
    sessions: [FunnelCount], placed: Int, orders: [FunnelCount], window: DayRange
  ) -> Funnel {
    let way = Funnel(name: .purchase, window: window, counts: sessions)
    let after = steps(orders, after: placed)
    return Funnel(name: .purchase, window: window, steps: way.steps + after)
  }

  /// The way from a letter to the paid invoice.
  public static func letter(_ counts: [FunnelCount], window: DayRange) -> Funnel {
    Funnel(name: .letter, window: window, counts: counts)
  }

  /// Rates between neighbouring steps, each with its Wilson interval of 90%.
  ///
  /// Entrants that may still come are left out of a rate's denominator and never counted as lost.
  /// By hand: 100 ordered, 60 paid, 20 still open: 60 of 80, 20 lost.
  public init(name: Name, window: DayRange, counts: [FunnelCount]) {
    guard let first = counts.first else {
      self.init(name: name, window: window, steps: [])
      return
    }
    let start = Step(
      name: first.name, count: first.reached, around: first.around, open: 0, rate: nil, lost: 0)
    let others = Funnel.steps(Array(counts.dropFirst()), after: first.reached)
    self.init(name: name, window: window, steps: [start] + others)
  }

  private static func steps(_ counts: [FunnelCount], after entered: Int) -> [Step] {
    var before = entered
    return counts.indices.map { index in
      let count = counts[index]
      let isUnseen =
        count.reached + count.around == 0
        && counts[(index + 1)...].contains { $0.reached + $0.around > 0 }
      // Nobody is lost before a step that the data do not show.
      if isUnseen { return Step(name: count.name, count: 0, open: 0, rate: nil, lost: 0) }
      let open = min(max(0, count.open), max(0, before - count.reached))
      // More than entered can reach a step when the one before is counted elsewhere; the share
      // stays 1.
      let decided = max(before - open, count.reached)
      before = count.reached
      return Step(
        name: count.name, count: count.reached, around: count.around, open: open,
        rate: .share(count.reached, of: decided), lost: decided - count.reached)
    }
  }
}
