import TributaryModel

/// A date of three numbers.
enum DateText {
  private static let point = UInt8(ascii: ".")

  /// Reads `2026-05-03`, `03.05.2026`, `3.5.26`, `20260503`, and `5/3/2026` or `5-3-26` with an
  /// order, or where only one is possible.
  static func read(
    _ bytes: ArraySlice<UInt8>, _ order: DateOrder?, _ dotted: DateOrder?
  ) -> TimeText.Reading {
    let separators = Set(bytes.filter { !(48...57).contains($0) })
    if separators.isEmpty, bytes.count == 8 { return compact(Array(bytes)) }
    guard separators.count == 1, let separator = separators.first,
      "-./".utf8.contains(separator)
    else { return .none }
    let parts = bytes.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.count) }) else { return .none }
    let numbers = parts.map(integer)
    if parts[0].count == 4 { return made(numbers[0], numbers[1], numbers[2]) }
    guard parts[0].count <= 2, parts[1].count <= 2, parts[2].count != 3 else { return .none }
    if let known = separator == point ? dotted : order {
      let isLong = separator == point && known == .yearMonthDay && parts[2].count == 4
      return read(numbers, parts, isLong ? .dayMonthYear : known)
    }
    let readings = DateOrder.allCases.map { read(numbers, parts, $0) }.filter { $0 != .none }
    return readings.count > 1 ? .ambiguous : readings.first ?? .none
  }

  private static func read(
    _ numbers: [Int], _ parts: [ArraySlice<UInt8>], _ order: DateOrder
  ) -> TimeText.Reading {
    if order == .yearMonthDay {
      guard parts[0].count == 2, parts[2].count == 2 else { return .none }
      return made(century(numbers[0]), numbers[1], numbers[2])
    }
    guard parts[2].count == 4 || parts[2].count == 2 else { return .none }
    let year = parts[2].count == 4 ? numbers[2] : century(numbers[2])
    return order == .dayMonthYear
      ? made(year, numbers[1], numbers[0]) : made(year, numbers[0], numbers[1])
  }

  private static func compact(_ bytes: [UInt8]) -> TimeText.Reading {
    made(integer(bytes[0..<4]), integer(bytes[4..<6]), integer(bytes[6..<8]))
  }

  private static func made(_ year: Int, _ month: Int, _ day: Int) -> TimeText.Reading {
    Day(year: year, month: month, day: day).map { .time(TimeText(day: $0)) } ?? .none
  }

  /// Of two digits 70 to 99 are 19xx.
  static func century(_ year: Int) -> Int { year < 70 ? 2000 + year : 1900 + year }

  private static func integer(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
