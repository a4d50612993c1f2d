import Testing
import TributaryModel

@testable import TributaryAnalysis

struct PathRangesTests {
  /// The 5 % and 95 % points of a Poisson law of mean 100 are 84 and 117 (scipy.stats.poisson.ppf);
  /// with 4,000 replicates the quantiles drawn lie within one count of them.
  @Test(arguments: [PathModel(.linear), .markov(order: 1), .markov(order: 2)])
  func `one path's range is that of a Poisson count`(model: PathModel) throws {
    var table = PathTable()
    table.add(path: ["a"], conversions: 100, value: 500, margin: 50, nulls: 900)
    let credit = try #require(
      PathAttribution(table).credit(by: model, ranges: PathRanges(replicates: 4000, seed: 5)).first)
    let conversions = try #require(credit.conversions.interval)
    #expect(abs(conversions.lower - 84) <= 1)
    #expect(abs(conversions.upper - 117) <= 1)
    #expect(abs(try #require(credit.value.interval).lower - conversions.lower * 5) < 1e-6)
    #expect(abs(try #require(credit.margin.interval).upper - conversions.upper / 2) < 1e-6)
  }

  @Test func `a seed gives its ranges, a wider level wider ones`() throws {
    func credit(seed: UInt64, level: Double = 0.9) -> [PathCredit] {
      PathAttribution(ReferencePaths.table).credit(
        by: .markov(order: 2), ranges: PathRanges(replicates: 60, seed: seed, level: level))
    }
    let credits = credit(seed: 1)
    #expect(credits == credit(seed: 1))
    #expect(credits != credit(seed: 2))
    #expect(credits.map(\.dimension) == ReferencePaths.names)
    for (narrow, wide) in zip(credits, credit(seed: 1, level: 0.98)) {
      let narrowRange = try #require(narrow.conversions.interval)
      let wideRange = try #require(wide.conversions.interval)
      #expect(wideRange.lower < narrowRange.lower)
      #expect(wideRange.upper > narrowRange.upper)
      #expect(narrowRange.contains(narrow.conversions.value))
      #expect(try #require(narrow.value.interval).contains(narrow.value.value))
    }
  }

  @Test func `ranges come only where they are asked for`() {
    let credits = PathAttribution(ReferencePaths.table).credit(by: .markov(order: 2))
    #expect(credits.allSatisfy { $0.conversions.interval == nil && $0.value.interval == nil })
  }
}
