import Testing
import TributaryAnalysis
import TributaryModel

struct TopListRankingTests {
  let window = DayRange(last: Day(number: 20_771), count: 28)

  @Test func `labels are summed and ranked by the list's measure`() {
    let list = TopList.ranking(
      .landingPages,
      entries: [
        TopEntry(label: "/b", volume: 30, money: 900, conversions: 1),
        TopEntry(label: "/a", volume: 20, money: 100, conversions: 2),
        TopEntry(label: "/a", volume: 25, money: 100, conversions: 1),
        TopEntry(label: "/c", volume: 30, money: 0, conversions: 0),
      ], window: window)
    #expect(list.rows.map(\.label) == ["/a", "/b", "/c"])
    #expect(list.rows[0].volume == 45 && list.rows[0].conversions == 3)
    #expect(list.rows[0].money == 200)
    // 4 orders of 105 visits.
    #expect(list.rate == 4.0 / 105)
  }

  /// 120 rows: 20 dear ones of 50 clicks and 5 conversions, 100 of 100 clicks and none.
  @Test func `the rate of all is that of every row, however many`() {
    let dear = (0..<20).map {
      TopEntry(label: "dear \($0)", volume: 50, money: 100, conversions: 5)
    }
    let cheap = (0..<100).map {
      TopEntry(label: "cheap \($0)", volume: 100, money: 10, conversions: 0)
    }
    let list = TopList.ranking(.searchQueries, entries: dear + cheap, window: window)
    #expect(list.rows.count == 120)
    #expect(list.rate == 100.0 / 11_000)
  }

  /// 1 of 2 is not 50%: the list converts 2% and lends the thin page its rate.
  @Test func `a thin row is pulled to the list and has a wide range`() throws {
    let list = TopList.ranking(
      .landingPages,
      entries: [
        TopEntry(label: "/big", volume: 5000, money: 0, conversions: 100),
        TopEntry(label: "/mid", volume: 900, money: 0, conversions: 20),
        TopEntry(label: "/thin", volume: 2, money: 0, conversions: 1),
      ], window: window)
    let big = try #require(list.rows[0].rate)
    let thin = try #require(list.rows[2].rate)
    #expect(abs(big.value - 0.02) < 0.001)
    #expect(thin.value < 0.2)
    let wide = try #require(thin.interval)
    let narrow = try #require(big.interval)
    #expect(wide.upper / wide.lower > 2 * narrow.upper / narrow.lower)
  }

  @Test func `categories have margin and no rate`() {
    let list = TopList.ranking(
      .categories,
      entries: [
        TopEntry(label: "masks", volume: 3, money: 500, margin: 200),
        TopEntry(label: "hats", volume: 9, money: 700, margin: 100),
      ], window: window)
    #expect(list.rows.map(\.label) == ["hats", "masks"])
    #expect(list.rows.allSatisfy { $0.rate == nil && $0.conversions == nil })
    #expect(list.rows[1].margin == 200)
    #expect(TopList.ranking(.categories, entries: [], window: window).rows.isEmpty)
  }
}
