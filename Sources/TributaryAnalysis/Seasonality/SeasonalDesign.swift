import Foundation
import TributaryModel

/// The columns of the seasonal model and the row that each day has in them.
///
/// ```
///  0          1...7      8...8+K      52            14 for each event
///  intercept  weekday    trend        yearly        offsets -21...+8 days
/// ```
/// Trend, yearly and events are hat functions: a day has weight on its two neighbouring knots.
/// An event fades to nothing at its outermost knots, 28 days before and 12 after: they have no column.
/// Trend knots lie 28 days apart, the last on the last day; yearly knots divide the year in 52.
struct SeasonalDesign {
  let firstDay: Day
  let lastDay: Day
  let events: [SeasonalEvent]
  let trend: Range<Int>
  let yearly: Range<Int>
  /// All events together.
  let eventColumns: Range<Int>
  /// Days that one value stands for: 1, or a week, named by its last day, without weekdays.
  let step: Int

  static let weekdays = 1..<8
  static let trendStep = 28
  static let yearKnots = 52
  static let offsets = [-28, -21, -14, -10, -7, -5, -3, -2, -1, 0, 1, 2, 3, 5, 8, 12]

  /// Columns of one event.
  static var eventWidth: Int { offsets.count - 2 }

  init(firstDay: Day, lastDay: Day, events: [SeasonalEvent], step: Int = 1) {
    self.step = step
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.events = events
    let span = lastDay.days(since: firstDay)
    let knots = max(2, (span + SeasonalDesign.trendStep - 1) / SeasonalDesign.trendStep + 1)
    trend = 8..<(8 + knots)
    yearly = trend.upperBound..<(trend.upperBound + SeasonalDesign.yearKnots)
    let columns = events.count * SeasonalDesign.eventWidth
    eventColumns = yearly.upperBound..<(yearly.upperBound + columns)
  }

  /// Each event's own columns.
  var eventRanges: [Range<Int>] {
    events.indices.map { index in
      let start = eventColumns.lowerBound + index * SeasonalDesign.eventWidth
      return start..<(start + SeasonalDesign.eventWidth)
    }
  }

  var width: Int { eventColumns.upperBound }

  /// The whole row of a day, or the mean of those of a week.
  func row(_ day: Day) -> SparseRow {
    guard step > 1 else { return daily(day) }
    var sums: [Int: Double] = [:]
    for back in 0..<step {
      let row = daily(day.adding(-back))
      for (column, value) in zip(row.columns, row.values) where !Self.weekdays.contains(column) {
        sums[column, default: 0] += value / Double(step)
      }
    }
    var row = SparseRow()
    for (column, value) in sums.sorted(by: { $0.key < $1.key }) { row.add(column, value) }
    return row
  }

  private func daily(_ day: Day) -> SparseRow {
    var row = SparseRow()
    row.add(0, 1)
    row.add(day.weekday, 1)
    let back = Double(lastDay.days(since: day)) / Double(SeasonalDesign.trendStep)
    let last = Double(trend.count - 1)
    let position = min(last, max(0, last - back))
    let knot = min(Int(position), trend.count - 2)
    row.addHat(trend.lowerBound + knot, trend.lowerBound + knot + 1, position - Double(knot))
    row.append(season(day))
    return row
  }

  /// The part of the row that makes the season: yearly and events.
  func season(_ day: Day) -> SparseRow {
    var row = SparseRow()
    let knots = SeasonalDesign.yearKnots
    let position = Double(day.dayOfYear - 1) / 365.25 * Double(knots)
    let knot = Int(position) % knots
    row.addHat(
      yearly.lowerBound + knot, yearly.lowerBound + (knot + 1) % knots,
      position - position.rounded(.down))
    for (index, event) in events.enumerated() {
      row.addEvent(event.offset(day), at: eventRanges[index].lowerBound)
    }
    return row
  }
}

/// A row of the design: its few columns that are not zero.
struct SparseRow {
  private(set) var columns: [Int] = []
  private(set) var values: [Double] = []

  mutating func add(_ column: Int, _ value: Double) {
    guard value != 0 else { return }
    columns.append(column)
    values.append(value)
  }

  mutating func addHat(_ left: Int, _ right: Int, _ share: Double) {
    add(left, 1 - share)
    add(right, share)
  }

  mutating func addEvent(_ offset: Int, at start: Int) {
    let knots = SeasonalDesign.offsets
    guard let first = knots.first, let last = knots.last, offset > first, offset < last,
      let right = knots.firstIndex(where: { $0 >= offset })
    else { return }
    let share = Double(offset - knots[right - 1]) / Double(knots[right] - knots[right - 1])
    if right > 1 { add(start + right - 2, 1 - share) }
    if right < knots.count - 1 { add(start + right - 1, share) }
  }

  mutating func append(_ other: SparseRow) {
    columns += other.columns
    values += other.values
  }

  func dot(_ vector: [Double]) -> Double {
    var sum = 0.0
    for index in columns.indices { sum += values[index] * vector[columns[index]] }
    return sum
  }

  /// Adds a multiple of this row to a full vector.
  func add(to vector: inout [Double], times factor: Double) {
    for index in columns.indices { vector[columns[index]] += factor * values[index] }
  }
}
