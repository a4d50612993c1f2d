import TributaryModel

/// What one funnel says: how many come through, and where most of them are lost.
public struct FunnelReading: Sendable {
  /// How much there is to say.
  public enum State: Sendable, Hashable {
    /// No step at all, or nobody entered.
    case empty
    /// Fewer entered than these ranges can carry.
    case tooLittle(entered: Int)
    /// Nobody reached the goal.
    case noneArrived(entered: Int)
    /// Everybody who may not still come arrived.
    case noneLost(arrived: Int, entered: Int)
    case loses(Loss)
  }

  /// The step before which most are lost.
  public struct Loss: Sendable, Hashable {
    public let entered: Int
    /// Reached the goal by whatever way.
    public let arrived: Int
    public let from: Funnel.StepName
    public let to: Funnel.StepName
    public let lost: Int
    public let rate: Estimate?
    /// The step whose visitors alone are spoken of; nil when no loss anywhere is larger.
    public let among: Funnel.StepName?
  }

  /// Entrants below which a range says nothing.
  public static func fewest(of name: Funnel.Name) -> Int { name == .purchase ? 100 : 20 }

  public let funnel: Funnel
  /// Steps that nobody reached although a later one was: the log does not show them.
  public let unseen: [Funnel.StepName]
  /// The steps that are drawn: all but the unseen.
  public let steps: [Funnel.Step]
  public let state: State

  package init(_ funnel: Funnel) {
    self.funnel = funnel
    let unseen = funnel.unseen
    self.unseen = unseen
    steps = funnel.steps.filter { !unseen.contains($0.name) }
    state = FunnelReading.state(of: steps, in: funnel.name)
  }

  /// The step that ends the way: the order of a visit, the paid invoice of a letter.
  public static func goal(of name: Funnel.Name) -> Funnel.StepName {
    name == .purchase ? .order : .invoicePaid
  }

  /// Losses after which a buyer had shown the wish to buy; losses before are browsing.
  private static let wish: Set<Funnel.StepName> = [
    .checkout, .order, .paid, .delivered, .invoice, .invoicePaid,
  ]

  private static func state(of steps: [Funnel.Step], in name: Funnel.Name) -> State {
    guard let first = steps.first, first.count > 0 else { return .empty }
    guard first.count >= fewest(of: name) else { return .tooLittle(entered: first.count) }
    let goal = goal(of: name)
    let arrived = steps.first { $0.name == goal }?.reached ?? 0
    guard arrived > 0 else { return .noneArrived(entered: first.count) }
    let losses = steps.indices.dropFirst().filter { steps[$0].lost > 0 }
    let wished = losses.filter { index in
      wish.contains(steps[index].name) && steps[index - 1].name != .visit
    }
    let candidates = wished.isEmpty ? losses : wished
    guard let worst = candidates.max(by: { steps[$0].lost < steps[$1].lost }) else {
      return .noneLost(arrived: arrived, entered: first.count)
    }
    let isLargest = losses.allSatisfy { steps[$0].lost <= steps[worst].lost }
    let among = steps.contains { $0.name == .cart } ? .cart : steps[worst - 1].name
    return .loses(
      Loss(
        entered: first.count, arrived: arrived, from: steps[worst - 1].name,
        to: steps[worst].name, lost: steps[worst].lost, rate: steps[worst].rate,
        among: isLargest ? nil : among))
  }

  /// Reached the goal, but not through every step before it.
  public var around: Int {
    steps.first { $0.name == FunnelReading.goal(of: funnel.name) }?.around ?? 0
  }

  /// Those who may still come, over all steps.
  public var open: Int { steps.reduce(0) { $0 + $1.open } }

  /// The step that the claim speaks of.
  public var marked: Funnel.StepName? {
    if case .loses(let loss) = state { loss.to } else { nil }
  }
}
