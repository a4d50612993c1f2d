/// A calendar day of the shop, without a time or a zone.
///
/// Shape: days since 1970-01-01 in the proleptic Gregorian calendar.
/// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let number: Int

  package init(number: Int) {
    self.number = number
  }

  /// The day of that date, or nil when the calendar has no such date.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...9999).contains(year), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// The day written as `YYYY-MM-DD`, or nil for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    func integer(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = integer(0..<4), let month = integer(5..<7), let day = integer(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// By the calendar.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The day that many days later (earlier when negative).
  public func adding(_ days: Int) -> Day { Day(number: number + days) }

  /// Days from that day to this one.
  public func days(since other: Day) -> Int { number - other.number }

  public var year: Int { date.year }
  /// 1 to 12.
  public var month: Int { date.month }
  public var dayOfMonth: Int { date.day }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int { (number + 3) - Day.floorDivide(number + 3, 7) * 7 + 1 }

  /// The Monday of this day's week.
  public var monday: Day { adding(1 - weekday) }

  /// Year and week number by ISO 8601; week 1 holds the first Thursday.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = adding(4 - weekday)
    let year = thursday.year
    let ordinal = thursday.number - Day.firstOfYear(year).number
    return (year, ordinal / 7 + 1)
  }

  /// 1 for 1 January.
  public var dayOfYear: Int { number - Day.firstOfYear(year).number + 1 }

  /// The year, month and day of the month at once.
  public var date: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = Day.floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// 28 to 31.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether the Gregorian year has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func firstOfYear(_ year: Int) -> Day {
    Day(number: (year - 1970) * 365 + leapDays(before: year) - leapDays(before: 1970))
  }

  private static func leapDays(before year: Int) -> Int {
    floorDivide(year - 1, 4) - floorDivide(year - 1, 100) + floorDivide(year - 1, 400)
  }

  private static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
  }
}

extension Day: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = date
    return Day.padded(year, 4) + "-" + Day.padded(month, 2) + "-" + Day.padded(day, 2)
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
