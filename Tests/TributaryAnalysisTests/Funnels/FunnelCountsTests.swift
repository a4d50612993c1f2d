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
