import TributaryModel

/// The campaigns that tags stand for, day by day: a campaign that was made anew under its name is
/// another from then on.
public struct CampaignKeys: Sendable, Hashable {
  /// Days with one key.
  public struct Span: Sendable, Hashable {
    /// Nil: from the beginning.
    public let first: Day?
    /// Nil: without an end.
    public let last: Day?
    /// Nil for none.
    public let key: String?

    /// Whether the day is one of its own.
    public func contains(_ day: Day) -> Bool {
      (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true)
    }
  }

  /// One after the other from the beginning on; one at least.
  public let spans: [Span]

  /// The same key on all days.
  init(_ key: String?) { spans = [Span(first: nil, last: nil, key: key)] }

  /// - Parameter days: the days of which the key is known, one at least: it holds until the next of
  ///   them, and the first from the beginning.
  init(_ days: [(day: Day, key: String)]) {
    var turns: [(day: Day, key: String)] = []
    for next in days.sorted(by: { $0.day < $1.day }) where turns.last?.key != next.key {
      turns.append(next)
    }
    spans = turns.indices.map { index in
      Span(
        first: index == 0 ? nil : turns[index].day,
        last: index + 1 < turns.count ? turns[index + 1].day.adding(-1) : nil,
        key: turns[index].key)
    }
  }

  /// The key of a day; nil for none.
  public func key(on day: Day) -> String? {
    spans.count == 1 ? spans[0].key : spans.first { $0.contains(day) }?.key
  }

  var line: String {
    spans.map { ($0.first?.description ?? "") + " " + ($0.key ?? "") }.joined(separator: ", ")
  }
}
