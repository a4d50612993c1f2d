import Testing
import TributaryAnalysis
import TributaryModel

struct CreditRuleTests {
  /// One letter a touchpoint, `d` for direct, a day between two of them.
  private static func path(_ letters: String) -> CreditPath {
    CreditPath(
      dimensions: letters.unicodeScalars.map { Int32($0.value) },
      isDirect: letters.map { $0 == "d" },
      daysBefore: letters.indices.map { Double(letters.distance(from: $0, to: letters.endIndex)) })
  }

  private static func shares(_ rule: any CreditRule, _ path: CreditPath) -> [Double] {
    let weights = rule.weights(of: path)
    return weights.map { $0 / weights.reduce(0, +) }
  }

  private static func isNear(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-12 }
  }

  /// A rule, a path, and the share of each of its touchpoints.
  struct Case: Sendable {
    let rule: any CreditRule
    let letters: String
    let shares: [Double]

    init(_ rule: any CreditRule, _ letters: String, _ shares: [Double]) {
      self.rule = rule
      self.letters = letters
      self.shares = shares
    }
  }

  static let cases: [Case] = [
    Case(FirstCredit(), "abd", [1, 0, 0]),
    Case(LastCredit(), "abd", [0, 0, 1]),
    Case(LastNonDirectCredit(), "abd", [0, 1, 0]),
    Case(LastNonDirectCredit(), "dad", [0, 1, 0]),
    Case(LastNonDirectCredit(), "dd", [0, 1]),
    Case(LinearCredit(), "abca", [0.25, 0.25, 0.25, 0.25]),
    Case(PositionCredit(), "a", [1]),
    Case(PositionCredit(), "ab", [0.5, 0.5]),
    Case(PositionCredit(), "abc", [0.4, 0.2, 0.4]),
    Case(PositionCredit(), "abcde", [0.4, 1 / 15, 1 / 15, 1 / 15, 0.4]),
    Case(ShapleyCredit(), "abac", [1 / 6, 1 / 3, 1 / 6, 1 / 3]),
    Case(ShapleyCredit(), "aa", [0.5, 0.5]),
  ]

  @Test(arguments: cases)
  func `a rule shares a path as worked by hand`(each: Case) {
    let shares = CreditRuleTests.shares(each.rule, CreditRuleTests.path(each.letters))
    #expect(CreditRuleTests.isNear(shares, each.shares))
  }

  /// 14, 7 and 0 days before, half-life 7: 1/4, 1/2 and 1 of 7/4; half-life 14: 1/2, 1/√2, 1.
  @Test func `time decay halves with every half-life`() {
    let path = CreditPath(
      dimensions: [0, 1, 2], isDirect: [false, false, false], daysBefore: [14, 7, 0])
    #expect(
      CreditRuleTests.isNear(
        CreditRuleTests.shares(TimeDecayCredit(), path), [1.0 / 7, 2.0 / 7, 4.0 / 7]))
    let root = 0.5.squareRoot()
    let slow = CreditRuleTests.shares(TimeDecayCredit(halfLifeDays: 14), path)
    #expect(CreditRuleTests.isNear(slow, [0.5, root, 1].map { $0 / (1.5 + root) }))
  }

  /// 2^-1500 is no double above 0; the later one is a half-life nearer.
  @Test func `time decay still shares a path of years ago`() {
    let path = CreditPath(
      dimensions: [0, 1], isDirect: [false, true], daysBefore: [10_507, 10_500])
    #expect(
      CreditRuleTests.isNear(CreditRuleTests.shares(TimeDecayCredit(), path), [1.0 / 3, 2.0 / 3]))
  }
}
