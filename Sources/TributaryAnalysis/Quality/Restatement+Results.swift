import TributaryModel

extension Restatement {
  /// One change with the as-of day that it is compared with.
  public struct Entry: Sendable, Hashable {
    public let since: Day?
    public let change: Change
  }

  /// Newest day first.
  public var entries: [Entry] { days.map { Entry(since: since, change: $0) } }

  public static let results = ResultTable<Entry>(
    "restated_day", grain: "restated day and measure", lifetime: .kept,
    [
      .day("since", "the earlier as-of day that it is compared with") { $0.since },
      .day("day", isKey: true, "that says otherwise now") { $0.change.day },
      .text("measure", isKey: true, "as in mart_total_day") { $0.change.measure.rawValue },
      .amount("before", unit: byMeasure, "what that run said") { $0.change.before },
      .amount("after", unit: byMeasure, "what is said now") { $0.change.after },
      .text("files", "that brought the change, '; ' between them") {
        $0.change.files.joined(separator: "; ")
      },
    ])

  private static let byMeasure = ResultUnit.measured(
    by: "measure", money: Measure.allCases.filter(\.isMoney).map(\.rawValue))
}
