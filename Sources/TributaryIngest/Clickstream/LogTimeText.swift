import TributaryModel

/// Times of logs in other writings than the three that nearly all have.
enum LogTimeText {
  /// `17/May/2015:08:05:32.655`, with or without a fraction and an offset: HAProxy writes its own
  /// clock.
  static func common(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, _ zone: Zone
  ) -> Int64? {
    let start = place.lowerBound
    guard place.count >= 20, bytes[start + 2] == UInt8(ascii: "/"),
      bytes[start + 6] == UInt8(ascii: "/"),
      bytes[start + 11] == UInt8(ascii: ":") || bytes[start + 11] == 32,
      let day = LogClock.digits(bytes, start, 2),
      let month = LogClock.monthNumber(bytes, start + 3),
      let year = LogClock.digits(bytes, start + 7, 4),
      let date = Day(year: year, month: month, day: day),
      let time = LogClock.timeOfDay(bytes, start + 12)
    else { return nil }
    var at = start + 20
    let fraction = LogClock.fraction(bytes, &at, place.upperBound)
    if at < place.upperBound, bytes[at] == 32 { at += 1 }
    guard at < place.upperBound else {
      return zone.instant(of: date, millisecondOfDay: time + fraction).milliseconds
    }
    guard let offset = LogClock.offset(bytes, at, place.upperBound) else { return nil }
    return Int64(date.number) * 86_400_000 + time + fraction - offset
  }

  /// A day and a time as programs write them: `2026/05/03 10:00:00`, `2026-05-03 10:00:00 UTC`,
  /// `Sun, 03 May 2026 10:00:00 GMT`; see `TimeText`.
  static func instant(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, _ zone: Zone
  ) -> Int64? {
    let text = ByteScan.text(bytes, from: place.lowerBound, to: place.upperBound)
    guard case .time(let reading) = TimeText.read(text, order: nil),
      reading.millisecondOfDay != nil
    else { return nil }
    return reading.instant(in: zone)
  }
}
