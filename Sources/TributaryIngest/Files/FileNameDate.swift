import TributaryModel

/// The day that a file's name says, in any usual writing.
///
/// ```
/// 2026-06-01 2026_06_01 20260601 01.06.2026 1.6.26 1 Jun 2026 1-июня-2026    a day
/// 01-06-2026 06/01/2026 260601 01-06-26 a day where its order is proven by names of the source
/// 2026-06 06.2026 202606 июнь 2026 2026-W22 2026-Q2 2026-05-01_2026-05-31   the last of the days
/// 2026-06-01_0415 20260601-041530 2026-06-01T04-15 2026-06-01 4.15 PM       with a time
/// ```
/// A name without a day takes that of the nearest folder that has one, such as `2026/06/01/`.
public struct FileNameDate: Sendable {
  /// How names write a day in numbers of two digits, where nothing else tells.
  public enum Order: Hashable, Sendable, CaseIterable { case dayFirst, monthFirst, yearFirst }

  private enum Found {
    case day(NamedDay)
    /// The days that it may be; `usual` where no other name says otherwise.
    case either([Order: Day], usual: Order?, second: Int?)
  }

  private let found: Found?
  /// The days of a name in numbers that may be read in several orders.
  private let readings: [Order: Day]

  /// - Parameter path: as the ledger has it, with `/` between folders.
  public init(_ path: String) {
    let parts = path.split(separator: "/").map(String.init)
    var scans = parts.reversed().map { FileNameScan($0) }
    if parts.count > 3 {
      scans.append(FileNameScan(parts.dropLast().suffix(3).joined(separator: "-")))
    }
    var found: Found?
    var readings: [Order: Day] = [:]
    // What may be a number of another kind counts where no name or folder has a clear day.
    search: for takesShort in [false, true] {
      for var scan in scans {
        scan.run(takesShort: takesShort)
        guard !scan.days.isEmpty else { continue }
        readings = scan.readings
        found = FileNameDate.last(of: scan.days)
        break search
      }
    }
    self.found = found
    self.readings = readings
  }

  /// The day; nil when the name says none, or one whose order nobody knows.
  ///
  /// - Parameter order: what other names of the source prove.
  public func day(_ order: Order?) -> NamedDay? {
    switch found {
    case .day(let day): day
    case .either(let days, let usual, let second):
      (usual.flatMap { days[$0] } ?? order.flatMap { days[$0] }).map {
        NamedDay($0, second: second)
      }
    case nil: nil
    }
  }

  /// What these names prove together; nil when they prove nothing, or contradict each other.
  ///
  /// `260531` and `260601` are of 2026, for 2001 is none of the years that short names have.
  public static func order(of names: some Sequence<FileNameDate>) -> Order? {
    var possible = Set(Order.allCases)
    var proves = false
    for name in names where !name.readings.isEmpty && !name.isUsual {
      possible.formIntersection(name.readings.keys)
      proves = true
    }
    return proves && possible.count == 1 ? possible.first : nil
  }

  /// Whether the name is read one way whatever others say.
  private var isUsual: Bool {
    if case .either(let days, let usual?, _) = found { days[usual] != nil } else { false }
  }

  /// Of several days the latest, which ends a range.
  private static func last(of days: [FileNameScan.Date]) -> Found? {
    if days.count == 1, case .either(let readings, let usual) = days[0].day {
      return .either(readings, usual: usual, second: days[0].second)
    }
    let known = days.compactMap { date -> NamedDay? in
      switch date.day {
      case .known(let day, let isSpan): NamedDay(day, second: date.second, isSpan: isSpan)
      case .either(let days, let usual):
        usual.flatMap { days[$0] }.map { NamedDay($0, second: date.second) }
      }
    }
    guard let last = known.max(by: { ($0.day, $0.second ?? -1) < ($1.day, $1.second ?? -1) })
    else { return nil }
    let isRange = known.contains { $0.day != last.day }
    return .day(NamedDay(last.day, second: last.second, isSpan: last.isSpan || isRange))
  }
}
