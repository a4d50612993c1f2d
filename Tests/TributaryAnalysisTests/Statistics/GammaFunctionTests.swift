import Testing

@testable import TributaryAnalysis

/// Expected numbers: scipy 1.17, `special.gammaln`, `gammainc` and `gammaincinv`.
struct GammaFunctionTests {
  @Test(arguments: [
    (0.001, 6.907178885383853), (0.5, 0.5723649429247), (1, 0), (3.7, 1.428072326665388),
    (12, 17.502307845873887), (150.5, 602.5139548705853), (1e6, 12815504.569147611),
  ])
  func `the logarithm agrees with scipy`(x: Double, expected: Double) {
    #expect(isClose(GammaFunction.logarithm(x), expected, 1e-13))
  }

  @Test(arguments: [
    (0.5, 0.2, 0.47291074313446196), (1, 1, 0.6321205588285577), (3, 7.5, 0.9797432849433356),
    (50, 40, 0.07033506665939494), (50, 60, 0.9155933189063082),
    (1000, 1010, 0.6276789447369947), (0.01, 1e-5, 0.8963367982671969),
  ])
  func `the lower share agrees with scipy`(a: Double, x: Double, expected: Double) {
    #expect(isClose(GammaFunction.lower(a, x), expected, 1e-11))
  }

  @Test(arguments: [
    (0.5, 0.05, 0.001966070000009761), (1, 0.5, 0.6931471805599455),
    (3, 0.95, 6.295793621871988), (50, 0.05, 38.96473258250863),
    (1000, 0.975, 1062.9211512248878), (0.02, 0.3, 4.0969091684241755e-27),
    (2e5, 0.9, 200573.34098175628),
  ])
  func `the inverse agrees with scipy`(a: Double, share: Double, expected: Double) {
    #expect(isClose(GammaFunction.inverseLower(a, share), expected, 1e-9))
  }

  @Test func `the ends of the range are the ends of the distribution`() {
    #expect(GammaFunction.lower(3, 0) == 0)
    #expect(GammaFunction.lower(3, .infinity) == 1)
    #expect(GammaFunction.inverseLower(3, 0) == 0)
    #expect(GammaFunction.inverseLower(3, 1) == .infinity)
  }
}

/// Whether two numbers agree to a relative error, absolute below 1.
func isClose(_ left: Double, _ right: Double, _ error: Double) -> Bool {
  abs(left - right) <= error * max(1e-300, abs(right)) || (right == 0 && abs(left) <= error)
}
