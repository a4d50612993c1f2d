import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct OrdersPageTests {
  private static let window = DayRange(last: CarnivalShop.asOf, count: 28)

  private static func row(
    _ name: String, _ orders: Int, _ cancelled: Int, reach: Double = 0.02
  ) -> OrderBreakdown.Row {
    let share = Double(cancelled) / Double(orders)
    return OrderBreakdown.Row(
      name: name, orders: orders, revenue: Int64(orders) * 100_000, cancelled: cancelled,
      cancelledShare: Estimate(share, Interval(lower: share - reach, upper: share + reach)))
  }

  private static func contrast(other: String?, untold: String?) -> OrderBreakdown.Contrast {
    OrderBreakdown.Contrast(
      rows: [row("a", 100, 20), row("d", 100, 15)], others: Estimate(0.1), other: other,
      untold: untold)
  }

  private static func move(_ from: String, _ to: String, _ orders: Int, _ hours: Double? = 5)
    -> StatusFlow.Transition
  {
    StatusFlow.Transition(from: from, to: to, orders: orders, medianHours: hours)
  }

  private static func leak(_ status: String, _ cancelled: Int) -> StatusFlow.CancellationSource {
    StatusFlow.CancellationSource(
      status: status, entered: 100, cancelled: cancelled,
      share: Estimate(Double(cancelled) / 100, Interval(lower: 0.1, upper: 0.3)))
  }

  private static func answers(
    orders: Int = 200, methods: [OrderBreakdown.Row] = [],
    moves: [StatusFlow.Transition] = [], leaks: [StatusFlow.CancellationSource] = [],
    waiting: [StatusFlow.Waiting] = []
  ) -> OrderAnswers {
    OrderAnswers(
      window: window, orders: orders, revenue: Int64(orders) * 100_000,
      breakdowns: methods.isEmpty ? [] : [OrderBreakdown(dimension: .method, rows: methods)],
      statuses: StatusFlow(transitions: moves, cancellations: leaks, waiting: waiting))
  }

  private static func page(_ answers: OrderAnswers) -> Page {
    OrdersPage(PageContext(CarnivalShop(.english).report.replacing(orders: answers))).page
  }

  @Test func `without orders the page says what to load`() {
    let page = Self.page(Self.answers(orders: 0))
    #expect(page.answer == "No orders in these days; load the files of orders.")
    #expect(page.sections.map(\.claim) == ["No order was placed in these days."])
    #expect(page.sections[0].blocks.contains { $0.isMissing })
  }

  @Test func `a way of ordering that loses more is the answer`() {
    let page = Self.page(
      Self.answers(methods: [Self.row("cart", 100, 5), Self.row("one click", 100, 15)]))
    #expect(page.answer == "Look at “one click”: 15% of its orders are cancelled, 5% of “cart”.")
    #expect(
      page.sections[2].claim
        == "“one click” loses more than “cart”: 15.0% (13.0% to 17.0%) cancelled, 5% of “cart”.")
  }

  @Test(arguments: [
    (
      [row("cart", 100, 10, reach: 0.05), row("form", 100, 10, reach: 0.05)],
      "“cart” takes 50% of orders; cancellations do not differ beyond chance."
    ),
    (
      [row("cart", 100, 5), row("form", 100, 15, reach: 0.2)],
      "“cart” loses fewer than “form”: 5.0% (3.0% to 7.0%) cancelled, 15% of “form”."
    ),
    (
      [
        row("cart", 300, 54, reach: 0.03), row("retail", 240, 0, reach: 0.01),
        row("phone", 120, 32, reach: 0.06),
      ],
      "“phone” and “cart” lose more than “retail”: 26.7% (20.7% to 32.7%) and "
        + "18.0% (15.0% to 21.0%) cancelled, 0% of “retail”."
    ),
    (
      [
        row("cart", 300, 60, reach: 0.03), row("form", 300, 15, reach: 0.02),
        row("phone", 200, 10, reach: 0.02), row("fax", 2, 1, reach: 0.4),
      ],
      "“cart” loses more than the rest: 20.0% (17.0% to 23.0%) cancelled, 5% of the rest; "
        + "“fax” has too few orders to tell."
    ),
    (
      [
        row("cart", 600, 60, reach: 0.02), row("form", 200, 20, reach: 0.03),
        row("shop", 200, 4, reach: 0.01),
      ],
      "“cart” loses more than the rest: 10.0% (8.0% to 12.0%) cancelled, 6% of the rest; "
        + "“form” has too few orders to tell."
    ),
    ([row("cart", 100, 5)], "All 100\u{A0}orders are “cart”."),
    ([row("", 100, 5)], "Orders by way of ordering: the orders do not say."),
    ([], "Orders by way of ordering: the orders do not say."),
  ])
  func `a breakdown says what the ranges allow`(rows: [OrderBreakdown.Row], claim: String) {
    #expect(Self.page(Self.answers(methods: rows)).sections[2].claim == claim)
  }

  @Test(arguments: [
    (
      [StatusFlow.Transition](), [StatusFlow.CancellationSource](),
      "Where cancellations come from cannot be told without order statuses."
    ),
    ([move("new", "paid", 90)], [], "No order was cancelled from a status."),
    (
      [move("new", "cancelled", 4)], [leak("new", 4)],
      "Too few cancellations to name a status: 4."
    ),
    (
      [move("new", "cancelled", 20)], [leak("new", 20), leak("paid", 10)],
      "20 of 30 cancellations of the year come from “new”, which loses 20% (10% to 30%)."
    ),
    (
      [move("new", "cancelled", 10)], [leak("new", 10), leak("paid", 9), leak("sent", 8)],
      "Cancellations come from several statuses; “new” has the most, 10 of 27."
    ),
  ])
  func `the status that cancellations come from is named when it holds most of them`(
    moves: [StatusFlow.Transition], leaks: [StatusFlow.CancellationSource], claim: String
  ) {
    #expect(Self.page(Self.answers(moves: moves, leaks: leaks)).sections[1].claim == claim)
  }

  @Test func `the status that most cancellations come from is the answer`() {
    let answers = Self.answers(
      methods: [Self.row("cart", 100, 5), Self.row("one click", 100, 15)],
      moves: [Self.move("new", "cancelled", 20)], leaks: [Self.leak("new", 20)])
    #expect(
      Self.page(answers).answer
        == """
        “new” gives the most cancellations, 20 of 20: it loses 20% of the orders that enter it.
        """)
  }

  @Test func `without a status that stands out the way of ordering is the answer`() {
    let answers = Self.answers(
      methods: [Self.row("cart", 100, 5), Self.row("one click", 100, 15)],
      moves: [Self.move("new", "cancelled", 10)],
      leaks: [Self.leak("new", 10), Self.leak("paid", 9), Self.leak("sent", 8)])
    #expect(
      Self.page(answers).answer
        == "Look at “one click”: 15% of its orders are cancelled, 5% of “cart”."
    )
  }

  /// 9 of 25 are under half; 0.25 to 0.45 lies above 0.05 to 0.15, but not above 0.05 to 0.3.
  @Test(arguments: [(0.15, "stock"), (0.3, nil)])
  func `a status under half stands out when its range lies above all others`(
    upper: Double, status: String?
  ) {
    func source(_ name: String, _ cancelled: Int, _ range: Interval)
      -> StatusFlow.CancellationSource
    {
      StatusFlow.CancellationSource(
        status: name, entered: 100, cancelled: cancelled, share: Estimate(range.lower, range))
    }
    let answers = Self.answers(
      moves: [Self.move("stock", "cancelled", 9)],
      leaks: [
        source("stock", 9, Interval(lower: 0.25, upper: 0.45)),
        source("sent", 8, Interval(lower: 0.05, upper: upper)),
        source("new", 8, Interval(lower: 0.05, upper: 0.1)),
      ])
    #expect(OrderContrast(answers).leak.status == status)
  }

  @Test func `a quiet month is said with its size`() {
    let rows = [Self.row("cart", 100, 10, reach: 0.05), Self.row("form", 100, 10, reach: 0.05)]
    #expect(
      Self.page(Self.answers(methods: rows)).answer
        == "200\u{A0}orders for ₽200k, 10% cancelled, and no way of ordering stands out.")
    #expect(Self.page(Self.answers()).answer == "200\u{A0}orders for ₽200k.")
  }

  @Test(arguments: [
    (
      [StatusFlow.Transition](), "How orders move cannot be told without order statuses."
    ),
    ([move("new", "paid", 3)], "No status has enough moves to say how long orders stay in it."),
    (
      [
        move("new", "paid", 30, 20), move("paid", "sent", 30, 72),
        move("sent", "returned", 30, 900),
      ],
      "Orders stay longest in “paid”: 3\u{A0}days at the median before “sent”."
    ),
  ])
  func `the slowest status is named, losses aside`(moves: [StatusFlow.Transition], claim: String) {
    #expect(Self.page(Self.answers(moves: moves)).sections[6].claim == claim)
  }

  @Test func `the flow draws no circle and leaves out what is small`() {
    let flow = StatusFlow(
      transitions: [
        Self.move("", "new", 100, nil), Self.move("new", "paid", 90), Self.move("paid", "new", 5),
        Self.move("new", "cancelled", 8), Self.move("new", "lost", 1),
      ], cancellations: [], waiting: [])
    let chart = StatusFlowChart(flow, marked: "new", words: .english)
    #expect(chart.flows.map(\.to) == ["paid", "cancelled"])
    #expect(chart.flows.map(\.isMarked) == [false, true])
    #expect(chart.draw(720).marks.rendered.contains("new 100"))
  }

  @Test func `the work list is shown but written once`() {
    let waiting = StatusFlow.Waiting(status: "new", orders: 3, money: 300_000, oldestDays: 9)
    let page = Self.page(Self.answers(waiting: [waiting]))
    #expect(page.sections[0].claim == "₽3,000 waits in 3\u{A0}orders, all in “new”.")
    #expect(!page.tables.contains { $0.file == "waiting-orders" })
    let text = page.sections[0].markup(.english).rendered
    #expect(text.contains(#"href="waiting-orders.csv""#))
  }

  @Test(arguments: [
    OrderContrast.Answer.empty, .losesMore(.method, contrast(other: nil, untold: nil)),
    .losesMore(.channel, contrast(other: "b", untold: nil)),
    .losesMore(.payment, contrast(other: "", untold: "c")),
    .leaks(status: "a", cancelled: 1, of: 2, share: 0.2),
    .plain(orders: 1, revenue: 1, cancelled: 0.1),
    .plain(orders: 1, revenue: 1, cancelled: nil),
  ])
  func `every answer is said in both languages`(answer: OrderContrast.Answer) {
    #expect(speaksBoth { $0.answer(answer) })
  }

  @Test(arguments: OrderBreakdown.Dimension.allCases)
  func `every claim is said in both languages`(dimension: OrderBreakdown.Dimension) {
    let contrast = Self.contrast(other: nil, untold: "c")
    let claims: [OrderContrast.Claim] = [
      .unknown, .single(name: "a", orders: 2), .losesMore(contrast), .losesFewer(contrast),
      .alike(first: "a", share: 0.5),
      .counts(first: "a", orders: 1, all: 2),
    ]
    for claim in claims { #expect(speaksBoth { $0.claim(claim, of: dimension) }) }
  }
}
