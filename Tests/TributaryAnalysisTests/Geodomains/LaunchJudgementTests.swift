import Foundation
import Testing
import TributaryModel

@testable import TributaryAnalysis

struct LaunchJudgementTests {
  /// Mondays.
  static let first = Day(number: 20_402).monday
  static let launch = first.adding(7 * 30)

  /// Twelve cities with a common season; the first opens in week 30 and gains `lift`.
  func weeks(seed: UInt64, lift: Double, count: Int = 45) -> [GeodomainWeeks] {
    var counts = SeededCounts(seed: seed)
    return (0..<12).map { city in
      let volume = 20.0 + Double(city * 5)
      var orders: [Day: Int] = [:]
      for week in 0..<count {
        let season = 1 + 0.3 * sin(Double(week) / 8)
        let gain = city == 0 && week >= 30 ? 1 + lift : 1
        orders[Self.first.adding(7 * week)] = counts.poisson(volume * season * gain)
      }
      return GeodomainWeeks(
        domain: "c\(city).shop", city: "c\(city)", launchedOn: city == 0 ? Self.launch : nil,
        orders: orders)
    }
  }

  @Test func `a planted gain of three fifths is seen, and nine in ten ranges hold it`() throws {
    let uplifts = try (1...12).map { seed in
      let launches = LaunchJudgement(weeks: weeks(seed: UInt64(seed), lift: 0.6)).launches
      #expect(launches.count == 1)
      return try #require(launches.first?.uplift)
    }
    let mean = uplifts.reduce(0) { $0 + $1.value } / Double(uplifts.count)
    #expect(abs(mean - 0.6) < 0.12)
    #expect(uplifts.count { $0.interval?.contains(0.6) == true } >= 9)
    #expect(uplifts.count { $0.interval.map { $0.lower > 0 } == true } >= 9)
  }

  /// Of 12 series without a gain, at 90% about one may be called one.
  @Test func `no gain is called none`() throws {
    let wrong = try (1...12).count { seed in
      let launch = LaunchJudgement(weeks: weeks(seed: UInt64(seed), lift: 0)).launches.first
      return try #require(launch?.uplift?.interval).contains(0) == false
    }
    #expect(wrong <= 3)
  }

  /// With 1.96 deviations at 95% and 1.645 at 90%. Of .05: -7.9% to +8.6%; of .06: -9.4% to +10.4%.
  @Test(arguments: [
    (0.2, 0.10, LaunchVerdict.more), (0.2, 0.11, .cannotTell), (-0.2, 0.10, .fewer),
    (-0.2, 0.11, .cannotTell), (0, 0.05, .noEffect), (0, 0.06, .cannotTell), (0, 0.4, .cannotTell),
    (0.04, 0.01, .more), (0.03, 0.03, .noEffect), (0.06, 0.035, .cannotTell),
  ])
  func `a wide range is no proof of nothing`(
    value: Double, deviation: Double, verdict: LaunchVerdict
  ) {
    let effect = LaunchJudgement.Effect(value: value, deviation: deviation, freedom: 1e6)
    #expect(effect.verdict == verdict)
  }

  /// Months without any order in any city, on both sides: what is known judges as before.
  @Test func `weeks whose orders are missing are on neither side`() throws {
    let all = weeks(seed: 3, lift: 0.6)
    let gaps = [
      DayRange(first: Self.first.adding(7 * 12 + 3), last: Self.first.adding(7 * 20 + 2)),
      DayRange(first: Self.first.adding(7 * 34), last: Self.first.adding(7 * 38 - 1)),
    ]
    let missing = Set((12...20).map { $0 } + (34...37))
    let torn = all.map { city in
      let known = city.orders.filter { !missing.contains($0.key.days(since: Self.first) / 7) }
      return GeodomainWeeks(
        domain: city.domain, city: city.city, launchedOn: city.launchedOn, orders: known)
    }
    let launch = try #require(LaunchJudgement(weeks: torn, gaps: gaps).launches.first)
    let kept = Set(4..<45).subtracting(missing)
    let orders = all[0].orders
    func sum(_ weeks: Set<Int>) -> Int {
      weeks.reduce(0) { $0 + (orders[Self.first.adding(7 * $1)] ?? 0) }
    }
    #expect(launch.ordersBefore == sum(kept.filter { $0 < 30 }))
    #expect(launch.ordersAfter == sum(kept.filter { $0 >= 30 }))
    #expect(launch.verdict == .more)
    let whole = try #require(LaunchJudgement(weeks: all).launches.first?.uplift)
    #expect(abs(try #require(launch.uplift).value - whole.value) < 0.1)
  }

  @Test func `orders are counted in whole weeks on each side`() throws {
    let all = weeks(seed: 1, lift: 0)
    let launch = try #require(LaunchJudgement(weeks: all).launches.first)
    let orders = all[0].orders
    let before = (4..<30).reduce(0) { $0 + (orders[Self.first.adding(7 * $1)] ?? 0) }
    let after = (30..<45).reduce(0) { $0 + (orders[Self.first.adding(7 * $1)] ?? 0) }
    #expect(launch.ordersBefore == before)
    #expect(launch.ordersAfter == after)
  }

  @Test func `too few weeks or cities give no uplift`() throws {
    let short = try #require(
      LaunchJudgement(weeks: weeks(seed: 1, lift: 1, count: 31)).launches.first)
    #expect(short.uplift == nil)
    let few = LaunchJudgement(weeks: Array(weeks(seed: 1, lift: 1).prefix(3))).launches.first
    #expect(few?.uplift == nil)
    #expect(LaunchJudgement(weeks: []).launches.isEmpty)
  }
}
