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
