import TributaryModel

/// A time as `%{…}t` of Apache writes it, by the letters of `strftime`.
///
/// `%d/%b/%Y %T.%3f %z` is 17/May/2015 08:05:32.123 +0300. Every letter stands for a fixed number
/// of bytes, so that spaces within a time end no field.
struct LogTimeFormat: Hashable, Sendable {
  private enum Item: Hashable {
    case literal(UInt8)
    case year, month, monthName, day, hour, minute, second, offset, epoch
    case fraction(Int)

    var width: Int {
      switch self {
      case .literal: 1
      case .year: 4
      case .month, .day, .hour, .minute, .second: 2
      case .monthName: 3
      case .offset: 5
      case .epoch: 10
      case .fraction(let digits): digits
      }
    }
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
    case "m": [.month]
    case "b", "h": [.monthName]
    case "d", "e": [.day]
    case "H": [.hour]
    case "M": [.minute]
    case "S": [.second]
    case "z": [.offset]
    case "s": [.epoch]
    case "T": [.hour, .literal(58), .minute, .literal(58), .second]
    case "R": [.hour, .literal(58), .minute]
    case "F": [.year, .literal(45), .month, .literal(45), .day]
    case "%": [.literal(letter)]
    default: nil
    }
  }

  static func + (left: LogTimeFormat, right: LogTimeFormat) -> LogTimeFormat {
    var sum = left
    sum.items += right.items
    return sum
  }

  /// Bytes of a time.
  var width: Int { items.reduce(0) { $0 + $1.width } }

  /// Whether the letters make an instant: a day, a time and an offset, or Unix seconds.
  var isWhole: Bool {
    if items.contains(.epoch) { return true }
    return items.contains(.month) != items.contains(.monthName)
      && [.year, .day, .hour, .minute, .offset].allSatisfy(items.contains)
  }

  /// Unix milliseconds, or nil for other text.
  func read(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Int64? {
    guard place.count == width else { return nil }
    var (year, month, day) = (1970, 1, 1)
    var (time, offset): (Int64, Int64) = (0, 0)
    var at = place.lowerBound
    for item in items {
      let end = at + item.width
      switch item {
      case .literal(let byte): guard bytes[at] == byte else { return nil }
      case .monthName:
        guard let number = LogClock.monthNumber(bytes, at) else { return nil }
        month = number
      case .offset:
        guard let value = LogClock.offset(bytes, at, end) else { return nil }
        offset = value
      case .day where bytes[at] == 32:
        guard let value = LogNumber.read(bytes, at + 1..<end) else { return nil }
        day = Int(value)
      default:
        guard let value = LogNumber.read(bytes, at..<end) else { return nil }
        switch item {
        case .year: year = Int(value)
        case .month: month = Int(value)
        case .day: day = Int(value)
        case .hour where value < 24: time += value * 3_600_000
        case .minute where value < 60: time += value * 60_000
        case .second where value <= 60: time += value * 1000
        case .epoch: time += value * 1000
        case .fraction(let digits): time += digits == 3 ? value : value / 1000
        default: return nil
        }
      }
      at = end
    }
    guard let date = Day(year: year, month: month, day: day) else { return nil }
    return Int64(date.number) * 86_400_000 + time - offset
  }
}
