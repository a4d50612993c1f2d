import Testing
import TributaryModel

@testable import TributaryAnalysis

struct SourceQualityFilesTests {
  let asOf = Day(number: 20_771)

  @Test func `files are added up and refusals listed`() {
    var good = FileCounts()
    good.read = 10
    good.loaded = 9
    good.rejected = 1
    var bad = FileCounts()
    bad.read = 5
    bad.rejected = 5
    let quality = SourceQuality.summing(
      .orders,
      files: [
        SourceQuality.LedgerFile(
          path: "b.csv", counts: bad, refusal: "no date column", dataTo: nil),
        SourceQuality.LedgerFile(
          path: "a.csv", counts: good, refusal: nil, dataTo: asOf.adding(-2)),
      ],
      rejections: [
        SourceQuality.RejectionGroup(reason: .badMoney, count: 2, example: "b.csv:3", message: "m"),
        SourceQuality.RejectionGroup(reason: .badDate, count: 4, example: "b.csv:1", message: "d"),
      ],
      recordsByDay: [asOf.adding(-2): 9, asOf.adding(3): 1], asOf: asOf)
    #expect(quality.counts.read == 15 && quality.counts.loaded == 9 && quality.counts.reconciles)
    #expect(quality.files == 2)
    #expect(quality.refused == [.init(path: "b.csv", message: "no date column")])
    #expect(quality.rejections.map(\.count) == [4, 2])
    #expect(quality.dataTo == asOf.adding(-2))
    #expect(quality.isMissing == false)
  }

  @Test func `a source without files is missing and covers nothing`() {
    let quality = SourceQuality.summing(
      .spend, files: [], rejections: [], recordsByDay: [:], asOf: asOf)
    #expect(quality.isMissing)
    #expect(quality.dataTo == nil)
    #expect(quality.coverage == Array(repeating: .missing, count: 14))
    let timeless = SourceQuality.summing(
      .products, files: [], rejections: [], recordsByDay: nil, asOf: asOf)
    #expect(timeless.coverage.isEmpty)
  }

  /// 100 a day, closed on Sundays; 14 November 2026 is a Saturday. Yesterday has 10 of a usual
  /// 100, the Wednesday before nothing.
  @Test func `a thin day is a part, an empty one is missing, a closed one is full`() {
    var records: [Day: Int] = [:]
    for day in DayRange(last: asOf, count: 90).days where day.weekday != 7 { records[day] = 100 }
    records[asOf.adding(-1)] = 10
    records[asOf.adding(-3)] = nil
    let coverage = SourceQuality.coverage(records, asOf: asOf)
    var expected = [SourceQuality.Coverage](repeating: .full, count: 14)
    expected[12] = .part
    expected[10] = .missing
    #expect(coverage == expected)
  }

  @Test func `small counts are never called a part`() {
    var records: [Day: Int] = [:]
    for day in DayRange(last: asOf, count: 90).days { records[day] = 6 }
    records[asOf] = 1
    #expect(SourceQuality.coverage(records, asOf: asOf).last == .full)
  }

  @Test func `totals by day miss the first day without any, events do not`() {
    var records: [Day: Int] = [:]
    for day in DayRange(last: asOf, count: 40).days where day != asOf { records[day] = 1 }
    #expect(SourceQuality.coverage(records, asOf: asOf).last == .full)
    #expect(SourceQuality.coverage(records, asOf: asOf, isByDay: true).last == .missing)
    let sparse = records.filter { $0.key.number % 7 < 5 }
    #expect(SourceQuality.coverage(sparse, asOf: asOf, isByDay: true).last == .full)
  }

  /// One record a week, on Mondays: an empty fortnight misses two where six would be alarming. Two
  /// a day: three empty days miss six.
  @Test func `a rare record is not missed until six would have come`() {
    var weekly: [Day: Int] = [:]
    for day in DayRange(last: asOf, count: 90).days where day.weekday == 1 { weekly[day] = 1 }
    let recent = DayRange(last: asOf, count: 14)
    let quiet = weekly.filter { !recent.contains($0.key) }
    #expect(
      SourceQuality.coverage(quiet, asOf: asOf) == Array(repeating: .full, count: 14))
    let rare = SourceQuality.summing(
      .letters, files: [], rejections: [], recordsByDay: quiet, asOf: asOf)
    #expect(rare.dataTo == asOf)
    var daily: [Day: Int] = [:]
    for day in DayRange(last: asOf, count: 90).days { daily[day] = 2 }
    for back in 0..<3 { daily[asOf.adding(-back)] = 0 }
    let late = SourceQuality.summing(
      .calls, files: [], rejections: [], recordsByDay: daily, asOf: asOf)
    #expect(late.coverage.suffix(4) == [.full, .missing, .missing, .missing])
    #expect(late.dataTo == asOf.adding(-3))
  }
}
