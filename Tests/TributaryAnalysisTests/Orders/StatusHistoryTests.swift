import Testing
import TributaryAnalysis
import TributaryModel

struct StatusHistoryTests {
  /// Hours after the start of 1 November 2026 (UTC).
  func change(_ order: String, _ hour: Int64, _ status: String) -> StatusChange {
    StatusChange(
      orderID: order,
      at: Instant(milliseconds: 20_758 * 86_400_000).adding(seconds: hour * 3600), status: status)
  }

  var history: StatusHistory {
    StatusHistory([
      change("b", 10, "packed"), change("a", 0, "new"), change("a", 4, "packed"),
      change("b", 0, "new"), change("c", 1, "new"), change("a", 30, "delivered"),
      change("c", 3, "new"), change("c", 31, "packed"),
    ])
  }

  /// By hand: a waited 4 hours as new, b 10, c 30 (from the first of two): median 10.
  @Test func `moves are counted with the median of the hours before them`() {
    #expect(
      history.moves == [
        StatusMove(from: "", to: "new", orders: 3, medianHours: nil),
        StatusMove(from: "new", to: "packed", orders: 3, medianHours: 10),
        StatusMove(from: "packed", to: "delivered", orders: 1, medianHours: 26),
      ])
  }

  /// b is packed since 1 November, c since the 2nd; a has ended.
  @Test func `orders that have not ended wait with their money`() {
    let waiting = history.waiting(
      lost: ["delivered"], money: ["a": 5, "b": 100, "c": 40], asOf: Day(number: 20_762),
      zone: .utc)
    #expect(
      waiting == [StatusFlow.Waiting(status: "packed", orders: 2, money: 140, oldestDays: 4)])
  }

  @Test func `no changes give no moves`() {
    let empty = StatusHistory([])
    #expect(empty.moves.isEmpty)
    #expect(empty.waiting(lost: [], money: [:], asOf: Day(number: 1), zone: .utc).isEmpty)
  }
}
