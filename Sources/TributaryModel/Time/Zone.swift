import Foundation

/// The shop's time zone: which day an instant belongs to, and when a day starts.
///
/// The offsets are read once from the system's tables (1990 to 2060), so that a lookup is a binary
/// search and not a call into Foundation.
public struct Zone: Sendable, Hashable {
  public let identifier: String
  /// Instants (ms) from which the offset of the same position holds; the first is the far past.
  private let starts: [Int64]
  /// Milliseconds east of UTC.
  private let offsets: [Int64]

  public static let utc = Zone(identifier: "UTC", starts: [.min], offsets: [0])

  /// The zone of that IANA name (`Europe/Moscow`), or nil when there is no such name or the system
  /// does not know it; see `ZoneAdvice`.
  public init?(identifier: String) {
    guard ZoneNames.all.contains(identifier), let zone = TimeZone(identifier: identifier) else {
      return nil
    }
    var starts: [Int64] = [.min]
    var moment = Date(timeIntervalSince1970: 631_152_000)
    var offsets = [Int64(zone.secondsFromGMT(for: moment)) * 1000]
    let end = Date(timeIntervalSince1970: 2_840_140_800)
    while let next = zone.nextDaylightSavingTimeTransition(after: moment), next < end {
      guard next > moment else { break }
      let offset = Int64(zone.secondsFromGMT(for: next)) * 1000
      if offset != offsets.last {
        starts.append(Int64(next.timeIntervalSince1970) * 1000)
        offsets.append(offset)
      }
      moment = next
    }
    self.init(identifier: identifier, starts: starts, offsets: offsets)
  }

  /// A zone of one offset all year, such as `UTC+3`.
  public init(minutesEast minutes: Int) {
    self.init(
      identifier: "\(minutes) minutes east", starts: [.min], offsets: [Int64(minutes) * 60_000])
  }

  private init(identifier: String, starts: [Int64], offsets: [Int64]) {
    self.identifier = identifier
    self.starts = starts
    self.offsets = offsets
  }

  /// Every IANA name, by the alphabet.
  public static var names: [String] { ZoneNames.all.sorted() }

  /// Milliseconds east of UTC at that instant.
  public func offset(at instant: Instant) -> Int64 { offsets[period(at: instant.milliseconds)] }

  /// Milliseconds east of UTC of all wall-clock times of that day; nil within two days of a clock
  /// change.
  public func steadyOffset(on day: Day) -> Int64? {
    let start = Int64(day.number) * 86_400_000
    let period = period(at: start - 2 * 86_400_000)
    return period == self.period(at: start + 3 * 86_400_000) ? offsets[period] : nil
  }

  /// The position of the offset that holds at that millisecond.
  private func period(at milliseconds: Int64) -> Int {
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= milliseconds { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The day of that instant.
  public func day(of instant: Instant) -> Day {
    Day(number: Int(Instant.floorDivide(instant.milliseconds + offset(at: instant), 86_400_000)))
  }

  /// The last millisecond of that instant's day.
  public func lastInstant(ofDayOf instant: Instant) -> Instant {
    Instant(milliseconds: self.instant(of: day(of: instant).adding(1)).milliseconds - 1)
  }

  /// The instant of that wall-clock time.
  ///
  /// A time skipped by a clock change is read with the offset before the change, a time that comes
  /// twice is the first of the two.
  public func instant(of day: Day, millisecondOfDay: Int64 = 0) -> Instant {
    let local = Int64(day.number) * 86_400_000 + millisecondOfDay
    let before = offset(at: Instant(milliseconds: local - 86_400_000))
    let early = Instant(milliseconds: local - before)
    if offset(at: early) == before { return early }
    let after = offset(at: Instant(milliseconds: local + 86_400_000))
    let late = Instant(milliseconds: local - after)
    return offset(at: late) == after ? late : early
  }
}
