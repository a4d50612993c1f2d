import TributaryModel

extension SourceQuality {
  /// What the ledger knows about one file of a source.
  public struct LedgerFile: Sendable, Hashable {
    public let path: String
    public let counts: FileCounts
    /// The message of the refusal; nil when the file was loaded.
    public let refusal: String?
    public let dataTo: Day?

    public init(path: String, counts: FileCounts, refusal: String?, dataTo: Day?) {
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
  /// knows no time. `rejections`: any order; most frequent first in the answer.
  public static func summing(
    _ kind: SourceKind, files: [LedgerFile], rejections: [RejectionGroup],
    recordsByDay: [Day: Int]?, asOf: Day
  ) -> SourceQuality {
    var counts = FileCounts()
    for file in files { counts += file.counts }
    let lastRecord = recordsByDay?.filter { $0.key <= asOf && $0.value > 0 }.keys.max()
    let lastFile = files.filter { $0.refusal == nil }.compactMap(\.dataTo).max()
    return SourceQuality(
      kind: kind, counts: counts, files: files.count,
      dataTo: recordsByDay == nil ? nil : lastRecord ?? lastFile.map { min($0, asOf) },
      coverage: recordsByDay.map { coverage($0, asOf: asOf) } ?? [],
      refused: files.sorted { $0.path < $1.path }.compactMap { file in
        file.refusal.map { RefusedFile(path: file.path, message: $0) }
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
  /// A day without records is missing. A day with less than a quarter of the median of the same
  /// weekday in the eight weeks before is a part, when that median is at least 8: below that an
  /// empty morning is chance. A shop that is closed on Sundays shows its Sundays as full when the
  /// median of its Sundays is 0.
  static func coverage(_ records: [Day: Int], asOf: Day) -> [Coverage] {
    guard let first = records.filter({ $0.value > 0 }).keys.min() else {
      return Array(repeating: .missing, count: strip)
    }
    return DayRange(last: asOf, count: strip).days.map { day in
      let before = (1...8).map { day.adding(-7 * $0) }.filter { $0 >= first }
      let usual = Quantiles.median(before.map { Double(records[$0] ?? 0) })
      let count = Double(records[day] ?? 0)
      guard let usual, before.count >= 3 else { return count > 0 ? .full : .missing }
      if count == 0 { return usual == 0 ? .full : .missing }
      return usual >= 8 && count < usual / 4 ? .part : .full
    }
  }
}
