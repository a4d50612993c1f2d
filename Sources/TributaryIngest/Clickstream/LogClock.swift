import TributaryModel

/// Reads the times of log lines; remembers the last day and offset, which mostly come again.
struct LogClock {
  /// The instants that are believed: 1990 up to and including 2099. Units: Unix milliseconds.
  static let believable: Range<Int64> = 631_152_000_000..<4_102_444_800_000

  private let field: LogField
  private let zone: Zone
  /// The last `17/May/2015` and ` +0000` as words, and the day's start in UTC.
  private var cachedDay: UInt64 = 0
  private var cachedYear: UInt64 = 0
  private var cachedOffset: UInt64 = 0
  private var cachedStart: Int64 = 0

  /// - Parameter zone: of times that name no offset, but where the format says UTC.
  init(_ field: LogField, zone: Zone = .utc) {
    self.field = field
    self.zone = field == .timeUTC ? .utc : zone
  }

  /// Whether times name their zone by an abbreviation, which need not be known.
  var namesZone: Bool {
    if case .timeFormat(let format) = field { format.namesZone } else { false }
  }

  /// Unix milliseconds, or nil when the bytes are no believable time.
  mutating func read(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Int64? {
    let at: Int64? =
      switch field {
      case .timeISO: LogClock.iso(bytes, place, zone)
      case .timeEpoch: LogClock.epoch(bytes, place)
      case .timeFormat(let format): format.read(bytes, place, zone)
      case .timeAny, .timeUTC: any(bytes, place)
      default: local(bytes, place)
      }
    guard let at, LogClock.believable.contains(at) else { return nil }
    return at
  }

  /// Whichever way the time is written.
  private mutating func any(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Int64? {
    guard place.count >= 10 else { return nil }
    let usual =
      switch bytes[place.lowerBound + 4] {
      case UInt8(ascii: "-"): LogClock.iso(bytes, place, zone)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): local(bytes, place)
      default: LogClock.epoch(bytes, place)
      }
    return usual ?? LogTimeText.instant(bytes, place, zone)
  }

  /// `17/May/2015:08:05:32 +0000`
  private mutating func local(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Int64? {
    let start = place.lowerBound
    guard place.count == 26 else { return LogTimeText.common(bytes, place, zone) }
    guard bytes[start + 11] == UInt8(ascii: ":"),
      let time = LogClock.timeOfDay(bytes, start + 12)
    else { return nil }
    let day = ByteScan.word(bytes, at: start)
    let year = ByteScan.word(bytes, at: start + 3) >> 40
    let offset = ByteScan.word(bytes, at: start + 18) >> 16
    if day != cachedDay || year != cachedYear || offset != cachedOffset {
      guard let fresh = LogClock.startOfDay(bytes, start) else { return nil }
      (cachedDay, cachedYear, cachedOffset, cachedStart) = (day, year, offset, fresh)
    }
    return cachedStart + time
  }

  private static func startOfDay(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int64? {
    guard let day = digits(bytes, start, 2), let year = digits(bytes, start + 7, 4),
      bytes[start + 2] == UInt8(ascii: "/"), bytes[start + 6] == UInt8(ascii: "/"),
      let month = monthNumber(bytes, start + 3), bytes[start + 20] == UInt8(ascii: " "),
      let offset = offset(bytes, start + 21, start + 26),
      let date = Day(year: year, month: month, day: day)
    else { return nil }
    return Int64(date.number) * 86_400_000 - offset
  }

  static func monthNumber(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int? {
    guard bytes.count >= start + 3 else { return nil }
    let names = "janfebmaraprmayjunjulaugsepoctnovdec"
    let word = (0..<3).map { bytes[start + $0] | 0x20 }
    let all = Array(names.utf8)
    return (0..<12).first { Array(all[$0 * 3..<$0 * 3 + 3]) == word }.map { $0 + 1 }
  }

  /// Milliseconds since midnight of `08:05:32`; a leap second counts as the next second.
  static func timeOfDay(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int64? {
    let word = ByteScan.word(bytes, at: start)
    let colons: UInt64 = 0x0000_ff00_00ff_0000
    // A zero for each colon leaves eight digits: 08005032.
    guard word & colons == 0x3a3a_3a3a_3a3a_3a3a & colons,
      case let digits = word & ~colons | 0x3030_3030_3030_3030 & colons,
      ByteScan.areDigits(digits)
    else { return nil }
    let number = ByteScan.number(digits)
    let (hour, minute, second) = (number / 1_000_000, number / 1000 % 1000, number % 1000)
    guard hour < 24, minute < 60, second <= 60 else { return nil }
    return (hour * 3600 + minute * 60 + second) * 1000
  }

  /// Milliseconds east of UTC of `+0300`, `+03:00`, `+03` or `Z`.
  static func offset(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int64? {
    let count = end - start
    if count == 1, bytes[start] | 0x20 == UInt8(ascii: "z") { return 0 }
    guard count == 3 || count == 5 || (count == 6 && bytes[start + 3] == UInt8(ascii: ":")),
      bytes[start] == UInt8(ascii: "+") || bytes[start] == UInt8(ascii: "-"),
      let hours = digits(bytes, start + 1, 2),
      let minutes = count == 3 ? 0 : digits(bytes, end - 2, 2), hours <= 18, minutes < 60
    else { return nil }
    let value = Int64(hours * 60 + minutes) * 60_000
    return bytes[start] == UInt8(ascii: "-") ? -value : value
  }

  /// `2015-05-17T08:05:32+00:00`, with or without a fraction, with or without an offset.
  private static func iso(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, _ zone: Zone
  ) -> Int64? {
    let start = place.lowerBound
    guard place.count >= 19, let year = digits(bytes, start, 4),
      let month = digits(bytes, start + 5, 2), let day = digits(bytes, start + 8, 2),
      bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
      bytes[start + 10] | 0x20 == UInt8(ascii: "t") || bytes[start + 10] == UInt8(ascii: " "),
      let time = timeOfDay(bytes, start + 11), let date = Day(year: year, month: month, day: day)
    else { return nil }
    var index = start + 19
    let fraction = fraction(bytes, &index, place.upperBound)
    if index == place.upperBound {
      return zone.instant(of: date, millisecondOfDay: time + fraction).milliseconds
    }
    guard let offset = offset(bytes, index, place.upperBound) else { return nil }
    return Int64(date.number) * 86_400_000 + time + fraction - offset
  }

  /// `1431849932.123`, `1431849932123`; see `LogField.timeEpoch`.
  private static func epoch(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Int64? {
    var index = place.lowerBound
    var value: Int64 = 0
    while index < place.upperBound, bytes[index] &- 48 < 10 {
      guard index - place.lowerBound < 19 else { return nil }
      value = value &* 10 &+ Int64(bytes[index] &- 48)
      index += 1
    }
    guard index > place.lowerBound, value >= 0 else { return nil }
    let isSeconds = value < 100_000_000_000
    let milliseconds = fraction(bytes, &index, place.upperBound)
    guard index == place.upperBound else { return nil }
    if isSeconds { return value * 1000 + milliseconds }
    var at = value
    while at >= 100_000_000_000_000 { at /= 1000 }
    return at
  }

  /// Milliseconds of `.123…`, moving past it; 0 when there is no fraction.
  static func fraction(
    _ bytes: borrowing Span<UInt8>, _ index: inout Int, _ end: Int
  ) -> Int64 {
    guard index < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",")
    else { return 0 }
    index += 1
    var value: Int64 = 0
    var scale: Int64 = 100
    while index < end, (48...57).contains(bytes[index]) {
      value += Int64(bytes[index] - 48) * scale
      scale /= 10
      index += 1
    }
    return value
  }

  static func digits(
    _ bytes: borrowing Span<UInt8>, _ start: Int, _ count: Int
  ) -> Int? {
    var value = 0
    var index = start
    while index < start + count {
      let digit = bytes[index] &- 48
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
      index += 1
    }
    return value
  }
}
