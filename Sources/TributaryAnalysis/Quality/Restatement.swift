import TributaryModel

/// What past days said in an earlier run and say otherwise now.
///
/// Compared with the last completed run of an earlier as-of day. A day counts when that run
/// included it and had data of the measure's source on it; a day that is new is late, not restated.
public struct Restatement: Sendable, Hashable {
  /// The earlier as-of day that it is compared with; nil when there is none.
  public let since: Day?
  /// Newest day first.
  public let days: [Change]
  /// Each measure's sum over the 28 days before the as-of day, as it stands now.
  public let usual: [Measure: Int64]

  /// A sum of changes from this share of four weeks on is worth a line in the morning.
  public static let materialShare = 0.01

  /// What is counted for each day.
  public enum Measure: String, Sendable, CaseIterable, Comparable {
    case revenue, orders, cancelled, spend
    case invoicesPaid = "invoices_paid"
    case payments
    case pageViews = "page_views"
    case sessions

    /// Whether it is money in minor units of the shop's currency; else a count.
    public var isMoney: Bool {
      switch self {
      case .revenue, .spend, .invoicesPaid, .payments: true
      case .orders, .cancelled, .pageViews, .sessions: false
      }
    }

    /// In the order in which pages list them.
    public static func < (left: Measure, right: Measure) -> Bool {
      left.position < right.position
    }

    private var position: Int { Measure.allCases.firstIndex(of: self) ?? 0 }
  }

  /// One measure of one day.
  public struct Change: Sendable, Hashable {
    public let day: Day
    public let measure: Measure
    public let before: Int64
    public let after: Int64
    /// The files that brought it, in the order of their paths.
    public let files: [String]

    package init(day: Day, measure: Measure, before: Int64, after: Int64, files: [String]) {
      self.day = day
      self.measure = measure
      self.before = before
      self.after = after
      self.files = files
    }

    public var difference: Int64 { after &- before }
  }

  package init(since: Day? = nil, days: [Change] = [], usual: [Measure: Int64] = [:]) {
    self.since = since
    self.days = days.sorted { ($1.day, $0.measure) < ($0.day, $1.measure) }
    self.usual = usual
  }

  /// How much a measure moved over all days together.
  public func sum(of measure: Measure) -> Int64 {
    days.filter { $0.measure == measure }.reduce(0) { $0 &+ $1.difference }
  }

  /// How many past days have a change.
  public var dayCount: Int { Set(days.map(\.day)).count }

  /// Revenue and spend that moved so far that earlier pages misled; the larger share first.
  public var material: [Measure] {
    func share(_ measure: Measure) -> Double {
      let moved = abs(Double(sum(of: measure)))
      return moved == 0 ? 0 : moved / max(1, abs(Double(usual[measure] ?? 0)))
    }
    return [.revenue, .spend].filter { share($0) >= Restatement.materialShare }
      .sorted { (share($1), $0) < (share($0), $1) }
  }
}
