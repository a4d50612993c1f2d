import TributaryModel

/// A wall-clock time of the shop, which stands in Moscow: three hours east of UTC all year.
struct LocalTime: Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00 on the shop's clock.
  let seconds: Int

  init(seconds: Int) {
    self.seconds = seconds
  }

  init(_ day: Day, second: Int) {
    seconds = day.number * 86_400 + second
  }

  var day: Day { Day(number: seconds / 86_400) }
  var secondOfDay: Int { seconds % 86_400 }
  var hour: Int { secondOfDay / 3600 }

  func adding(_ seconds: Int) -> LocalTime { LocalTime(seconds: self.seconds + seconds) }
  func adding(hours: Int) -> LocalTime { adding(hours * 3600) }

  static func < (left: LocalTime, right: LocalTime) -> Bool { left.seconds < right.seconds }

  /// ISO 8601 with offset: `2026-05-03T10:15:00+03:00`.
  var iso: String { "\(day)T\(clock)+03:00" }

  /// `10:15:00`.
  var clock: String {
    let second = secondOfDay
    return LocalTime.twoDigits(second / 3600) + ":" + LocalTime.twoDigits(second / 60 % 60) + ":"
      + LocalTime.twoDigits(second % 60)
  }

  static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
