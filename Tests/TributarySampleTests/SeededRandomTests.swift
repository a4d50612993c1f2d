import Foundation
import Testing

@testable import TributarySample

struct SeededRandomTests {
  @Test func `a stream repeats itself, and streams and indexes differ`() {
    func numbers(_ stream: String, _ index: Int) -> [UInt64] {
      var random = SeededRandom(seed: 1, stream: stream, index: index)
      return (0..<4).map { _ in random.next() }
    }
    #expect(numbers("orders", 3) == numbers("orders", 3))
    #expect(numbers("orders", 3) != numbers("orders", 4))
    #expect(numbers("orders", 3) != numbers("visits", 3))
  }

  @Test(arguments: [0.0, 0.3, 4, 29, 75])
  func `a Poisson count has its mean as mean and variance`(mean: Double) {
    var random = SeededRandom(seed: 5, stream: "poisson")
    let counts = (0..<20_000).map { _ in Double(random.poisson(mean)) }
    let average = counts.reduce(0, +) / 20_000
    let variance = counts.reduce(0) { $0 + ($1 - average) * ($1 - average) } / 20_000
    // Five standard errors of the mean; the variance's relative error is below 8% by as many.
    #expect((average - mean).magnitude <= 5 * (mean / 20_000).squareRoot())
    #expect((variance - mean).magnitude <= 0.08 * mean)
  }

  @Test func `a position comes up as often as its weight says, never at weight zero`() {
    var random = SeededRandom(seed: 2, stream: "weights")
    var counts = [0, 0, 0]
    for _ in 0..<10_000 { counts[random.position(weights: [1, 0, 3])] += 1 }
    #expect(counts[1] == 0)
    #expect((2300...2700).contains(counts[0]))
  }

  @Test(arguments: [-30, -2.5, -0.7, 0, 0.1, 1, 2.3025850929940457, 12])
  func `e to a power agrees with the system's`(power: Double) {
    #expect((Exponential.of(power) / exp(power) - 1).magnitude < 1e-13)
  }
}
