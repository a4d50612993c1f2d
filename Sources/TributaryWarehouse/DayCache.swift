import TributaryModel

/// The day and hour of an instant, remembered for the minute: neighbours in a log ask again and again.
///
/// A minute is the widest stretch that no clock change of any zone cuts (St. John's changed at
/// 00:01).
struct DayCache {
  private let zone: Zone
  private var minute = Int64.min
  private var day = Day(number: 0)
  /// The hour of the clock of the instant that was asked for last, 0...23; of a clock set back it
  /// comes twice.
  private(set) var hour = 0
  private var named: (day: Day, text: String)?

  init(zone: Zone) {
    self.zone = zone
  }

  mutating func day(of milliseconds: Int64) -> Day {
    let asked = milliseconds >= 0 ? milliseconds / 60_000 : (milliseconds + 1) / 60_000 - 1
    if asked != minute {
      minute = asked
      day = zone.day(of: Instant(milliseconds: milliseconds))
      let clock = milliseconds + zone.offset(at: Instant(milliseconds: milliseconds))
      hour = Int((clock - Int64(day.number) * 86_400_000) / 3_600_000)
    }
    return day
  }

  mutating func text(of milliseconds: Int64) -> String {
    let asked = day(of: milliseconds)
    if let named, named.day == asked { return named.text }
    let text = asked.description
    named = (asked, text)
    return text
  }
}
