import TributaryModel

/// Finds the dates of one name, from left to right.
///
/// ```
/// orders - 2026 - 06 - 01 _ 0415 . csv
/// word   |number|number|number|number|word      and what stands between them
/// ```
struct FileNameScan {
  /// A date and where it was found.
  struct Date {
    enum Reading {
      case known(Day, isSpan: Bool)
      case either([FileNameDate.Order: Day], usual: FileNameDate.Order?)
      /// A day, or no day at all, which other names have to tell.
      case unproven([FileNameDate.Order: Day])
    }

    let day: Reading
    var second: Int?
  }

  private struct Token {
    let text: String
    /// Nil for a word, and for a number of more than 14 digits.
    let number: Int?
    /// What stands between the token before and this one.
    let gap: String

    var digits: Int { number == nil ? 0 : text.utf8.count }
  }

  private(set) var days: [Date] = []
  /// The orders that all three numbers of the name may be in.
  private(set) var orders: Set<FileNameDate.Order> = []
  private var tokens: [Token] = []
  private var takesShort = false

  /// Names are at most 255 bytes long; of what else comes the end is read.
  private static let limit = 400

  init(_ name: String) {
    var text = ""
    var gap = ""
    var isNumber = false
    func token() -> Token {
      Token(text: text, number: isNumber && text.utf8.count <= 14 ? Int(text) : nil, gap: gap)
    }
    for scalar in name.lowercased().unicodeScalars.suffix(FileNameScan.limit) {
      let isDigit = ("0"..."9").contains(scalar)
      if isNumber, !text.isEmpty, let sign = FileNameScan.signs[scalar] {
        tokens.append(token())
        (text, gap) = ("", String(sign))
        continue
      }
      // A combining mark belongs to its letter: й may be written as two.
      let isLetter =
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
      if isDigit || isLetter {
        if !text.isEmpty, isDigit != isNumber {
          tokens.append(token())
          (text, gap) = ("", "")
        }
        isNumber = isDigit
        text.unicodeScalars.append(scalar)
      } else {
        if !text.isEmpty {
          tokens.append(token())
          (text, gap) = ("", "")
        }
        gap.unicodeScalars.append(scalar)
      }
    }
    if !text.isEmpty { tokens.append(token()) }
    joinMonths()
  }

  /// What stands behind the numbers of East Asian dates: `2026年5月31日`.
  private static let signs: [Unicode.Scalar: Unicode.Scalar] = [
    "年": "-", "月": "-", "日": " ",
  ]

  /// Takes out the `de` beside a month: `1 de junio de 2026`.
  private mutating func joinMonths() {
    func isMonth(_ index: Int) -> Bool {
      tokens.indices.contains(index) && MonthName.month(tokens[index].text) != nil
    }
    tokens = tokens.indices.compactMap { index in
      guard tokens[index].text == "de" else { return tokens[index] }
      return isMonth(index - 1) || isMonth(index + 1) ? nil : tokens[index]
    }
  }

  /// - Parameter takesShort: whether years of two digits without points, which may be numbers of
  ///   another kind, are dates too.
  mutating func run(takesShort: Bool) {
    self.takesShort = takesShort
    var index = 0
    while index < tokens.count {
      guard let (reading, used) = date(at: index) else {
        index += 1
        continue
      }
      index += used
      var date = Date(day: reading.day, second: reading.second)
      // What could be the end of a range is no time.
      if date.second == nil, !FileNameScan.isSpan(reading.day),
        index >= tokens.count || self.date(at: index) == nil,
        let (second, length) = time(at: index)
      {
        date.second = second
        index += length
      }
      days.append(date)
    }
  }

  private static func isSpan(_ day: Date.Reading) -> Bool {
    if case .known(_, let isSpan) = day { isSpan } else { false }
  }

  // MARK: Dates

  private mutating func date(at index: Int) -> (reading: Date, used: Int)? {
    if let packed = packed(at: index) { return (packed, 1) }
    if let (day, used) = numbers(at: index) ?? named(at: index) ?? span(at: index) {
      return (Date(day: day, second: nil), used)
    }
    return nil
  }

  /// Eight digits, or more with a time behind them; six for a month, or a day of a short year.
  private mutating func packed(at index: Int) -> Date? {
    let token = tokens[index]
    guard let number = token.number else { return nil }
    switch token.digits {
    case 6:
      if (201_501...203_912).contains(number),
        let day = FileNameScan.lastDay(year: number / 100, month: number % 100)
      {
        return Date(day: .known(day, isSpan: true), second: nil)
      }
      guard takesShort else { return nil }
      // `200401` is a month as well.
      let isMonth = FileNameScan.lastDay(year: number / 100, month: number % 100) != nil
      return short(number / 10_000, number / 100 % 100, number % 100, proves: !isMonth).map {
        Date(day: $0, second: nil)
      }
    case 8:
      if let day = FileNameScan.day(number / 10_000, number / 100 % 100, number % 100) {
        return Date(day: .known(day, isSpan: false), second: nil)
      }
      // `20102015` is six years as well.
      let isYears = [number / 10_000, number % 10_000].allSatisfy(FileNameScan.years.contains)
      return either(
        number / 1_000_000, number / 10_000 % 100, number % 10_000, proves: !isYears
      ).map { Date(day: $0, second: nil) }
    case 12, 14:
      let clock = token.digits == 14 ? number % 1_000_000 : number % 10_000 * 100
      let date = token.digits == 14 ? number / 1_000_000 : number / 10_000
      guard let day = FileNameScan.day(date / 10_000, date / 100 % 100, date % 100),
        let second = FileNameScan.second(clock / 10_000, clock / 100 % 100, clock % 100)
      else { return nil }
      return Date(day: .known(day, isSpan: false), second: second)
    default: return nil
    }
  }

  /// Three numbers with one sign between them.
  private mutating func numbers(at index: Int) -> (Date.Reading, Int)? {
    guard index + 2 < tokens.count, let first = tokens[index].number,
      let second = tokens[index + 1].number, let third = tokens[index + 2].number
    else { return nil }
    // `v2.1.24` is a version.
    if index > 0, tokens[index].gap.isEmpty, tokens[index - 1].text == "v" { return nil }
    let gap = tokens[index + 1].gap
    guard gap.unicodeScalars.count == 1, gap == tokens[index + 2].gap else { return nil }
    let widths = (index..<index + 3).map { tokens[$0].digits }
    if widths[0] == 4, widths[1] <= 2, widths[2] <= 2 {
      return FileNameScan.day(first, second, third).map { (.known($0, isSpan: false), 3) }
    }
    guard widths[0] <= 2, widths[1] <= 2 else { return nil }
    if gap == ".", widths[2] == 4 || (widths[2] == 2 && widths[0] == 1) {
      let year = widths[2] == 4 ? third : 2000 + third
      return FileNameScan.day(year, second, first).map { (.known($0, isSpan: false), 3) }
    }
    if widths == [2, 2, 2] {
      guard gap == "." || takesShort else { return nil }
      return short(first, second, third, usual: gap == "." ? .dayFirst : nil).map { ($0, 3) }
    }
    guard widths[2] == 4, gap != "." else { return nil }
    return either(first, second, third).map { ($0, 3) }
  }

  /// A day and a month in an order that may be either.
  private mutating func either(
    _ first: Int, _ second: Int, _ year: Int, proves: Bool = true
  ) -> Date.Reading? {
    read(
      [
        .dayFirst: FileNameScan.day(year, second, first),
        .monthFirst: FileNameScan.day(year, first, second),
      ], proves: proves)
  }

  /// Three numbers of two digits. With points the day is first, or the year.
  private mutating func short(
    _ first: Int, _ second: Int, _ third: Int, usual: FileNameDate.Order? = nil,
    proves: Bool = true
  ) -> Date.Reading? {
    func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
      (15...39).contains(year) ? FileNameScan.day(2000 + year, month, day) : nil
    }
    return read(
      [
        .dayFirst: day(third, second, first),
        .monthFirst: usual == nil ? day(third, first, second) : nil,
        .yearFirst: day(first, second, third),
      ], usual: usual, proves: proves)
  }

  /// The day where all readings are one; else which it is, other names have to tell.
  ///
  /// - Parameter proves: whether the numbers can be nothing else than a day.
  private mutating func read(
    _ days: [FileNameDate.Order: Day?], usual: FileNameDate.Order? = nil, proves: Bool
  ) -> Date.Reading? {
    let possible = days.compactMapValues { $0 }
    guard let day = possible.values.first else { return nil }
    guard proves else { return .unproven(possible) }
    let isOneDay = possible.values.allSatisfy { $0 == day }
    if !isOneDay || possible.count < days.count {
      orders = orders.isEmpty ? Set(possible.keys) : orders.intersection(possible.keys)
    }
    return isOneDay ? .known(day, isSpan: false) : .either(possible, usual: usual)
  }

  /// `1 Jun 2026`, `Jun 1, 2026`, `2026 Jun 1`, `июнь 2026`, `2026-june`.
  private func named(at index: Int) -> (Date.Reading, Int)? {
    func number(_ offset: Int, _ widths: ClosedRange<Int>) -> Int? {
      guard index + offset < tokens.count, offset == 0 || isNear(index + offset),
        widths.contains(tokens[index + offset].digits)
      else { return nil }
      return tokens[index + offset].number
    }
    func month(_ offset: Int) -> Int? {
      guard index + offset < tokens.count, offset == 0 || isNear(index + offset) else { return nil }
      return MonthName.month(tokens[index + offset].text)
    }
    func day(_ year: Int?, _ month: Int?, _ day: Int?) -> (Date.Reading, Int)? {
      guard let year, let month, let day else { return nil }
      return FileNameScan.day(year < 100 ? 2000 + year : year, month, day).map {
        (.known($0, isSpan: false), 3)
      }
    }
    func span(_ year: Int?, _ month: Int?) -> (Date.Reading, Int)? {
      guard let year, let month else { return nil }
      return FileNameScan.lastDay(year: year, month: month).map { (.known($0, isSpan: true), 2) }
    }
    if number(1, 1...2) != nil, let last = day(number(3, 4...4), month(0), number(2, 1...2)),
      case .known(let day, _) = last.0
    {
      // `May-1-31-2026`
      return (.known(day, isSpan: true), 4)
    }
    return day(number(2, 2...4), month(1), number(0, 1...2))
      ?? day(number(2, 4...4), month(0), number(1, 1...2))
      ?? day(number(0, 4...4), month(1), number(2, 1...2))
      ?? span(number(1, 4...4), month(0)) ?? span(number(0, 4...4), month(1))
  }

  /// `2026-06`, `06.2026`, `2026-W22`, `W22-2026`, `2026-Q2`: the last of their days.
  private func span(at index: Int) -> (Date.Reading, Int)? {
    guard index + 1 < tokens.count, isNear(index + 1) else { return nil }
    let (first, second) = (tokens[index], tokens[index + 1])
    if let year = first.number, first.digits == 4 {
      if let month = second.number, second.digits == 2, !second.gap.isEmpty {
        return FileNameScan.lastDay(year: year, month: month).map { (.known($0, isSpan: true), 2) }
      }
      guard index + 2 < tokens.count, let count = tokens[index + 2].number,
        isNear(index + 2), tokens[index + 2].digits <= 2
      else { return nil }
      return period(second.text, count, year).map { ($0, 3) }
    }
    // `kassa 1 2026` and `shop-1-2026` number a till and a shop.
    if let month = first.number, let year = second.number, second.digits == 4,
      first.digits == 2 || (first.digits == 1 && second.gap == "." && !isGlued(index)),
      !second.gap.isEmpty, second.gap.contains(where: { !$0.isWhitespace })
    {
      return FileNameScan.lastDay(year: year, month: month).map { (.known($0, isSpan: true), 2) }
    }
    guard first.number == nil, let count = second.number, second.digits <= 2,
      index + 2 < tokens.count, isNear(index + 2), tokens[index + 2].digits == 4,
      let year = tokens[index + 2].number
    else { return nil }
    return period(first.text, count, year).map { ($0, 3) }
  }

  private func period(_ word: String, _ count: Int, _ year: Int) -> Date.Reading? {
    guard FileNameScan.years.contains(year) else { return nil }
    switch word {
    case "q", "кв":
      guard (1...4).contains(count) else { return nil }
      return FileNameScan.lastDay(year: year, month: count * 3).map { .known($0, isSpan: true) }
    case "w", "week", "kw", "неделя", "semaine":
      // Week 1 holds 4 January.
      guard let fourth = Day(year: year, month: 1, day: 4), (1...53).contains(count) else {
        return nil
      }
      let sunday = fourth.monday.adding(7 * (count - 1) + 6)
      return sunday.isoWeek.year == year ? .known(sunday, isSpan: true) : nil
    default: return nil
    }
  }

  // MARK: Times

  /// Hours and minutes, with or without seconds, behind a date; AM or PM behind them.
  private func time(at index: Int) -> (second: Int, used: Int)? {
    let start =
      index < tokens.count && ["t", "at", "в"].contains(tokens[index].text) ? index + 1 : index
    guard let (second, used) = clock(at: start) else { return nil }
    let end = start + used
    guard end < tokens.count, isNear(end), ["am", "pm"].contains(tokens[end].text),
      (3600..<13 * 3600).contains(second)
    else { return (second, end - index) }
    let noon = tokens[end].text == "pm" ? 43_200 : 0
    return (second % 43_200 + noon, end + 1 - index)
  }

  private func clock(at start: Int) -> (second: Int, used: Int)? {
    guard start < tokens.count, let first = tokens[start].number, isNear(start) else { return nil }
    switch tokens[start].digits {
    case 4: return FileNameScan.second(first / 100, first % 100, 0).map { ($0, 1) }
    case 6:
      return FileNameScan.second(first / 10_000, first / 100 % 100, first % 100).map { ($0, 1) }
    case 1, 2:
      guard start + 1 < tokens.count, let minute = tokens[start + 1].number, isNear(start + 1),
        tokens[start + 1].digits == 2, !tokens[start + 1].gap.isEmpty,
        // `1_20` is rather a part of twenty.
        tokens[start].digits == 2 || ".:".contains(tokens[start + 1].gap)
      else { return nil }
      if start + 2 < tokens.count, let second = tokens[start + 2].number,
        tokens[start + 2].digits == 2, isNear(start + 2),
        let whole = FileNameScan.second(first, minute, second)
      {
        return (whole, 3)
      }
      return FileNameScan.second(first, minute, 0).map { ($0, 2) }
    default: return nil
    }
  }

  // MARK: Numbers

  /// Whether little enough stands before a token for it to belong to the one before.
  private func isNear(_ index: Int) -> Bool {
    let gap = tokens[index].gap.unicodeScalars
    return gap.count <= 2 && gap.allSatisfy { " -_.,:/+\u{a0}\u{202f}".unicodeScalars.contains($0) }
  }

  /// Whether a number stands right behind a word: `kassa1`.
  private func isGlued(_ index: Int) -> Bool { index > 0 && tokens[index].gap.isEmpty }

  private static let years = 1990...2099

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    years.contains(year) ? Day(year: year, month: month, day: day) : nil
  }

  private static func lastDay(year: Int, month: Int) -> Day? {
    guard (1...12).contains(month) else { return nil }
    return day(year, month, Day.length(ofMonth: month, year: year))
  }

  private static func second(_ hour: Int, _ minute: Int, _ second: Int) -> Int? {
    hour < 24 && minute < 60 && second < 60 ? hour * 3600 + minute * 60 + second : nil
  }
}
