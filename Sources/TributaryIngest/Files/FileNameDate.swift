import TributaryModel

/// The day that a file's name says, in any usual writing.
///
/// ```
/// 2026-06-01 2026_06_01 20260601 01.06.2026 1.6.26 1 Jun 2026 1-июня-2026    a day
/// 01-06-2026 06/01/2026 260601 01-06-26 a day where its order is proven by names of the source
/// 2026-06 06.2026 202606 июнь 2026 2026-W22 2026-Q2 2026-05-01_2026-05-31   the last of the days
/// 2026-06-01_0415 20260601-041530 2026-06-01T04-15 2026-06-01 4.15 PM       with a time
/// ```
/// Of a range in numbers whose order is not proven, no day is taken, nor of numbers that may be
/// something else: `200401-200912`, `kassa 1 2026`.
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
  /// The orders that a name's numbers may be in; empty where they prove none.
  private let orders: Set<Order>

  /// - Parameter path: as the ledger has it, with `/` between folders.
  public init(_ path: String) {
    let parts = path.split(separator: "/").map(String.init)
    var scans = parts.reversed().map { FileNameScan($0) }
    if parts.count > 3 {
      scans.append(FileNameScan(parts.dropLast().suffix(3).joined(separator: "-")))
    }
    var found: Found?
    var orders: Set<Order> = []
    // What may be a number of another kind counts where no name or folder has a clear day.
    search: for takesShort in [false, true] {
      for var scan in scans {
        scan.run(takesShort: takesShort)
        guard !scan.days.isEmpty else { continue }
        orders = scan.orders
        found = FileNameDate.last(of: scan.days, in: orders)
        break search
      }
    }
    self.found = found
    self.orders = orders
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
    for name in names where !name.orders.isEmpty && !name.isUsual {
      possible.formIntersection(name.orders)
      proves = true
    }
    return proves && possible.count == 1 ? possible.first : nil
  }

  /// Whether the name is read one way whatever others say.
  private var isUsual: Bool {
    if case .either(let days, let usual?, _) = found { days[usual] != nil } else { false }
  }

  /// Of several days the latest, which ends a range; nil where one of them is not known.
  ///
  /// - Parameter orders: those that the name's own numbers may be in.
  private static func last(of days: [FileNameScan.Date], in orders: Set<Order>) -> Found? {
    if days.count == 1 {
      switch days[0].day {
      case .known: break
      case .either(let readings, let usual):
        return .either(readings, usual: usual, second: days[0].second)
      case .unproven(let readings):
        return .either(readings, usual: nil, second: days[0].second)
      }
    }
    // One end of a range may prove the order of both.
    let own = orders.count == 1 ? orders.first : nil
    if let last = last(of: days, as: own) { return .day(last) }
    let ends = Dictionary(
      uniqueKeysWithValues: orders.compactMap { order in
        last(of: days, as: order).map { (order, $0.day) }
      })
    return ends.isEmpty ? nil : .either(ends, usual: nil, second: nil)
  }

  private static func last(of days: [FileNameScan.Date], as order: Order?) -> NamedDay? {
    let known = days.compactMap { date -> NamedDay? in
      switch date.day {
      case .known(let day, let isSpan): NamedDay(day, second: date.second, isSpan: isSpan)
      case .either(let days, let usual):
        (usual.flatMap { days[$0] } ?? order.flatMap { days[$0] }).map {
          NamedDay($0, second: date.second)
        }
      case .unproven: nil
      }
    }
    guard known.count == days.count,
      let last = known.max(by: { ($0.day, $0.second ?? -1) < ($1.day, $1.second ?? -1) })
    else { return nil }
    let isRange = known.contains { $0.day != last.day }
    return NamedDay(last.day, second: last.second, isSpan: last.isSpan || isRange)
  }
}
