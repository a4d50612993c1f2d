import TributaryModel

/// Days of the year around which demand has a shape of its own, each with the rule that dates it.
enum MovingHolidays: String, CaseIterable {
  case newYear, valentine, womensDay, easter, halloween, thanksgiving, christmas

  /// Its day in a year of the Gregorian calendar.
  func date(in year: Int) -> Day? {
    switch self {
    case .newYear: Day(year: year, month: 1, day: 1)
    case .valentine: Day(year: year, month: 2, day: 14)
    case .womensDay: Day(year: year, month: 3, day: 8)
    case .easter: MovingHolidays.easter(in: year)
    case .halloween: Day(year: year, month: 10, day: 31)
    case .thanksgiving: MovingHolidays.fourthThursdayOfNovember(in: year)
    case .christmas: Day(year: year, month: 12, day: 25)
    }
  }

  /// All of them over the years that a series and its future touch.
  static func events(in years: ClosedRange<Int>) -> [SeasonalEvent] {
    allCases.map { holiday in
      SeasonalEvent(name: holiday.rawValue, dates: years.compactMap(holiday.date(in:)))
    }
  }

  /// The Sunday of Easter of the western churches.
  ///
  /// Source: "Nature", 20 April 1876, in J. Meeus, "Astronomical Algorithms", 8.
  static func easter(in year: Int) -> Day? {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (b - (b + 8) / 25 + 1) / 3
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let sum = h + l - 7 * m + 114
    return Day(year: year, month: sum / 31, day: sum % 31 + 1)
  }

  private static func fourthThursdayOfNovember(in year: Int) -> Day? {
    guard let first = Day(year: year, month: 11, day: 1) else { return nil }
    return first.adding((4 - first.weekday + 7) % 7 + 21)
  }
}
