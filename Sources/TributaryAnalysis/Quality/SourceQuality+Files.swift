import TributaryModel

extension SourceQuality {
  /// What the ledger knows about one file of a source.
  public struct LedgerFile: Sendable, Hashable {
    public let path: FileName
    public let counts: FileCounts
    /// The message of the refusal; nil when the file was loaded.
    public let refusal: String?
    public let dataTo: Day?

    package init(path: FileName, counts: FileCounts, refusal: String?, dataTo: Day?) {
      self.path = path
      self.counts = counts
      self.refusal = refusal
      self.dataTo = dataTo
    }
  }

  /// The days of the coverage strip.
  public static let strip = 14

  /// Adds up the files of one source.
  ///
  /// `recordsByDay`: records of each day, from which the coverage strip follows; nil when the table
  /// knows no time. `rejections`: any order; most frequent first in the answer. `isByDay`: its rows
  /// are totals of days, so that a day without one speaks of the export.
  public static func summing(
    _ kind: SourceKind, files: [LedgerFile], rejections: [RejectionGroup],
    recordsByDay: [Day: Int]?, asOf: Day, isByDay: Bool = false
  ) -> SourceQuality {
    var counts = FileCounts()
    for file in files { counts += file.counts }
    let strip = recordsByDay.map { coverage($0, asOf: asOf, isByDay: isByDay) } ?? []
    let lastRecord = recordsByDay.flatMap { lastCovered($0, strip, asOf: asOf) }
    let lastFile = files.filter { $0.refusal == nil }.compactMap(\.dataTo).max()
    return SourceQuality(
      kind: kind, counts: counts, files: files.count,
      dataTo: recordsByDay == nil ? nil : lastRecord ?? lastFile.map { min($0, asOf) },
      coverage: strip,
      refused: files.sorted { $0.path < $1.path }.compactMap { file in
        file.refusal.map { RefusedFile(path: file.path.spelling, message: $0) }
      },
      rejections: rejections.sorted { left, right in
        left.count == right.count
          ? (left.reason.rawValue, left.example) < (right.reason.rawValue, right.example)
          : left.count > right.count
      },
      isMissing: files.isEmpty)
  }

  /// Full, part or missing for each of the last 14 days.
  ///
  /// A run of empty days is missing when the same weekdays of the eight weeks before had six records
  /// or more on such a run: fewer, and an empty day is chance or a closed shop, and counts as full
  /// (e^-6: about one false alarm a year). Of totals by day an empty day is missing when nine of ten
  /// days, of fourteen or more, have some: they come one a day. A day with less than a quarter of the median of its
  /// weekday is a part, when that median is at least 8.
  static func coverage(_ records: [Day: Int], asOf: Day, isByDay: Bool = false) -> [Coverage] {
    guard let first = records.filter({ $0.value > 0 }).keys.min() else {
      return Array(repeating: .missing, count: strip)
    }
    let isDaily = isByDay && comesDaily(records, from: first, asOf: asOf)
    let days = DayRange(last: asOf, count: strip).days
    let usual = days.map { day in
      let weeks = (1...8).map { day.adding(-7 * $0) }.filter { $0 >= first }
      return weeks.count < 3 ? [] : weeks.map { Double(records[$0] ?? 0) }
    }
    let counts = days.map { Double(records[$0] ?? 0) }
    return days.indices.map { index in
      guard counts[index] == 0 else {
        let median = Quantiles.median(usual[index]) ?? 0
        return median >= 8 && counts[index] < median / 4 ? .part : .full
      }
      if days[index] < first || isDaily { return .missing }
      let run = emptyRun(around: index, in: counts)
      if run.contains(where: { usual[$0].isEmpty }) { return .missing }
      let expected = run.reduce(0) { $0 + usual[$1].reduce(0, +) / Double(usual[$1].count) }
      return expected >= 6 ? .missing : .full
    }
  }

  /// Whether nine of ten days from the first to the last have records, of fourteen days or more.
  private static func comesDaily(_ records: [Day: Int], from first: Day, asOf: Day) -> Bool {
    let full = records.filter { $0.value > 0 && $0.key <= asOf }
    guard let last = full.keys.max() else { return false }
    let days = last.days(since: first) + 1
    return days >= 14 && full.count * 10 >= days * 9
  }

  private static func emptyRun(around index: Int, in counts: [Double]) -> ClosedRange<Int> {
    var first = index
    var last = index
    while first > 0, counts[first - 1] == 0 { first -= 1 }
    while last < counts.count - 1, counts[last + 1] == 0 { last += 1 }
    return first...last
  }

  /// The last day that the source covers: its last record's, moved on over quiet days, at most four
  /// weeks of them.
  static func lastCovered(_ records: [Day: Int], _ strip: [Coverage], asOf: Day) -> Day? {
    guard let last = records.filter({ $0.key <= asOf && $0.value > 0 }).keys.max() else {
      return nil
    }
    let gap = asOf.days(since: last)
    let quiet = strip.reversed().prefix { $0 != .missing }.count
    return gap <= quiet || (quiet == strip.count && gap <= 28) ? asOf : last
  }
}
