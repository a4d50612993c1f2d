import TributaryModel

/// How many came to each step of a way, and how many were lost before the next.
public struct Funnel: Sendable, Hashable {
  public let name: Name
  /// The days on which the entries happened.
  public let window: DayRange
  public let steps: [Step]

  /// Which way is followed.
  public enum Name: String, Sendable, CaseIterable {
    /// visit, product, cart, checkout, order, paid, delivered; per session, then per order.
    case purchase
    /// letter, invoice, paid.
    case letter
  }

  /// The steps of all ways, in order.
  public enum StepName: String, Sendable, CaseIterable {
    case visit, product, cart, checkout, order, paid, delivered
    case letter, invoice
    case invoicePaid = "invoice_paid"
  }

  /// Days after which an order or a letter without its next step counts as lost.
  public static let openDays = 21

  /// The steps that a session can reach, in order.
  public static let sessionSteps: [StepName] = [.visit, .product, .cart, .checkout, .order]

  /// One step: who came, who may still come, who was lost before it.
  public struct Step: Sendable, Hashable {
    public let name: StepName
    /// Went step by step to here.
    public let count: Int
    /// Reached this step, but not every step before it: in no rate and in no loss.
    public let around: Int
    /// Entered the step before and may still come: never counted as lost.
    public let open: Int
    /// Share of those who reached the step before (without the open ones); nil for the first.
    public let rate: Estimate?
    /// Reached the step before, not this one, and are not open.
    public let lost: Int

    package init(
      name: StepName, count: Int, around: Int = 0, open: Int, rate: Estimate?, lost: Int
    ) {
      self.name = name
      self.count = count
      self.around = around
      self.open = open
      self.rate = rate
      self.lost = lost
    }

    /// All who reached it, by whatever way.
    public var reached: Int { count + around }
  }

  package init(name: Name, window: DayRange, steps: [Step]) {
    self.name = name
    self.window = window
    self.steps = steps
  }

  /// Steps that nobody reached although a later one was: the data do not show them.
  public var unseen: [StepName] {
    steps.indices.filter { index in
      steps[index].reached == 0 && steps[(index + 1)...].contains { $0.reached > 0 }
    }.map { steps[$0].name }
  }
}
