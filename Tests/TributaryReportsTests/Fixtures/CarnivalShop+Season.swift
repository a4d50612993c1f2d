import Foundation
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

extension CarnivalShop {
  /// Multiple of an ordinary day: Halloween at ten, New Year at fourteen.
  static func shape(_ day: Day) -> Double {
    var value = 1.0
    for year in (day.year - 1)...(day.year + 1) {
      for (month, top, size) in [(10, 30, 9.0), (12, 26, 13.0)] {
        guard let top = Day(year: year, month: month, day: top) else { continue }
        let distance = Double(day.days(since: top))
        if (-30...0).contains(distance) {
          value = max(value, 1 + size * pow(1 + distance / 30, 4))
        } else if (0...6).contains(distance) {
          value = max(value, 1 + size * pow(1 - distance / 6, 2))
        }
      }
    }
    return value
  }

  static let weekdays = [1.02, 0.96, 0.95, 0.99, 1.10, 1.06, 0.92]

  static func expected(_ day: Day) -> Double {
    42 * shape(day) * weekdays[day.weekday - 1]
  }

  var season: SeasonalCurve {
    let asOf = CarnivalShop.asOf
    let days = DayRange(last: asOf, count: 650).days.map { day in
      let wave = 1 + 0.09 * sin(Double(day.number) * 1.7) + 0.05 * cos(Double(day.number) * 0.41)
      let isShort = day == asOf.adding(-15) || day == asOf.adding(-16)
      let growth = day > asOf.adding(-364) ? 1.0 : 0.86
      let isMissing = day.number % 211 == 0
      return SeasonalCurve.DemandDay(
        day: day,
        actual: isMissing
          ? nil : (CarnivalShop.expected(day) * wave * growth * (isShort ? 0.8 : 1)).rounded(),
        expected: CarnivalShop.expected(day) * growth, isCensored: isShort)
    }
    return SeasonalCurve(
      base: 42, weeks: (1...53).map(week), days: days, peaks: peaks,
      next: SeasonalCurve.NextPeak(
        name: spell(russian("New Year", "Новый год")), start: asOf.adding(17),
        top: asOf.adding(42), end: asOf.adding(49), multiple: estimate(14, 11.9, 16.5),
        daysToStart: 17, daysToTop: 42, expectedTop: estimate(632, 524, 763)),
      yearOverYear: [
        SeasonalCurve.YearOverYear(to: asOf, ratio: estimate(1.16, 1.09, 1.24))
      ], weekdays: CarnivalShop.weekdays, years: 1.8)
  }

  private var peaks: [SeasonalCurve.Peak] {
    func peak(
      _ name: String?, _ start: String, _ top: String, _ end: String, _ multiple: Estimate,
      _ total: Double
    ) -> SeasonalCurve.Peak? {
      guard let start = Day(start), let top = Day(top), let end = Day(end) else { return nil }
      return SeasonalCurve.Peak(
        name: name.map(spell), start: start, top: top, curveTop: top, end: end,
        multiple: multiple, total: total)
    }
    let halloween = russian("Halloween", "Хэллоуин")
    let newYear = russian("New Year", "Новый год")
    return [
      peak(halloween, "2025-10-08", "2025-10-30", "2025-11-02", estimate(9.6, 8.3, 11.1), 3610),
      peak(newYear, "2025-12-01", "2025-12-26", "2026-01-02", estimate(14, 11.9, 16.5), 6890),
      peak(nil, "2026-05-20", "2026-05-26", "2026-05-30", estimate(1.7, 1.4, 2.1), 640),
      peak(halloween, "2026-10-08", "2026-10-30", "2026-11-02", estimate(10, 8.8, 11.4), 4020),
    ].compactMap { $0 }
  }

  private func week(_ number: Int) -> SeasonalCurve.WeekIndex {
    let monday = Day(number: 20_451 + (number - 1) * 7)
    let mean = (0..<7).reduce(0) { $0 + CarnivalShop.shape(monday.adding($1)) } / 7
    let width = 0.06 + 0.06 * log(mean)
    return SeasonalCurve.WeekIndex(
      week: number,
      index: estimate(100 * mean, 100 * mean * exp(-1.645 * width), 100 * mean * exp(1.645 * width))
    )
  }
}
