import TributaryModel

/// Reads the times that most exports write: `2026-05-03` and `03.05.2026`, alone or with
/// ` 10:15`, ` 10:15:30`, `T10:15:30Z`, `T10:15:30+03:00` after them.
///
/// Remembers the last day, its text and its offset: neighbours in a file mostly share them.
struct PlainTime {
  private let zone: Zone
  /// The zone of the shop's days.
  private let shop: Zone
  /// The last date as it was written: bytes 0 to 7, then 8 and 9.
  private var written: (UInt64, UInt64) = (0, 0)
  private var day = Day(number: 0)
  /// Milliseconds east of UTC all through that day; nil near a clock change.
  private var offset: Int64?
  private var named: (day: Day, text: String)?
  /// Whether `03.05.2026` is 3 May.
  var readsPoints = true

  /// - Parameter shop: the zone of the shop's days; nil: the same.
  init(_ zone: Zone, shop: Zone? = nil) {
    self.zone = zone
    self.shop = shop ?? zone
  }

  /// The moment; nil for any other form, which may still be a time: see `TimeText`.
  mutating func instant(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Int64? {
    guard let at = moment(bytes, place), LogClock.believable.contains(at) else { return nil }
    return at
  }

  /// A date alone, as `2026-05-03`; nil for any other form, and for a day with a time.
  mutating func dayText(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> String? {
    guard place.count == 10, instant(bytes, place) != nil else { return nil }
    if let named, named.day == day { return named.text }
    let text = day.description
    named = (day, text)
    return text
  }

  private mutating func moment(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>
  ) -> Int64? {
    guard place.count >= 10, readDay(bytes, place.lowerBound) else { return nil }
    var index = place.lowerBound + 10
    let end = place.upperBound
    var time: Int64 = 0
    if index < end {
      guard bytes[index] == 32 || bytes[index] | 0x20 == UInt8(ascii: "t"),
        let clock = PlainTime.clock(bytes, from: index + 1, to: end)
      else { return nil }
      (time, index) = clock
    }
    // A date alone is the shop's own.
    if place.count == 10, shop != zone { return shop.instant(of: day).milliseconds }
    let local = Int64(day.number) * 86_400_000 + time
    if index < end {
      guard let stated = LogClock.offset(bytes, index, end) else { return nil }
      return local - stated
    }
    if let offset { return local - offset }
    return zone.instant(of: day, millisecondOfDay: time).milliseconds
  }

  /// Takes in the date of the ten bytes; false when they are none.
  private mutating func readDay(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Bool {
    let text = (
      ByteScan.word(bytes, at: start), ByteScan.tail(bytes, from: start + 8, to: start + 10)
    )
    if text == written { return true }
    let parts =
      bytes[start + 4] == UInt8(ascii: "-") && bytes[start + 7] == UInt8(ascii: "-")
      ? (year: start, month: start + 5, day: start + 8)
      : (year: start + 6, month: start + 3, day: start)
    guard
      parts.year == start
        || (readsPoints && bytes[start + 2] == UInt8(ascii: ".")
          && bytes[start + 5] == UInt8(ascii: ".")),
      let year = ByteScan.digits(bytes, from: parts.year, to: parts.year + 4),
      let month = ByteScan.digits(bytes, from: parts.month, to: parts.month + 2),
      let number = ByteScan.digits(bytes, from: parts.day, to: parts.day + 2),
      let day = Day(year: Int(year), month: Int(month), day: Int(number))
    else { return false }
    written = text
    self.day = day
    offset = zone.steadyOffset(on: day)
    return true
  }

  /// `10:15` or `10:15:30` as milliseconds, and where it ends.
  private static func clock(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> (time: Int64, end: Int)? {
    guard start + 5 <= end, bytes[start + 2] == UInt8(ascii: ":"),
      let hour = ByteScan.digits(bytes, from: start, to: start + 2),
      let minute = ByteScan.digits(bytes, from: start + 3, to: start + 5), hour < 24, minute < 60
    else { return nil }
    let time = (hour * 60 + minute) * 60_000
    guard start + 5 < end, bytes[start + 5] == UInt8(ascii: ":") else { return (time, start + 5) }
    guard start + 8 <= end,
      let second = ByteScan.digits(bytes, from: start + 6, to: start + 8), second <= 60
    else { return nil }
    return (time + second * 1000, start + 8)
  }
}
