import Foundation
import TributaryAnalysis
import TributaryModel

/// A daily series whose truth is known: base 8, weekday pattern, growth of 12% a year, a peak of
/// 10 on 30 October and one of 14 on 27 December.
struct PlantedDemand {
  let range: DayRange
  var base = 8.0
  var hasPeaks = true
  /// How far a small hill around 26 May rises above 1.
  var hill = 0.0
  static let weekdays = [1.02, 0.96, 0.95, 0.99, 1.10, 1.06, 0.92]

  func mean(_ day: Day) -> Double {
    let growth = pow(1.12, Double(day.days(since: range.last)) / 365.25)
    let away = Double(day.dayOfYear - 146) / 10
    return base * growth * (1 + hill * exp(-away * away)) * PlantedDemand.weekdays[day.weekday - 1]
      * (hasPeaks ? PlantedDemand.multiple(day) : 1)
  }

  func history(seed: UInt64) -> DemandHistory {
    var counts = SeededCounts(seed: seed)
    var values: [Day: Double] = [:]
    for day in range.days { values[day] = Double(counts.poisson(mean(day))) }
    return DemandHistory(values: values)
  }

  static func multiple(_ day: Day) -> Double {
    let years = [day.year - 1, day.year, day.year + 1]
    return years.map { year in
      max(
        shape(day, Day(year: year, month: 10, day: 30), rise: 25, power: 2, fall: 5, height: 10),
        shape(day, Day(year: year, month: 12, day: 27), rise: 28, power: 1.5, fall: 9, height: 14))
    }.max() ?? 1
  }

  private static func shape(
    _ day: Day, _ top: Day?, rise: Double, power: Double, fall: Double, height: Double
  ) -> Double {
    guard let top else { return 1 }
    let away = Double(day.days(since: top))
    let near = away <= 0 ? pow(max(0, 1 + away / rise), power) : pow(max(0, 1 - away / fall), 2)
    return 1 + (height - 1) * near
  }
}
