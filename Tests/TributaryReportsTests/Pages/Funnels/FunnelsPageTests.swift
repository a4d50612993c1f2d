import Testing
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct FunnelsPageTests {
  private static let window = DayRange(last: CarnivalShop.asOf, count: 28)

  /// Steps as name, reached, still open; rates without ranges.
  private static func funnel(
    _ name: Funnel.Name, _ steps: [(Funnel.StepName, Int, Int)]
  ) -> Funnel {
    Funnel(
      name: name, window: window,
      steps: steps.indices.map { index in
        let (step, count, open) = steps[index]
        guard index > 0 else {
          return Funnel.Step(name: step, count: count, open: 0, rate: nil, lost: 0)
        }
        let decided = max(steps[index - 1].1 - open, count)
        return Funnel.Step(
          name: step, count: count, open: open,
          rate: decided > 0 ? Estimate(Double(count) / Double(decided)) : nil,
          lost: decided - count)
      })
  }

  private static func page(_ funnels: [Funnel]) -> Page {
    FunnelsPage(PageContext(CarnivalShop(.english).report.replacing(funnels: funnels))).page
  }

  private static let letters = funnel(
    .letter, [(.letter, 40, 0), (.invoice, 10, 0), (.invoicePaid, 8, 0)])

  @Test func `without funnels the page says what to load`() {
    let page = Self.page([])
    #expect(page.answer == "No way to an order can be seen yet; load the site log and orders.")
    #expect(
      page.sections.map(\.claim)
        == ["Where buyers leave is not known.", "What becomes of letters is not known."])
    #expect(page.sections.allSatisfy { $0.blocks.contains { $0.isMissing } })
  }

  @Test func `the largest loss after the cart is named, not the larger one of browsing`() {
    // 800 leave before the cart; 120 of 200 carts never reach the checkout.
    let page = Self.page([
      Self.funnel(
        .purchase, [(.visit, 1000, 0), (.cart, 200, 0), (.checkout, 80, 0), (.order, 60, 0)])
    ])
    #expect(page.answer == "Look first between cart and checkout: 120 buyers are lost there.")
    #expect(
      page.sections[0].claim
        == "60 of 1,000 visits order (6.00%); of those with a cart, most are lost between cart and "
        + "checkout: 120.")
  }

  @Test func `a loss that is the largest of all needs no restriction`() {
    // 150 leave before the cart, 750 of 850 carts never order.
    let page = Self.page([
      Self.funnel(.purchase, [(.visit, 1000, 0), (.cart, 850, 0), (.order, 100, 0)])
    ])
    #expect(
      page.sections[0].claim
        == "100 of 1,000 visits order (10%); most are lost between cart and order: 750.")
  }

  @Test func `without a cart the claim speaks of those past the step before`() {
    // 700 never see a product, 240 of 300 that do never order, of 60 checkouts 10 are lost.
    let page = Self.page([
      Self.funnel(
        .purchase,
        [(.visit, 1000, 0), (.product, 300, 0), (.checkout, 60, 0), (.order, 50, 0)])
    ])
    #expect(
      page.sections[0].claim
        == "50 of 1,000 visits order (5.00%); of those past product page, most are lost between "
        + "product page and checkout: 240.")
  }

  /// 20 order step by step, 15 around: 35 of 400 visits order, 20 of 40 are lost after the checkout.
  @Test func `who orders around the steps counts as ordered and in no step`() throws {
    let steps = [
      FunnelCount(.visit, reached: 400), FunnelCount(.product, reached: 300),
      FunnelCount(.cart, reached: 55), FunnelCount(.checkout, reached: 40),
      FunnelCount(.order, reached: 20, around: 15),
    ]
    let funnel = Funnel.purchase(sessions: steps, placed: 0, orders: [], window: Self.window)
    let section = Self.page([funnel]).sections[0]
    #expect(
      section.claim
        == "35 of 400 visits order (8.75%); of those with a cart, most are lost between checkout "
        + "and order: 20.")
    #expect(section.markup(.english).rendered.contains("15\u{A0}visits ordered without passing"))
    let russian = FunnelsPage(
      PageContext(CarnivalShop(.russian).report.replacing(funnels: [funnel]))
    ).page.sections[0]
    #expect(russian.markup(.russian).rendered.contains("Заказали, минуя часть шагов"))
  }

  @Test func `no order at all is said only when none came around either`() {
    let around = Funnel.purchase(
      sessions: [FunnelCount(.visit, reached: 400), FunnelCount(.order, reached: 0, around: 9)],
      placed: 0, orders: [], window: Self.window)
    #expect(
      FunnelReading(around).state
        == .loses(
          FunnelReading.Loss(
            entered: 400, arrived: 9, from: .visit, to: .order, lost: 400,
            rate: .share(0, of: 400), among: nil)))
  }

  @Test func `those who may still come are not lost`() {
    // 100 ordered, 60 paid, 20 still open: 20 lost.
    let reading = FunnelReading(
      Self.funnel(.purchase, [(.visit, 100, 0), (.order, 100, 0), (.paid, 60, 20)]))
    #expect(reading.open == 20)
    guard case .loses(let loss) = reading.state else {
      Issue.record("expected a loss, found \(reading.state)")
      return
    }
    #expect(loss.lost == 20)
  }

  @Test func `only letters speak when the site has no log`() {
    let page = Self.page([Self.letters])
    #expect(page.answer == "Answer letters first: 30 are lost between letter and invoice.")
    #expect(
      page.sections[1].claim
        == "8 of 40 letters end in a paid invoice (20%); most are lost between letter and invoice: 30."
    )
  }

  @Test(arguments: [
    (
      [(Funnel.StepName.visit, 40, 0), (.order, 4, 0)],
      "Too few visits to judge the way to an order: 40.",
      "Too little data: 40 entered, about 60 more are needed."
    ),
    (
      [(Funnel.StepName.visit, 400, 0), (.order, 0, 0)],
      "None of 400\u{A0}visits ends in an order; check that order pages are in the log.",
      "None of 400\u{A0}visits ends in an order."
    ),
    (
      [(Funnel.StepName.visit, 100, 0), (.order, 100, 0)],
      "100\u{A0}orders and no loss after the cart.", "100 of 100 arrive and nobody is lost."
    ),
  ])
  func `a funnel that cannot be judged says why`(
    steps: [(Funnel.StepName, Int, Int)], answer: String, claim: String
  ) {
    let page = Self.page([Self.funnel(.purchase, steps)])
    #expect(page.answer == answer)
    #expect(page.sections[0].claim == claim)
  }

  @Test func `no paid letter is said in its own words`() {
    let page = Self.page([Self.funnel(.letter, [(.letter, 40, 0), (.invoicePaid, 0, 0)])])
    #expect(page.sections[1].claim == "None of 40\u{A0}letters ends in a paid invoice.")
  }

  @Test func `a step that the log does not show is left out of the chart and named`() {
    let funnel = Self.funnel(.purchase, [(.visit, 500, 0), (.cart, 0, 0), (.order, 50, 0)])
    let reading = FunnelReading(funnel)
    #expect(reading.unseen == [.cart])
    #expect(reading.steps.map(\.name) == [.visit, .order])
    let section = Self.page([funnel]).sections[0]
    #expect(
      section.markup(.english).rendered.contains("does not show these steps: cart"))
  }
}
