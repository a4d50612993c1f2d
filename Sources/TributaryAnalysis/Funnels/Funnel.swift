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

  /// One step: who came, who may still come, who was lost before it.
  public struct Step: Sendable, Hashable {
    public let name: StepName
    public let count: Int
    /// Entered the step before and may still come: never counted as lost.
    public let open: Int
    /// Share of those who reached the step before (without the open ones); nil for the first.
    public let rate: Estimate?
    /// Reached the step before, not this one, and are not open.
    public let lost: Int

    public init(name: StepName, count: Int, open: Int, rate: Estimate?, lost: Int) {
      self.name = name
      self.count = count
      self.open = open
      self.rate = rate
      self.lost = lost
    }
  }

  public init(name: Name, window: DayRange, steps: [Step]) {
    self.name = name
    self.window = window
    self.steps = steps
  }
}
