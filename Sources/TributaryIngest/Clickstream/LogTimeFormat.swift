import TributaryModel

/// A time as `%{…}t` of Apache writes it, by the letters of `strftime`.
///
/// `%d/%b/%Y %T.%3f %z` is 17/May/2015 08:05:32.123 +0300. Spaces within a time end no field.
/// Source: C, "strftime", in the C locale, which servers keep to.
struct LogTimeFormat: Hashable, Sendable {
  private enum Item: Hashable {
    case literal(UInt8)
    case year, shortYear, month, monthName, longMonthName, day, dayOfYear
    case hour, halfDayHour, halfDay, minute, second, offset, zoneName, epoch
    case weekday, longWeekday
    case fraction(Int)

    /// Bytes at least, and whether there may be more.
    var width: Int {
      switch self {
      case .literal: 1
      case .year: 4
      case .shortYear, .month, .day, .hour, .halfDayHour, .halfDay, .minute, .second: 2
      case .monthName, .longMonthName, .weekday, .dayOfYear, .zoneName: 3
      case .offset: 5
      case .longWeekday: 6
      case .epoch: 10
      case .fraction(let digits): digits
      }
    }

    var isName: Bool { self == .longMonthName || self == .longWeekday || self == .zoneName }
  }

  private var items: [Item] = []

  /// Nil for letters that are not known.
  init?(_ text: String) {
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        items.append(.literal(byte))
        continue
      }
      // glibc's flags: no padding is none of ours, the others change no width.
      while let flag = rest.first, "_0^#EO".utf8.contains(flag) { rest.removeFirst() }
      guard let letter = rest.popFirst(), let known = LogTimeFormat.items(letter) else {
        return nil
      }
      items += known
    }
  }

  init(literal: [UInt8]) { items = literal.map(Item.literal) }

  init(fractionDigits: Int) { items = [.fraction(fractionDigits)] }

  private static func items(_ letter: UInt8) -> [Item]? {
    switch Character(Unicode.Scalar(letter)) {
    case "Y": [.year]
    case "y": [.shortYear]
    case "m": [.month]
    case "b", "h": [.monthName]
    case "B": [.longMonthName]
    case "d", "e": [.day]
    case "j": [.dayOfYear]
    case "a": [.weekday]
    case "A": [.longWeekday]
    case "H", "k": [.hour]
    case "I", "l": [.halfDayHour]
    case "p", "P": [.halfDay]
    case "M": [.minute]
    case "S": [.second]
    case "z": [.offset]
    case "Z": [.zoneName]
    case "s": [.epoch]
    case "T", "X": LogTimeFormat("%H:%M:%S")?.items
    case "r": LogTimeFormat("%I:%M:%S %p")?.items
    case "R": LogTimeFormat("%H:%M")?.items
    case "F": LogTimeFormat("%Y-%m-%d")?.items
    case "D", "x": LogTimeFormat("%m/%d/%y")?.items
    case "c": LogTimeFormat("%a %b %e %T %Y")?.items
    case "%": [.literal(letter)]
    case "n", "t": [.literal(letter == UInt8(ascii: "t") ? 9 : 10)]
    default: nil
    }
  }

  static func + (left: LogTimeFormat, right: LogTimeFormat) -> LogTimeFormat {
    var sum = left
    sum.items += right.items
    return sum
  }

  /// Bytes of a time that end no field, and after those the signs of `ending` that are its own.
  func room(before ending: UInt8?) -> (width: Int, signs: Int) {
    guard items.contains(where: \.isName) else { return (items.reduce(0) { $0 + $1.width }, 0) }
    // Names have no fixed width: the signs of the format itself are counted.
    return (0, items.count { $0 == .literal(ending ?? 0) })
  }

  /// Whether the letters make an instant: a day and a time, or Unix seconds.
  var isWhole: Bool {
    func has(_ choices: Item...) -> Bool { choices.contains(where: items.contains) }
    if items.contains(.epoch) { return true }
    let hasDay = has(.dayOfYear) || has(.month, .monthName, .longMonthName) && has(.day)
    let hasHour = has(.hour) || has(.halfDayHour) && has(.halfDay)
    return has(.year, .shortYear) && hasDay && hasHour && has(.minute)
  }

  /// What was read so far of one time.
  private struct Parts {
    var (year, month, day) = (1970, 1, 1)
    var dayOfYear: Int?
    var (time, offset): (Int64, Int64?) = (0, nil)
    /// The zone's abbreviation, where one is written.
    var zoneName: String?
  }

  /// Whether times name their zone, as `%Z`.
  var namesZone: Bool { items.contains(.zoneName) }

  /// Unix milliseconds, in the zone where no offset is told; nil for other text.
  func read(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>, _ zone: Zone) -> Int64? {
    var parts = Parts()
    var at = place.lowerBound
    for item in items {
      guard let end = LogTimeFormat.end(of: item, bytes, from: at, to: place.upperBound),
        LogTimeFormat.take(item, bytes, at..<end, &parts)
      else { return nil }
      at = end
    }
    guard at == place.upperBound,
      let first = Day(
        year: parts.year, month: parts.dayOfYear == nil ? parts.month : 1,
        day: parts.dayOfYear == nil ? parts.day : 1)
    else { return nil }
    let date = parts.dayOfYear.map { first.adding($0 - 1) } ?? first
    if items.contains(.epoch) { return parts.time }
    let local = Int64(date.number) * 86_400_000 + parts.time
    if let offset = parts.offset { return local - offset }
    if let name = parts.zoneName {
      return ZoneAbbreviation.offset(name, at: local, zone).map { local - $0 }
    }
    return zone.instant(of: date, millisecondOfDay: parts.time).milliseconds
  }

  private static func end(
    of item: Item, _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    var at = start
    if item.isName {
      while at < end, (65...90).contains(bytes[at] & 0xdf) { at += 1 }
      guard at > start else { return nil }
    } else {
      at += item.width
    }
    return at <= end ? at : nil
  }

  private static func take(
    _ item: Item, _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, _ parts: inout Parts
  ) -> Bool {
    let start = place.lowerBound
    switch item {
    case .literal(let byte): return bytes[start] == byte
    case .weekday, .longWeekday: return (65...90).contains(bytes[start] & 0xdf)
    case .monthName, .longMonthName:
      guard place.count >= 3, let number = LogClock.monthNumber(bytes, start) else { return false }
      parts.month = number
    case .offset:
      guard let value = LogClock.offset(bytes, start, place.upperBound) else { return false }
      parts.offset = value
    case .zoneName:
      parts.zoneName = ByteScan.text(bytes, from: start, to: place.upperBound)
    case .halfDay:
      let letter = bytes[start] | 0x20
      if letter == UInt8(ascii: "p") { parts.time += 12 * 3_600_000 }
      return letter == UInt8(ascii: "p") || letter == UInt8(ascii: "a")
    default:
      let first = bytes[start] == 32 ? start + 1 : start
      guard let value = LogNumber.read(bytes, first..<place.upperBound) else { return false }
      return take(item, value, &parts)
    }
    return true
  }

  private static func take(_ item: Item, _ value: Int64, _ parts: inout Parts) -> Bool {
    switch item {
    case .year: parts.year = Int(value)
    case .shortYear: parts.year = Int(value) + (value < 69 ? 2000 : 1900)
    case .month: parts.month = Int(value)
    case .day: parts.day = Int(value)
    case .dayOfYear where (1...366).contains(value): parts.dayOfYear = Int(value)
    case .hour where value < 24: parts.time += value * 3_600_000
    case .halfDayHour where (1...12).contains(value): parts.time += value % 12 * 3_600_000
    case .minute where value < 60: parts.time += value * 60_000
    case .second where value <= 60: parts.time += value * 1000
    case .epoch: parts.time += value * 1000
    case .fraction(let digits): parts.time += digits == 3 ? value : value / 1000
    default: return false
    }
    return true
  }
}
