import Foundation
import Testing

@testable import TributaryAnalysis

struct SeededStreamTests {
  /// The first numbers of the seed 1234567, as Rosetta Code's "Pseudo-random numbers/Splitmix64"
  /// lists them.
  @Test func `the numbers are those of SplitMix64`() {
    var stream = SeededStream(seed: 1_234_567)
    let numbers = (0..<3).map { _ in stream.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  /// 100,000 draws: the mean is within five standard errors, the variance within five of its own.
  @Test(arguments: [0.3, 2, 9.5, 10, 35, 5000] as [Double])
  func `Poisson counts have the mean and variance of their law`(mean: Double) {
    var stream = SeededStream(seed: 8)
    let count = 100_000.0
    let draws = (0..<100_000).map { _ in stream.poisson(mean) }
    let average = draws.reduce(0, +) / count
    let variance = draws.reduce(0) { $0 + ($1 - average) * ($1 - average) } / count
    #expect(abs(average - mean) < 5 * (mean / count).squareRoot())
    // Of a Poisson law the variance of (x - mean)^2 is mean + 2 mean^2.
    #expect(abs(variance - mean) < 5 * ((mean + 2 * mean * mean) / count).squareRoot())
    #expect(draws.allSatisfy { $0 >= 0 && $0 == $0.rounded() })
  }

  /// e^-m m^k / k! for each count k, by multiplication; five standard errors of 200,000 draws.
  @Test(arguments: [3, 12] as [Double])
  func `each count comes as often as its law says`(mean: Double) {
    var stream = SeededStream(seed: 21)
    var seen = [Double](repeating: 0, count: 60)
    for _ in 0..<200_000 { seen[min(59, Int(stream.poisson(mean)))] += 1 / 200_000 }
    var probability = exp(-mean)
    for count in 0..<30 {
      let error = (probability * (1 - probability) / 200_000).squareRoot()
      #expect(abs(seen[count] - probability) < 5 * error + 1e-5, "\(count)")
      probability *= mean / Double(count + 1)
    }
  }

  @Test func `nothing is drawn of nothing`() {
    var stream = SeededStream(seed: 3)
    let drawn = [stream.poisson(0), stream.poisson(-1)]
    #expect(drawn == [0, 0])
  }
}
