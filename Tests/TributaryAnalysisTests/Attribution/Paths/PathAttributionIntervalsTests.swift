import Testing
import TributaryModel

@testable import TributaryAnalysis

struct PathAttributionIntervalsTests {
  /// The 5 % and 95 % points of a Poisson law of mean 100 are 84 and 117 (scipy.stats.poisson.ppf);
  /// with 4,000 replicates the quantiles drawn lie within one count of them.
  @Test(arguments: [PathModel(.linear), .markov(order: 1), .markov(order: 2)])
  func `one path's range is that of a Poisson count`(model: PathModel) throws {
    var table = PathTable()
    table.add(path: ["a"], conversions: 100, value: 500, margin: 50, nulls: 900)
    let range = try #require(
      PathAttribution(table).intervals(by: model, replicates: 4000, seed: 5).first)
    #expect(abs(range.conversions.lower - 84) <= 1)
    #expect(abs(range.conversions.upper - 117) <= 1)
    #expect(abs(range.value.lower - range.conversions.lower * 5) < 1e-6)
    #expect(abs(range.margin.upper - range.conversions.upper / 2) < 1e-6)
  }

  @Test func `a seed gives its ranges, a wider level wider ones`() {
    let attribution = PathAttribution(ReferencePaths.table)
    let model = PathModel.markov(order: 2)
    let ranges = attribution.intervals(by: model, replicates: 60, seed: 1)
    #expect(ranges == attribution.intervals(by: model, replicates: 60, seed: 1))
    #expect(ranges != attribution.intervals(by: model, replicates: 60, seed: 2))
    let wider = attribution.intervals(by: model, replicates: 60, seed: 1, level: 0.98)
    #expect(ranges.map(\.name) == ReferencePaths.names)
    for (narrow, wide) in zip(ranges, wider) {
      #expect(wide.conversions.lower < narrow.conversions.lower)
      #expect(wide.conversions.upper > narrow.conversions.upper)
    }
    for (range, credit) in zip(ranges, attribution.credit(by: model)) {
      #expect(range.conversions.contains(credit.conversions))
      #expect(range.value.contains(credit.value))
    }
  }
}
