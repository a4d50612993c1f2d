import Testing
import TributaryModel

@testable import TributaryAnalysis

struct PathAttributionTests {
  /// Paths by letter, conversions, value and nulls.
  private static func table(
    _ rows: [(path: String, conversions: Double, value: Double, nulls: Double)]
  ) -> PathTable {
    var table = PathTable()
    for row in rows {
      table.add(
        path: row.path.map { String($0) }, conversions: row.conversions, value: row.value,
        margin: row.value / 2, nulls: row.nulls)
    }
    return table
  }

  private static func isNear(_ left: [Double], _ right: [Double], within part: Double) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { abs($0 - $1) <= part * max(1, abs($1)) }
  }

  private static let models: [PathModel] =
    [.init(.first), .init(.last), .init(.lastNonDirect), .init(.linear), .init(.timeDecay)]
    + [.init(.position), .init(.shapley)] + PathModel.orders.map { .markov(order: $0) }

  /// a > b with 1 conversion of 30 and 1 null, b with 1 conversion of 10.
  ///
  /// Order 1: from b a conversion follows with 2/3; without a only the paths that start at b are
  /// left, 1/3 of all: 2/9 instead of 2/3, so a's removal effect is 2/3, that of b 1. Of 2
  /// conversions a gets 2 (2/3) / (5/3) = 4/5; of a value of 40, with the same effects, 16.
  /// Order 2: the states are (a,b) and (b). Without a, 1 conversion of 2 and 10 of 40 are left:
  /// effects 1/2 and 3/4 beside 1 and 1, that is 2/3 conversions and 40 (3/4) / (7/4) = 120/7.
  @Test func `a small chain is shared as worked by hand`() {
    let attribution = PathAttribution(
      PathAttributionTests.table([("ab", 1, 30, 1), ("b", 1, 10, 0)]))
    let first = attribution.credit(by: .markov(order: 1))
    #expect(first.map(\.dimension) == ["a", "b"])
    #expect(PathAttributionTests.isNear(first.map(\.conversions.value), [0.8, 1.2], within: 1e-14))
    #expect(PathAttributionTests.isNear(first.map(\.value.value), [16, 24], within: 1e-14))
    #expect(PathAttributionTests.isNear(first.map(\.margin.value), [8, 12], within: 1e-14))
    for order in 2...4 {
      let second = attribution.credit(by: .markov(order: order))
      let conversions = second.map(\.conversions.value)
      #expect(PathAttributionTests.isNear(conversions, [2.0 / 3, 4.0 / 3], within: 1e-12))
      #expect(
        PathAttributionTests.isNear(
          second.map(\.value.value), [120.0 / 7, 160.0 / 7], within: 1e-12))
    }
  }

  /// a > b > a with 2 conversions of 60 together, b > b with 1 of 10 and 1 null, a with 1 of 5 and
  /// 2 nulls.
  ///
  /// Visits: a 7, b 6, of which 2 from b itself. M = [[7, -2], [-2, 4]], its inverse is
  /// [[4, 2], [2, 7]] / 24. Conversions end at a 3 times, at b once: lost without a
  /// (4 · 3 + 2 · 1) / 4 = 7/2, without b (2 · 3 + 7 · 1) / 7 = 13/7. Of 4 conversions a gets
  /// 4 (7/2) / (75/14) = 196/75. Value ends at a 65, at b 10: lost 70 and 200/7, of 75 a gets
  /// 75 · 70 / (690/7) = 1225/23.
  @Test func `a chain with a step to itself is shared as worked by hand`() {
    let credit = PathAttribution(
      PathAttributionTests.table([("aba", 2, 60, 0), ("bb", 1, 10, 1), ("a", 1, 5, 2)])
    ).credit(by: .markov(order: 1))
    let conversions = credit.map(\.conversions.value)
    #expect(PathAttributionTests.isNear(conversions, [196.0 / 75, 104.0 / 75], within: 1e-14))
    #expect(
      PathAttributionTests.isNear(
        credit.map(\.value.value), [1225.0 / 23, 500.0 / 23], within: 1e-14))
  }

  /// b > a, seen twice without a conversion, leads half of a's and b's visits into nulls: the
  /// visits are a 4, b 5, a > b 2 and b > a 2. M = [[4, -2], [-2, 5]], inverse [[5, 2], [2, 4]] / 16,
  /// conversions end at b twice: lost without a 4/5, without b 2. Without nulls a > b and b are left
  /// with one conversion each: lost without a 1, without b 2.
  @Test func `nulls count only when they shall`() {
    let table = PathAttributionTests.table([("ab", 1, 30, 1), ("b", 1, 10, 0), ("ba", 0, 0, 2)])
    let with = PathAttribution(table).credit(by: .markov(order: 1)).map(\.conversions.value)
    #expect(PathAttributionTests.isNear(with, [4.0 / 7, 10.0 / 7], within: 1e-14))
    let without = PathAttribution(table, countsNulls: false).credit(by: .markov(order: 1))
    let conversions = without.map(\.conversions.value)
    #expect(PathAttributionTests.isNear(conversions, [2.0 / 3, 4.0 / 3], within: 1e-14))
  }

  @Test(arguments: PathModel.orders)
  func `every order agrees with an outside program`(order: Int) {
    let credit = PathAttribution(ReferencePaths.table).credit(by: .markov(order: order))
    #expect(credit.map(\.dimension) == ReferencePaths.names)
    let expected = ReferencePaths.conversions[order - 1]
    #expect(PathAttributionTests.isNear(credit.map(\.conversions.value), expected, within: 1e-11))
    let value = ReferencePaths.value[order - 1]
    #expect(PathAttributionTests.isNear(credit.map(\.value.value), value, within: 1e-11))
    #expect(
      PathAttributionTests.isNear(credit.map(\.margin.value), value.map { $0 / 4 }, within: 1e-11))
    if order == 2 {
      let without = PathAttribution(ReferencePaths.table, countsNulls: false)
        .credit(by: .markov(order: 2)).map(\.conversions.value)
      #expect(
        PathAttributionTests.isNear(
          without, ReferencePaths.conversionsWithoutNulls, within: 1e-11))
    }
  }

  @Test(arguments: models)
  func `credit adds up to the conversions, value and margin`(model: PathModel) {
    let credit = PathAttribution(ReferencePaths.table).credit(by: model)
    let total = (63.0, 7013.87)
    let conversions = credit.reduce(0) { $0 + $1.conversions.value }
    let value = credit.reduce(0) { $0 + $1.value.value }
    let margin = credit.reduce(0) { $0 + $1.margin.value }
    #expect(abs(conversions - total.0) < 1e-9)
    #expect(abs(value - total.1) < 1e-9)
    #expect(abs(margin - total.1 / 4) < 1e-9)
  }

  /// d is direct: d > a > d. Half-lives of one step: 1/7, 2/7, 4/7; Shapley: a 1/2, d 1/2.
  @Test(
    arguments: [
      (AttributionModel.first, [3.5, 0]), (.last, [3.5, 0]), (.lastNonDirect, [0, 3.5]),
      (.linear, [7.0 / 3, 3.5 / 3]), (.timeDecay, [2.5, 1]), (.position, [2.8, 0.7]),
      (.shapley, [1.75, 1.75]),
    ] as [(AttributionModel, [Double])])
  func `a rule shares each path`(model: AttributionModel, expected: [Double]) {
    var table = PathTable()
    table.add(path: ["(Direct)", "a", "(Direct)"], conversions: 1.5, value: 30, nulls: 9)
    table.add(path: ["(Direct)", "a", "(Direct)"], conversions: 2, value: 40)
    let credit = PathAttribution(table).credit(by: PathModel(model))
    #expect(PathAttributionTests.isNear(credit.map(\.conversions.value), expected, within: 1e-14))
    #expect(
      PathAttributionTests.isNear(
        credit.map(\.value.value), expected.map { $0 * 20 }, within: 1e-14))
  }

  /// Values of 10 and -10 end at a and b: their effects cancel out, so that the conversions' shares
  /// stand in, here 1/2 each.
  @Test func `where the effects on value say nothing, conversions share it`() {
    var table = PathTable()
    table.add(path: ["a"], conversions: 1, value: 10, margin: 0)
    table.add(path: ["b"], conversions: 1, value: -4, margin: 0)
    for order in PathModel.orders {
      let credit = PathAttribution(table).credit(by: .markov(order: order))
      #expect(credit.map(\.value.value) == [3, 3])
      #expect(credit.map(\.margin.value) == [0, 0])
    }
  }

  @Test(arguments: models)
  func `without conversions there is no credit`(model: PathModel) {
    #expect(PathAttribution(PathTable()).credit(by: model).isEmpty)
    var table = PathTable(names: ["a", "b"])
    #expect(PathAttribution(table).credit(by: model).map(\.conversions.value) == [0, 0])
    table.add(steps: [1], conversions: 0, nulls: 3)
    #expect(PathAttribution(table).credit(by: model).map(\.conversions.value) == [0, 0])
    table.add(steps: [], conversions: 3)
    #expect(PathAttribution(table).credit(by: model).map(\.conversions.value) == [0, 0])
  }
}
