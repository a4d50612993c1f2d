import Testing

@testable import TributaryReports

@Suite struct ScaleTests {
  @Test func `a straight scale`() {
    let scale = Scale(0, 200)
    #expect(scale.position(50) == 0.25)
    #expect(scale.position(200) == 1)
    #expect(scale.clamped(-3) == 0)
  }

  @Test func `a logarithmic scale puts equal ratios at equal distances`() {
    let scale = Scale(1, 100, isLogarithmic: true)
    #expect(abs(scale.position(10) - 0.5) < 1e-12)
    #expect(scale.ticks() == [1, 2, 5, 10, 20, 50, 100])
  }

  @Test(
    arguments: [
      (0.7, 1), (1.0, 1), (1.2, 2), (2.1, 2.5), (3, 5), (6, 10), (30, 50), (240, 250),
    ])
  func `steps are 1, 2, 2.5 and 5 by powers of ten`(raw: Double, step: Double) {
    #expect(Scale.roundStep(raw) == step)
  }

  @Test(
    arguments: [
      (96, [0, 25, 50, 75, 100]), (1_440, [0, 500, 1_000, 1_500]), (3, [0, 1, 2, 3]),
    ] as [(Double, [Double])])
  func `an axis from zero`(largest: Double, ticks: [Double]) {
    let axis = Scale.fromZero(to: largest)
    #expect(axis.ticks == ticks)
    #expect(axis.scale.domain == 0...ticks[ticks.count - 1])
  }

  @Test func `an axis of nothing still stands`() {
    #expect(Scale.fromZero(to: 0).scale.position(0) == 0)
  }

  @Test func `a scale of one value has room`() {
    #expect(Scale(5, 5).position(5) == 0)
    #expect(Scale(0, 0, isLogarithmic: true).position(1).isFinite)
  }

  @Test func `a frame turns y around`() {
    let frame = Frame(left: 40, top: 20, right: 240, bottom: 120, x: Scale(0, 10), y: Scale(0, 4))
    #expect(frame.x(5) == 140)
    #expect(frame.y(0) == 120 && frame.y(4) == 20 && frame.y(1) == 95)
  }
}
