import Testing
import TributaryAnalysis
import TributaryModel

struct OrderAnswersCountsTests {
  let window = DayRange(last: Day(number: 20_771), count: 28)

  func answers(groups: [OrderGroup] = [], moves: [StatusMove] = []) -> OrderAnswers {
    OrderAnswers.counting(
      orders: 30, revenue: 900, groups: groups, moves: moves, lost: ["cancelled", "unclaimed"],
      waiting: [
        StatusFlow.Waiting(status: "new", orders: 4, money: 100, oldestDays: 2),
        StatusFlow.Waiting(status: "packed", orders: 1, money: 700, oldestDays: 9),
      ], window: window)
  }

  @Test func `groups become breakdowns, most orders first`() throws {
    let answers = answers(groups: [
      OrderGroup(dimension: .method, name: "site", orders: 20, revenue: 600, cancelled: 5),
      OrderGroup(dimension: .method, name: "phone", orders: 8, revenue: 200, cancelled: 0),
      OrderGroup(dimension: .method, name: "", orders: 2, revenue: 100, cancelled: 0),
      OrderGroup(dimension: .status, name: "new", orders: 30, revenue: 900, cancelled: 0),
    ])
    #expect(answers.breakdowns.map(\.dimension) == [.method, .status])
    let method = try #require(answers.breakdowns.first)
    #expect(method.rows.map(\.name) == ["site", "phone", ""])
    #expect(method.rows[0].cancelledShare?.value == 0.25)
    #expect(answers.breakdowns[1].rows[0].cancelledShare == nil)
  }

  /// By hand: 12 entered "packed" (10 from new, 2 from the start), 3 were cancelled from it.
  @Test func `cancellations are shares of those who entered the status`() throws {
    let flow = answers(moves: [
      StatusMove(from: "", to: "new", orders: 20, medianHours: nil),
      StatusMove(from: "new", to: "packed", orders: 10, medianHours: 5),
      StatusMove(from: "", to: "packed", orders: 2, medianHours: nil),
      StatusMove(from: "packed", to: "cancelled", orders: 2, medianHours: 30),
      StatusMove(from: "packed", to: "unclaimed", orders: 1, medianHours: 200),
      StatusMove(from: "new", to: "cancelled", orders: 4, medianHours: 1),
      StatusMove(from: "cancelled", to: "unclaimed", orders: 1, medianHours: 1),
    ]).statuses
    #expect(flow.cancellations.map(\.status) == ["new", "packed"])
    let packed = try #require(flow.cancellations.last)
    #expect(packed.entered == 12 && packed.cancelled == 3 && packed.share.value == 0.25)
    #expect(flow.transitions.first?.to == "new")
    #expect(flow.waiting.map(\.status) == ["packed", "new"])
  }

  @Test func `no orders give no breakdowns`() {
    let answers = answers()
    #expect(answers.breakdowns.isEmpty)
    #expect(answers.statuses.cancellations.isEmpty)
  }
}
