import Testing
import TributaryModel

@testable import TributaryReports

@Suite struct DrawingTests {
  @Test func `bars start at zero and are in proportion`() {
    let chart = BarChart(items: [
      BarChart.Item(label: "a", value: 10, text: "10"),
      BarChart.Item(label: "b", value: 5, text: "5"),
    ])
    // Labels: bold 6.996 + 14 = 21; values: two digits bold 14.755 + 8; plot 720 − 21 − 22.8 = 676.2.
    let marks = chart.draw(720).marks.rendered
    #expect(marks.contains(#"x="21" y="8" width="676.2" height="17""#))
    #expect(marks.contains(#"x="21" y="34" width="338.1" height="17""#))
  }

  @Test func `a line breaks at a gap`() throws {
    let first = try #require(Day("2026-01-01"))
    let chart = LineChart(
      days: DayRange(first: first, last: first.adding(5)),
      series: [LineChart.Series(kind: .now, first: first, values: [1, 2, nil, 4, 5, 6])],
      words: Words(.english, currency: .rub))
    let marks = chart.draw(720).marks.rendered
    #expect(marks.components(separatedBy: #"<polyline class="L""#).count == 3)
  }

  @Test func `runs leave out what is not known`() {
    let runs = Runs.of([nil, 1, 2, nil, nil, 3, .nan])
    #expect(runs.map { $0.map(\.index) } == [[1, 2], [5]])
  }

  @Test func `thinning keeps the highest and the lowest point`() {
    let points = (0..<1_000).map { (x: Double($0), y: $0 == 377 ? 99.0 : $0 == 612 ? -9 : 1) }
    let kept = Thinning.keepExtremes(points, most: 100)
    #expect(kept.count <= 100)
    #expect(kept.contains { $0.y == 99 } && kept.contains { $0.y == -9 })
  }

  @Test func `months are cut to the days`() throws {
    let first = try #require(Day("2025-12-20"))
    let last = try #require(Day("2026-02-03"))
    let months = Drawing.months(of: DayRange(first: first, last: last))
    #expect(months.map(\.count) == [12, 31, 3])
  }

  @Test func `steps of the calendar double`() {
    #expect(HeatCalendar.cuts(ordinary: 42) == [30, 60, 120, 240, 480])
    #expect(HeatCalendar.cuts(ordinary: 0) == [1, 2, 4, 8, 16])
  }

  @Test func `both drawings of an empty chart stand`() {
    let words = Words(.russian, currency: .rub)
    for width in [Figure.wide, Figure.narrow] {
      #expect(BarChart(items: []).draw(width).height > 0)
      #expect(FunnelChart(steps: []).draw(width).height > 0)
      #expect(
        HeatCalendar(cells: [], tops: [], unit: "", words: words).draw(width).height > 0)
      #expect(CampaignScatter(points: [], words: words).draw(width).height > 0)
      let dots = DotChart(items: [], reference: nil, referenceLabel: "") { String($0) }
      #expect(dots.draw(width).height > 0)
    }
  }
}
