import TributaryModel

/// The ways of one person that ended without a conversion.
///
/// ```
///  touch  touch      touch                 touch ─ conversion      touch
///  ├─ a way without a conversion ─┤◄ lookback ►│ closed             ├── still open: no null yet
/// ```
/// A touchpoint belongs to a conversion that comes within the lookback after it. Those that belong to
/// none make ways, parted where the pause is longer than the lookback. A way is closed when its last
/// touchpoint can no longer lead to a conversion; until then it is open and tells nothing.
public struct ClosedPaths: Sendable {
  /// Units: milliseconds.
  public let lookback: Int64
  /// Ways that close from here on.
  public let start: Instant
  /// Ways that close before this.
  public let end: Instant

  package init(lookbackDays: Int, start: Instant, end: Instant) {
    lookback = Int64(lookbackDays) * 86_400_000
    self.start = start
    self.end = end
  }

  /// The closed ways, each as positions in `times`.
  ///
  /// - Parameters:
  ///   - times: of the person's contacts, in order.
  ///   - conversions: when the person converted, in any order.
  public func ways(times: [Instant], conversions: [Instant]) -> [Range<Int>] {
    let conversions = conversions.sorted()
    var ways: [Range<Int>] = []
    var first: Int?
    for (position, time) in times.enumerated() {
      if leads(time, to: conversions) {
        first.map { close($0..<position, times, &ways) }
        first = nil
        continue
      }
      if let open = first, time.milliseconds - times[position - 1].milliseconds > lookback {
        close(open..<position, times, &ways)
        first = position
      }
      first = first ?? position
    }
    first.map { close($0..<times.count, times, &ways) }
    return ways
  }

  private func leads(_ time: Instant, to conversions: [Instant]) -> Bool {
    var low = 0
    var high = conversions.count
    while low < high {
      let middle = (low + high) / 2
      if conversions[middle] < time { low = middle + 1 } else { high = middle }
    }
    return low < conversions.count
      && conversions[low].milliseconds - time.milliseconds <= lookback
  }

  /// Keeps a way that closes in time, without touchpoints that were too old at its last one.
  private func close(_ way: Range<Int>, _ times: [Instant], _ ways: inout [Range<Int>]) {
    let last = times[way.upperBound - 1].milliseconds
    guard (start.milliseconds..<end.milliseconds).contains(last + lookback) else { return }
    let first = way.first { last - times[$0].milliseconds <= lookback } ?? way.lowerBound
    ways.append(first..<way.upperBound)
  }
}
