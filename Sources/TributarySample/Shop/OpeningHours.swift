import TributaryModel

/// At which hours people visit the site, call and shop.
enum OpeningHours {
  /// Weight of each hour of the day on the site, busiest in the evening.
  static let site: [Double] = [
    12, 7, 4, 3, 2, 3, 7, 14, 24, 35, 43, 47, 49, 48, 46, 46, 48, 51, 55, 60, 66, 64, 48, 27,
  ]
  /// Weight of each hour by telephone, with a few callers before and after hours.
  static let telephone: [Double] = [
    0, 0, 0, 0, 0, 0, 0, 1, 3, 20, 30, 34, 33, 30, 29, 28, 29, 30, 28, 22, 12, 3, 1, 0,
  ]
  /// Weight of each hour in the store and in the shop's mailbox.
  static let store: [Double] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 14, 18, 20, 20, 21, 24, 28, 30, 26, 12, 0, 0, 0,
  ]

  /// That time, or the next morning of a working day when the office is closed.
  static func office(after time: LocalTime) -> LocalTime {
    var day = time.day
    if time.hour >= 19 { day = day.adding(1) }
    while day.weekday > 5 { day = day.adding(1) }
    guard day != time.day || time.hour < 9 else { return time }
    return LocalTime(day, second: 9 * 3600 + time.seconds % 7200)
  }

  static func moment(on day: Day, _ hours: [Double], _ random: inout SeededRandom) -> LocalTime {
    let hour = random.position(weights: hours)
    return LocalTime(day, second: hour * 3600 + random.below(3600))
  }
}
