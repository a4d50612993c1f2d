import Testing
import TributaryAnalysis
import TributaryModel

struct FunnelCountsTests {
  let window = DayRange(last: Day(number: 20_771), count: 28)

  /// By hand: of 100 placed orders 60 are paid and 20 open, so 60 of 80; of 60 paid 45 are
  /// delivered and 10 open, so 45 of 50.
  @Test func `open orders are neither reached nor lost`() throws {
    let funnel = Funnel.purchase(
      sessions: [
        FunnelCount(.visit, reached: 1000), FunnelCount(.product, reached: 600),
        FunnelCount(.cart, reached: 150), FunnelCount(.checkout, reached: 90),
        FunnelCount(.order, reached: 70),
      ],
      placed: 100,
      orders: [
        FunnelCount(.paid, reached: 60, open: 20), FunnelCount(.delivered, reached: 45, open: 10),
      ], window: window)
    #expect(funnel.steps.map(\.count) == [1000, 600, 150, 90, 70, 60, 45])
    #expect(funnel.steps.map(\.lost) == [0, 400, 450, 60, 20, 20, 5])
    #expect(funnel.steps.map(\.open) == [0, 0, 0, 0, 0, 20, 10])
    #expect(funnel.steps[0].rate == nil)
    let paid = try #require(funnel.steps[5].rate)
    #expect(paid.value == 0.75)
    // scipy 1.17: binomtest(60, 80).proportion_ci(0.9, 'wilson').
    #expect(paid.interval.map { abs($0.lower - 0.6630780967554301) < 1e-10 } == true)
    #expect(funnel.steps[6].rate?.value == 0.9)
  }

  private static func counted(_ passages: [FunnelPassage]) -> [FunnelCount] {
    FunnelCount.counting(passages, steps: Funnel.sessionSteps)
  }

  /// By hand: 100 visits, 80 see a product, 70 of them the cart, 40 the checkout, 20 order; 10 more
  /// order in one click from the product and 5 from the cart.
  @Test func `who orders in one click has not passed the checkout`() {
    let counts = Self.counted([
      FunnelPassage(.visit, skipping: [], sessions: 100),
      FunnelPassage(.product, skipping: [], sessions: 80),
      FunnelPassage(.cart, skipping: [], sessions: 70),
      FunnelPassage(.checkout, skipping: [], sessions: 40),
      FunnelPassage(.order, skipping: [], sessions: 20),
      FunnelPassage(.order, skipping: [.cart, .checkout], sessions: 10),
      FunnelPassage(.order, skipping: [.checkout], sessions: 5),
    ])
    let funnel = Funnel.purchase(sessions: counts, placed: 0, orders: [], window: window)
    #expect(funnel.steps.map(\.count) == [100, 80, 70, 40, 20])
    #expect(funnel.steps.map(\.lost) == [0, 20, 10, 30, 20])
    #expect(funnel.steps[4].rate?.value == 0.5)
    #expect(funnel.steps[4].around == 15)
    #expect(funnel.steps[4].reached == 35)
  }

  /// By hand: the cart is a layer over the page, so no visit shows it; 30 of 80 reach the checkout
  /// and 12 of 30 order. Who orders without a checkout came around all the same.
  @Test func `a step that the log does not show is passed by all`() {
    let counts = Self.counted([
      FunnelPassage(.visit, skipping: [], sessions: 100),
      FunnelPassage(.product, skipping: [], sessions: 80),
      FunnelPassage(.cart, skipping: [], sessions: 0),
      FunnelPassage(.checkout, skipping: [.cart], sessions: 30),
      FunnelPassage(.order, skipping: [.cart], sessions: 12),
      FunnelPassage(.order, skipping: [.cart, .checkout], sessions: 3),
    ])
    let funnel = Funnel.purchase(sessions: counts, placed: 0, orders: [], window: window)
    #expect(funnel.unseen == [.cart])
    #expect(funnel.steps.map(\.count) == [100, 80, 0, 30, 12])
    #expect(funnel.steps.map(\.lost) == [0, 20, 0, 50, 18])
    #expect(funnel.steps.map { $0.rate?.value } == [nil, 0.8, nil, 0.375, 0.4])
    #expect(funnel.steps[4].around == 3)
  }

  /// By hand: 8 of 50 visits begin in the cart, from a letter, and 6 of them order.
  @Test func `a visit that begins in the cart passes no step after the first`() {
    let counts = Self.counted([
      FunnelPassage(.visit, skipping: [], sessions: 50),
      FunnelPassage(.product, skipping: [], sessions: 20),
      FunnelPassage(.cart, skipping: [], sessions: 10),
      FunnelPassage(.cart, skipping: [.product], sessions: 8),
      FunnelPassage(.checkout, skipping: [], sessions: 4),
      FunnelPassage(.checkout, skipping: [.product], sessions: 7),
      FunnelPassage(.order, skipping: [], sessions: 2),
      FunnelPassage(.order, skipping: [.product], sessions: 6),
    ])
    #expect(counts.map(\.reached) == [50, 20, 10, 4, 2])
    #expect(counts.map(\.around) == [0, 0, 8, 7, 6])
  }

  @Test func `an empty funnel has no rates`() {
    let funnel = Funnel.letter(
      [
        FunnelCount(.letter, reached: 0), FunnelCount(.invoice, reached: 0, open: 3),
        FunnelCount(.invoicePaid, reached: 0),
      ], window: window)
    #expect(funnel.name == .letter)
    #expect(funnel.steps.allSatisfy { $0.rate == nil && $0.lost == 0 && $0.open == 0 })
    #expect(Funnel.letter([], window: window).steps.isEmpty)
  }

  @Test func `a step that more reach than the one before keeps its share at one`() {
    let funnel = Funnel.letter(
      [FunnelCount(.letter, reached: 3), FunnelCount(.invoice, reached: 5)], window: window)
    #expect(funnel.steps[1].rate?.value == 1)
    #expect(funnel.steps[1].lost == 0)
  }
}
