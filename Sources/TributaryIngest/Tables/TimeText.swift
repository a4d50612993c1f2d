import TributaryModel

/// A date, with or without a time and an offset, as people and programs write it.
struct TimeText: Equatable {
  var day: Day
  /// Nil for a date alone.
  var millisecondOfDay: Int64?
  /// Milliseconds east of UTC; nil when the text names no offset.
  var offset: Int64?

  enum Reading: Equatable {
    case time(TimeText)
    /// `05/03/2026` without a known order.
    case ambiguous
    case none
  }

  /// Reads `2026-05-03`, `03.05.2026`, `20260503`, `5/3/2026` (with an order), each with
  /// ` 10:15`, `T10:15:00.000`, ` 10:15 PM` and `Z`, `+03:00`, ` +0300` after it; all else as
  /// `WrittenTime` does.
  ///
  /// - Parameters:
  ///   - order: that of dates with slashes or dashes; nil when it is not known.
  ///   - dotted: that of dates with points.
  static func read(
    _ text: String, order: DateOrder?, dotted: DateOrder? = .dayMonthYear
  ) -> Reading {
    let bytes = Array(text.utf8)
    let end = bytes.firstIndex { $0 == 32 || $0 | 0x20 == UInt8(ascii: "t") } ?? bytes.count
    let reading = DateText.read(bytes[..<end], order, dotted)
    switch reading {
    case .time(var result):
      guard end < bytes.count else { return reading }
      if let clock = ClockText(bytes[(end + 1)...]) {
        result.millisecondOfDay = clock.millisecond
        result.offset = clock.offset
        return .time(result)
      }
    case .ambiguous where end == bytes.count || ClockText(bytes[(end + 1)...]) != nil:
      return reading
    default: break
    }
    return WrittenTime.read(text, order: order, dotted: dotted)
  }

  /// The moment, in the zone when the text names no offset; nil outside 1990 to 2099.
  func instant(in zone: Zone) -> Int64? {
    let local = Int64(day.number) * 86_400_000 + (millisecondOfDay ?? 0)
    let at =
      offset.map { local - $0 }
      ?? zone.instant(of: day, millisecondOfDay: millisecondOfDay ?? 0).milliseconds
    return LogClock.believable.contains(at) ? at : nil
  }

  /// The day of the shop, the zone being that of times without an offset; nil outside 1990 to 2099.
  /// A date alone is the shop's own.
  func day(in zone: Zone, shop: Zone) -> Day? {
    guard let at = instant(in: zone) else { return nil }
    let isLocal = offset == nil && (millisecondOfDay == nil || zone == shop)
    return isLocal ? day : shop.day(of: Instant(milliseconds: at))
  }
}
