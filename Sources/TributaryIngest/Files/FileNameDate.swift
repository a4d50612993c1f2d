import TributaryModel

/// The day that a file's name says, in any usual writing.
///
/// ```
/// 2026-06-01 2026_06_01 20260601 01.06.2026 1.6.26 1 Jun 2026 1-июня-2026    a day
/// 01-06-2026 06/01/2026                 a day where the order of day and month is proven
/// 2026-06 06.2026 202606 июнь 2026 2026-W22 2026-Q2 2026-05-01_2026-05-31   the last of the days
/// 2026-06-01_0415 20260601-041530 2026-06-01T04-15                          with a time
/// ```
/// A name without a day takes that of the nearest folder that has one, such as `2026/06/01/`.
public struct FileNameDate: Sendable {
  /// How names write a day and a month of two digits, where nothing else tells.
  public enum Order: Hashable, Sendable { case dayFirst, monthFirst }

  private enum Found {
    case day(NamedDay)
    /// Two numbers of at most 12 and a year, whose order the name does not tell.
    case either(dayFirst: Day, monthFirst: Day, second: Int?)
  }

  private let found: Found?
  /// What the name alone proves about the order.
  public let proves: Order?

  /// - Parameter path: as the ledger has it, with `/` between folders.
  public init(_ path: String) {
    let parts = path.split(separator: "/").map(String.init)
    var scans = parts.reversed().map { FileNameScan($0) }
    if parts.count > 3 {
      scans.append(FileNameScan(parts.dropLast().suffix(3).joined(separator: "-")))
    }
    var found: Found?
    var proves: Order?
    for var scan in scans {
      scan.run()
      guard !scan.days.isEmpty else { continue }
      proves = scan.proves
      found = FileNameDate.last(of: scan.days)
      break
    }
    self.found = found
    self.proves = proves
  }

  /// The day; nil when the name says none, or one whose order nobody knows.
  ///
  /// - Parameter order: what other names of the source prove.
  public func day(_ order: Order?) -> NamedDay? {
    switch (found, order) {
    case (.day(let day), _): day
    case (.either(let day, _, let second), .dayFirst): NamedDay(day, second: second)
    case (.either(_, let day, let second), .monthFirst): NamedDay(day, second: second)
    case (.either, nil), (nil, _): nil
    }
  }

  /// What these names prove together; nil when they prove nothing, or both.
  public static func order(of names: some Sequence<FileNameDate>) -> Order? {
    let proven = Set(names.compactMap(\.proves))
    return proven.count == 1 ? proven.first : nil
  }

  /// Of several days the latest, which ends a range.
  private static func last(of days: [FileNameScan.Date]) -> Found? {
    if days.count == 1, case .either(let first, let second) = days[0].day {
      return .either(dayFirst: first, monthFirst: second, second: days[0].second)
    }
    let known = days.compactMap { date -> NamedDay? in
      guard case .known(let day, let isSpan) = date.day else { return nil }
      return NamedDay(day, second: date.second, isSpan: isSpan)
    }
    guard let last = known.max(by: { ($0.day, $0.second ?? -1) < ($1.day, $1.second ?? -1) })
    else { return nil }
    let isRange = known.contains { $0.day != last.day }
    return .day(NamedDay(last.day, second: last.second, isSpan: last.isSpan || isRange))
  }
}
