import Testing

@testable import TributaryAnalysis

/// Expected numbers: scipy 1.17, `special.betainc` and `betaincinv`.
struct BetaFunctionTests {
  @Test(arguments: [
    (0.5, 0.5, 0.3, 0.36901011956554536), (2, 3, 0.4, 0.5248), (8, 392, 0.03, 0.9124918775538238),
    (50, 60, 0.5, 0.8309072939016693), (1, 500, 0.001, 0.39362105513881496),
    (3000, 7000, 0.305, 0.8622660680416169),
  ])
  func `the lower share agrees with scipy`(a: Double, b: Double, x: Double, expected: Double) {
    #expect(isClose(BetaFunction.lower(a, b, x), expected, 1e-10))
  }

  @Test(arguments: [
    (0.5, 0.5, 0.1, 0.024471741852423214), (2, 3, 0.5, 0.3857275681323895),
    (8, 392, 0.05, 0.010015047170836537), (8, 392, 0.95, 0.032699092586979284),
    (0.3, 20, 0.05, 1.6339526221938139e-06), (3000, 7000, 0.975, 0.309018871398796),
  ])
  func `the inverse agrees with scipy`(a: Double, b: Double, share: Double, expected: Double) {
    #expect(isClose(BetaFunction.inverseLower(a, b, share), expected, 1e-9))
  }
}
