import TributaryModel

/// What robots asked for in a window; none of it makes a visit.
public struct RobotReport: Sendable, Hashable {
  public let window: DayRange
  /// Most requests first.
  public let rows: [Row]
  /// Requests of everybody, robots too.
  public let requests: Int

  /// Robots told in one way.
  public struct Row: Sendable, Hashable {
    /// `known-agent`, or a reason of `RobotJudgement`.
    public let reason: String
    /// Different agents for `known-agent`, else visitors, each once a day.
    public let visitors: Int
    /// Page views for judged visitors who had any, else all requests.
    public let requests: Int

    package init(reason: String, visitors: Int, requests: Int) {
      self.reason = reason
      self.visitors = visitors
      self.requests = requests
    }
  }

  package init(window: DayRange, rows: [Row], requests: Int) {
    self.window = window
    self.rows = rows
    self.requests = requests
  }

  public var robotRequests: Int { rows.reduce(0) { $0 + $1.requests } }

  /// Of all requests. Units: 0...1; nil without requests.
  public var share: Double? { requests > 0 ? Double(robotRequests) / Double(requests) : nil }
}

extension RobotReport.Row {
  /// What robots asked for in 28 days to the as-of day, most requests first.
  public static let results = ResultTable<RobotReport.Row>(
    "robot_traffic", grain: "way in which robots were told from people",
    [
      .text("reason", isKey: true, "known-agent, listed or what their behaviour was") {
        $0.reason
      },
      .count("requests", "page views of judged visitors who had any, else all requests") {
        $0.requests
      },
      .count("visitors", "different agents for known-agent, else visitors, each once a day") {
        $0.visitors
      },
    ])
}
