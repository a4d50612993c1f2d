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
  /// ` 10:15`, `T10:15:00.000`, ` 10:15 PM` and `Z`, `+03:00`, ` +0300` after it.
  static func read(_ text: String, order: DateOrder?) -> Reading {
    let bytes = Array(text.utf8)
    let end = bytes.firstIndex { $0 == 32 || $0 | 0x20 == UInt8(ascii: "t") } ?? bytes.count
    let reading = date(bytes[..<end], order)
    guard case .time(var result) = reading else {
      guard reading == .none, let day = MonthNameDate.day(text) else { return reading }
      return .time(TimeText(day: day))
    }
    guard end < bytes.count else { return reading }
    guard let clock = Clock(bytes[(end + 1)...]) else { return .none }
    result.millisecondOfDay = clock.millisecond
    result.offset = clock.offset
    return .time(result)
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

  private static func date(_ bytes: ArraySlice<UInt8>, _ order: DateOrder?) -> Reading {
    let separators = Set(bytes.filter { !(48...57).contains($0) })
    if separators.isEmpty, bytes.count == 8 { return compact(Array(bytes)) }
    guard separators.count == 1, let separator = separators.first,
      "-./".utf8.contains(separator)
    else { return .none }
    let parts = bytes.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.count) }) else { return .none }
    let numbers = parts.map(integer)
    if parts[0].count == 4 { return made(numbers[0], numbers[1], numbers[2]) }
    let year = fullYear(numbers[2], digits: parts[2].count, isOrderKnown: order != nil)
    if separator == UInt8(ascii: ".") { return made(year, numbers[1], numbers[0]) }
    switch order {
    case .dayMonthYear: return made(year, numbers[1], numbers[0])
    case .monthDayYear: return made(year, numbers[0], numbers[1])
    case .yearMonthDay: return .none
    case nil where numbers[0] > 12: return made(year, numbers[1], numbers[0])
    case nil where numbers[1] > 12: return made(year, numbers[0], numbers[1])
    case nil: return year == nil ? .none : .ambiguous
    }
  }

  private static func compact(_ bytes: [UInt8]) -> Reading {
    made(integer(bytes[0..<4]), integer(bytes[4..<6]), integer(bytes[6..<8]))
  }

  private static func made(_ year: Int?, _ month: Int, _ day: Int) -> Reading {
    guard let year, let day = Day(year: year, month: month, day: day) else { return .none }
    return .time(TimeText(day: day))
  }

  /// Two digits are believed only where the order of the parts is known: 70 to 99 are 19xx.
  private static func fullYear(_ number: Int, digits: Int, isOrderKnown: Bool) -> Int? {
    if digits == 4 { return number }
    guard digits == 2, isOrderKnown else { return nil }
    return number < 70 ? 2000 + number : 1900 + number
  }

  private static func integer(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// `10:15`, `10:15:30.250`, with AM or PM, with an offset.
  private struct Clock {
    var millisecond: Int64
    var offset: Int64?

    init?(_ source: ArraySlice<UInt8>) {
      var text = Array(source)[...]
      func number(_ most: Int) -> Int? {
        let digits = text.prefix { (48...57).contains($0) }
        guard (1...most).contains(digits.count) else { return nil }
        text = text.dropFirst(digits.count)
        return TimeText.integer(digits)
      }
      func skip(_ byte: UInt8) -> Bool {
        guard text.first == byte else { return false }
        text = text.dropFirst()
        return true
      }
      guard var hour = number(2), skip(UInt8(ascii: ":")), let minute = number(2) else {
        return nil
      }
      var second = 0
      var fraction = 0
      if skip(UInt8(ascii: ":")) {
        guard let value = number(2) else { return nil }
        second = value
        if skip(UInt8(ascii: ".")) || skip(UInt8(ascii: ",")) {
          let digits = text.prefix { (48...57).contains($0) }
          guard (1...9).contains(digits.count) else { return nil }
          text = text.dropFirst(digits.count)
          fraction = TimeText.integer((Array(digits) + [48, 48])[0..<3])
        }
      }
      while skip(32) {}
      let half = String(decoding: text, as: UTF8.self).uppercased()
      if half == "AM" || half == "PM" {
        guard (1...12).contains(hour) else { return nil }
        hour = hour % 12 + (half == "PM" ? 12 : 0)
        text = []
      }
      guard hour < 24, minute < 60, second <= 60 else { return nil }
      millisecond = Int64((hour * 3600 + minute * 60 + second) * 1000 + fraction)
      guard !text.isEmpty else { return }
      let rest = Array(text)
      guard let offset = LogClock.offset(rest.span, 0, rest.count) else { return nil }
      self.offset = offset
    }
  }
}
