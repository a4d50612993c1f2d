import Testing

@testable import TributaryModel

@Suite struct MoneyTests {
  @Test func `a third of ten roubles is split to the kopeck, the first parts take the rest`() {
    #expect(Money.split(1000, by: [1, 1, 1]) == [334, 333, 333])
    #expect(Money.split(100, by: [0.5, 0.25, 0.25]) == [50, 25, 25])
    #expect(Money.split(1, by: [0.2, 0.5, 0.3]) == [0, 1, 0])
  }

  @Test(arguments: [Int64(-1001), -1, 0, 7, 99_999_999_999])
  func `parts always add up to the whole`(amount: Int64) {
    for weights in [[1.0, 2, 3], [0.1, 0.7, 0.2, 1e-9], [5]] {
      #expect(Money.split(amount, by: weights).reduce(0, +) == amount)
    }
  }

  @Test func `without a positive weight nothing is given`() {
    #expect(Money.split(500, by: [0, 0]) == [0, 0])
    #expect(Money.split(500, by: []).isEmpty)
  }

  @Test(arguments: [("rub", 100), ("JPY", 1), ("KWD", 1000)])
  func `minor units follow ISO 4217`(code: String, units: Int64) throws {
    #expect(try #require(Currency(code)).minorUnits == units)
  }

  @Test(arguments: ["", "RU", "RUBL", "R1B", "РУБ"])
  func `a code that is not three Latin letters is no currency`(code: String) {
    #expect(Currency(code) == nil)
  }
}
