import TributaryModel

/// How much the shop is wanted on a day, as a multiple of an ordinary day.
///
/// ```
///  1400 |                        ^ New Year, top 26-29 December
///  1000 |          ^ Halloween, top 30-31 October
///   100 |__________/ \__________/ \_________ 23 Feb, 8 Mar, last bell: small hills
/// ```
struct DemandCurve {
  let asOf: Day

  static let halloweenPeak = 10.0
  static let newYearPeak = 14.0
  /// Monday to Sunday; the mean is 1.
  static let weekdays = [1.02, 0.96, 0.95, 0.99, 1.10, 1.06, 0.92]
  static let promotionFactor = 1.5
  private static let logOfTen = 2.302585092994046
  private static let logOfFourteen = 2.6390573296152584
  /// The natural logarithm of 1.12.
  private static let logOfGrowth = 0.11332868530700318

  /// Season, weekday, growth and promotions together; 1 on an ordinary day at as-of.
  func multiple(_ day: Day) -> Double {
    season(day) * DemandCurve.weekdays[day.weekday - 1] * growth(day)
      * (DemandCurve.isPromotion(day) ? DemandCurve.promotionFactor : 1)
  }

  /// The planted base-100 index divided by 100.
  func season(_ day: Day) -> Double {
    var highest = 1.0
    for year in (day.year - 1)...(day.year + 1) {
      highest = max(highest, halloween(day, year), newYear(day, year), hills(day, year))
    }
    return highest * summer(day)
  }

  /// 1 at as-of, less before.
  func growth(_ day: Day) -> Double {
    Exponential.of(DemandCurve.logOfGrowth * Double(day.days(since: asOf)) / 365)
  }

  /// The spring sale, 17 to 19 April of each year.
  static func isPromotion(_ day: Day) -> Bool {
    day.month == 4 && (17...19).contains(day.dayOfMonth)
  }

  private func halloween(_ day: Day, _ year: Int) -> Double {
    let away = distance(from: day, year, 10, 30)
    switch away {
    case -30...1:
      let near = 1 - Double(max(0, -away)) / 30
      let power = near * near.squareRoot() * near.squareRoot().squareRoot()
      return Exponential.of(DemandCurve.logOfTen * power)
    case 2..<6:
      let left = 1 - Double(away - 1) / 5
      return 1 + (DemandCurve.halloweenPeak - 1) * left * left
    default: return 1
    }
  }

  private func newYear(_ day: Day, _ year: Int) -> Double {
    let away = distance(from: day, year, 12, 26)
    switch away {
    case -31...3:
      let near = 1 - Double(max(0, -away)) / 31
      return Exponential.of(DemandCurve.logOfFourteen * near * near.squareRoot())
    case 4..<12:
      let left = 1 - Double(away - 3) / 9
      return 1 + (DemandCurve.newYearPeak - 1) * left * left
    default: return 1
    }
  }

  private func hills(_ day: Day, _ year: Int) -> Double {
    let tops = [(2, 21, 0.18, 8.0), (3, 7, 0.34, 9.0), (5, 26, 0.42, 10.0)]
    return tops.reduce(1.0) { highest, top in
      let away = Double(distance(from: day, year, top.0, top.1)) / top.3
      guard away.magnitude < 5 else { return highest }
      return max(highest, 1 + top.2 * Exponential.of(-away * away))
    }
  }

  private func summer(_ day: Day) -> Double {
    let away = Double(distance(from: day, day.year, 7, 20)) / 30
    return away.magnitude < 5 ? 1 - 0.10 * Exponential.of(-away * away) : 1
  }

  private func distance(from day: Day, _ year: Int, _ month: Int, _ dayOfMonth: Int) -> Int {
    Day(year: year, month: month, day: dayOfMonth).map { day.days(since: $0) } ?? Int.max / 2
  }
}
