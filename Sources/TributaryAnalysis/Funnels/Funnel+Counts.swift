import TributaryModel

/// How many came to one step of a way.
public struct FunnelCount: Sendable, Hashable {
  public let name: Funnel.StepName
  public let reached: Int
  /// Of those who reached the step before: not here yet, and still inside their window.
  public let open: Int

  public init(_ name: Funnel.StepName, reached: Int, open: Int = 0) {
    self.name = name
    self.reached = reached
    self.open = open
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
    let start = Step(name: first.name, count: first.reached, open: 0, rate: nil, lost: 0)
    let others = Funnel.steps(Array(counts.dropFirst()), after: first.reached)
    self.init(name: name, window: window, steps: [start] + others)
  }

  private static func steps(_ counts: [FunnelCount], after entered: Int) -> [Step] {
    var before = entered
    return counts.map { count in
      let open = min(max(0, count.open), max(0, before - count.reached))
      // More than entered can reach a step when some skipped the one before; the share stays 1.
      let decided = max(before - open, count.reached)
      before = count.reached
      return Step(
        name: count.name, count: count.reached, open: open,
        rate: .share(count.reached, of: decided), lost: decided - count.reached)
    }
  }
}
