import Testing
import TributaryModel

@testable import TributaryAnalysis

struct RecordGapsTests {
  /// Monday 6 June 2022.
  static let first = Day(number: 19_149)

  /// A shop that sells `orders(day)` on each of that many days.
  static func shop(_ days: Int, _ orders: (Int) -> Double) -> [Day: Double] {
    Dictionary(uniqueKeysWithValues: (0..<days).map { (first.adding($0), orders($0)) })
  }

  static func found(_ counts: [Day: Double], explained: Set<Day> = []) -> [ClosedRange<Int>] {
    RecordGaps.finding(in: counts, explained: explained).map {
      $0.first.days(since: first)...$0.last.days(since: first)
    }
  }

  @Test(arguments: [
    (600, [200...213]), (600, [10...200]), (600, [300...450]), (1096, [640...792]),
    (1096, [200...240, 700...720]), (120, [50...80]),
    // The same months of two years of three.
    (1096, [364...500, 728...864]),
  ])
  func `weeks without any order in a shop of daily orders are missing`(
    days: Int, gaps: [ClosedRange<Int>]
  ) {
    for size in [1.0, 8, 400] {
      let counts = Self.shop(days) { day in gaps.contains { $0.contains(day) } ? 0 : size }
      #expect(Self.found(counts) == gaps)
    }
  }

  @Test func `an order every third day makes months without one missing`() {
    let counts = Self.shop(900) { $0 % 3 == 0 && !(401..<550).contains($0) ? 1 : 0 }
    #expect(Self.found(counts) == [400...551])
  }

  @Test func `a stray order inside does not make the rest of a gap zeros`() {
    let counts = Self.shop(800) { (300...420).contains($0) && $0 != 350 ? 0 : 9 }
    #expect(Self.found(counts) == [300...349, 351...420])
  }

  @Test func `two gaps with a few days between them are both missing`() {
    let counts = Self.shop(900) { day in
      (300...360).contains(day) || (371...430).contains(day) ? 0 : 9
    }
    #expect(Self.found(counts) == [300...360, 371...430])
  }

  @Test func `a shop that grew from an order a month misses what it misses today`() {
    let counts = Self.shop(1000) { day in
      if (800...850).contains(day) { return 0 }
      return day < 500 ? (day % 30 == 0 ? 1 : 0) : 12
    }
    #expect(Self.found(counts) == [800...850])
  }

  @Test func `one absurd day hides no gap`() {
    let counts = Self.shop(700) { day in
      (300...360).contains(day) ? 0 : day == 290 ? 50_000 : 6
    }
    #expect(Self.found(counts) == [300...360])
  }

  @Test(arguments: [1, 3, 7, 13])
  func `up to thirteen empty days are zeros`(length: Int) {
    let counts = Self.shop(600) { (300..<(300 + length)).contains($0) ? 0 : 8 }
    #expect(Self.found(counts).isEmpty)
  }

  @Test func `closed weekends are no gaps`() {
    let counts = Self.shop(700) { $0 % 7 > 4 ? 0 : 5 }
    #expect(Self.found(counts).isEmpty)
  }

  /// 120 days of each year, and the rest is rest.
  @Test func `a shop that sells in one season rests in the others`() {
    let counts = Self.shop(1200) { $0 % 364 < 120 ? 20 : 0 }
    #expect(Self.found(counts).isEmpty)
  }

  @Test(arguments: [15, 30, 61, 90])
  func `a shop of an order now and then has no gap`(step: Int) {
    let counts = Self.shop(1500) { $0 % step == 0 ? 1 : 0 }
    #expect(Self.found(counts).isEmpty)
  }

  @Test(arguments: [14, 30, 45])
  func `a shop of an order a fortnight may be silent for long`(length: Int) {
    let counts = Self.shop(900) { day in
      day % 14 == 0 && !(400..<(400 + length)).contains(day) ? 1 : 0
    }
    #expect(Self.found(counts).isEmpty)
  }

  @Test func `closed days stay zeros, and the rest of the gap is missing`() {
    let counts = Self.shop(600) { (300...400).contains($0) ? 0 : 8 }
    let all = Set((300...400).map { Self.first.adding($0) })
    #expect(Self.found(counts, explained: all).isEmpty)
    let some = Set((320...330).map { Self.first.adding($0) })
    #expect(Self.found(counts, explained: some) == [300...319, 331...400])
  }

  @Test func `days that no file reaches are missing where a zero is unlikely`() {
    func found(_ length: Int, covered: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
      let counts = Self.shop(400) { (200..<(200 + length)).contains($0) ? 0 : 8 }
      let spans = covered.map {
        DayRange(first: Self.first.adding($0.lowerBound), last: Self.first.adding($0.upperBound))
      }
      return RecordGaps.finding(in: counts, covered: spans).map {
        $0.first.days(since: Self.first)...$0.last.days(since: Self.first)
      }
    }
    #expect(found(5, covered: [0...199, 205...399]) == [200...204])
    #expect(found(5, covered: [0...399]) == [])
    #expect(found(5, covered: []) == [])
    // The day may have been one without orders, for which a shop of daily files has no file.
    #expect(found(1, covered: [0...199, 201...399]) == [])
  }

  @Test func `nothing recorded has no gaps`() {
    #expect(RecordGaps.finding(in: [:]).isEmpty)
    #expect(RecordGaps.finding(in: [Self.first: 3]).isEmpty)
    #expect(RecordGaps.finding(in: [Self.first: 3, Self.first.adding(90): 2]).isEmpty)
  }

  @Test func `between days with orders the others sold nothing, the missing ones are unknown`() {
    var orders = Self.shop(600) { (300...400).contains($0) || $0 == 100 ? 0 : 8 }
    orders[Self.first.adding(-30)] = 0
    let history = DemandHistory(orders: orders)
    #expect(history.gaps.map(\.count) == [101])
    #expect(history.values.count == 499)
    #expect(history.values[Self.first.adding(100)] == 0)
    #expect(history.values[Self.first.adding(350)] == nil)
    #expect(history.values[Self.first.adding(-30)] == nil)
  }
}
