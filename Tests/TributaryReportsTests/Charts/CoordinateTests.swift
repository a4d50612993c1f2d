import Testing

@testable import TributaryReports

@Suite struct CoordinateTests {
  @Test(
    arguments: [
      (0.0, "0"), (1, "1"), (1.25, "1.3"), (-0.04, "0"), (-2.5, "-2.5"), (719.96, "720"),
      (Double.nan, "0"), (Double.infinity, "0"), (1e300, "0"),
    ])
  func `a coordinate has one decimal at most and is always a number`(value: Double, text: String) {
    #expect(Coordinate.text(value) == text)
  }
}
