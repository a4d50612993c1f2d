import TributaryModel

/// Visitors judged robots on a day for one reason.
public struct RobotCount: Sendable, Hashable {
  public let day: Day
  public let reason: RobotJudgement.Reason
  public var visitors: Int
  /// Page views; all requests of visitors without any.
  public var requests: Int

  package init(_ day: Day, _ reason: RobotJudgement.Reason, visitors: Int, requests: Int) {
    self.day = day
    self.reason = reason
    self.visitors = visitors
    self.requests = requests
  }
}

/// Counts of robots, added up.
public struct RobotTally: Sendable {
  private var totals: [Day: [RobotJudgement.Reason: RobotCount]] = [:]

  package init() {}

  public mutating func add(_ count: RobotCount) {
    var total =
      totals[count.day]?[count.reason]
      ?? RobotCount(count.day, count.reason, visitors: 0, requests: 0)
    total.visitors += count.visitors
    total.requests += count.requests
    totals[count.day, default: [:]][count.reason] = total
  }

  /// Ordered by day and reason.
  public var counts: [RobotCount] {
    totals.values.flatMap(\.values).sorted {
      ($0.day, $0.reason.rawValue) < ($1.day, $1.reason.rawValue)
    }
  }
}
