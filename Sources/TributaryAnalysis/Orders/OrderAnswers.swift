import TributaryModel

/// Orders of one window, by how they were made and what became of them.
public struct OrderAnswers: Sendable, Hashable {
  public let window: DayRange
  public let orders: Int
  /// Minor units.
  public let revenue: Int64
  public let breakdowns: [OrderBreakdown]
  public let statuses: StatusFlow

  package init(
    window: DayRange, orders: Int, revenue: Int64, breakdowns: [OrderBreakdown],
    statuses: StatusFlow
  ) {
    self.window = window
    self.orders = orders
    self.revenue = revenue
    self.breakdowns = breakdowns
    self.statuses = statuses
  }
}

/// Orders grouped by one of their properties.
public struct OrderBreakdown: Sendable, Hashable {
  public let dimension: Dimension
  /// Most orders first, then by name.
  public let rows: [Row]

  /// The property that orders are grouped by.
  public enum Dimension: String, Sendable, CaseIterable {
    case channel, method, status, payment
  }

  /// The orders of one value of the property.
  public struct Row: Sendable, Hashable {
    /// The value as the shop writes it; empty when the orders do not say.
    public let name: String
    public let orders: Int
    /// Minor units.
    public let revenue: Int64
    public let cancelled: Int
    /// Cancelled of all; nil for the status breakdown.
    public let cancelledShare: Estimate?

    package init(
      name: String, orders: Int, revenue: Int64, cancelled: Int, cancelledShare: Estimate?
    ) {
      self.name = name
      self.orders = orders
      self.revenue = revenue
      self.cancelled = cancelled
      self.cancelledShare = cancelledShare
    }
  }

  package init(dimension: Dimension, rows: [Row]) {
    self.dimension = dimension
    self.rows = rows
  }
}

/// How orders move between statuses, and from where they are lost.
public struct StatusFlow: Sendable, Hashable {
  /// How many days of orders are followed: the window of a report holds too few for rare statuses.
  public static let days = 364

  /// The days whose orders are followed.
  public static func year(to asOf: Day) -> DayRange { DayRange(last: asOf, count: days) }

  /// Most frequent first, then by name.
  public let transitions: [Transition]
  /// From which status cancellations come; most cancellations first.
  public let cancellations: [CancellationSource]
  /// Orders that wait in a status at the as-of day; most money first.
  public let waiting: [Waiting]

  /// Orders that went from one status to another.
  public struct Transition: Sendable, Hashable {
    /// Empty for the start.
    public let from: String
    public let to: String
    public let orders: Int
    /// Median hours spent in `from`; nil for the start.
    public let medianHours: Double?

    /// A literal is taken as it stands.
    public init(from: String, to: String, orders: Int, medianHours: Double?) {
      self.from = from
      self.to = to
      self.orders = orders
      self.medianHours = medianHours
    }
  }

  /// A status, and how many of its orders were cancelled straight from it.
  public struct CancellationSource: Sendable, Hashable {
    public let status: String
    /// Orders that entered the status.
    public let entered: Int
    /// Of them, cancelled straight from it.
    public let cancelled: Int
    public let share: Estimate

    package init(status: String, entered: Int, cancelled: Int, share: Estimate) {
      self.status = status
      self.entered = entered
      self.cancelled = cancelled
      self.share = share
    }
  }

  /// Orders that stand in a status and wait for somebody.
  public struct Waiting: Sendable, Hashable {
    public let status: String
    public let orders: Int
    /// Minor units.
    public let money: Int64
    public let oldestDays: Int

    package init(status: String, orders: Int, money: Int64, oldestDays: Int) {
      self.status = status
      self.orders = orders
      self.money = money
      self.oldestDays = oldestDays
    }
  }

  package init(transitions: [Transition], cancellations: [CancellationSource], waiting: [Waiting]) {
    self.transitions = transitions
    self.cancellations = cancellations
    self.waiting = waiting
  }
}
