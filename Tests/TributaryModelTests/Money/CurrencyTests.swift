import Testing

@testable import TributaryModel

struct CurrencyTests {
  @Test(arguments: [
    ("USD", 2), ("jpy", 0), ("KWD", 3), ("CLF", 4), ("XOF", 0), ("BYN", 2), ("ZWG", 2), ("XCG", 2),
  ])
  func `codes in use are known with their minor digits`(code: String, digits: Int) throws {
    #expect(try #require(Currency(code)).minorDigits == digits)
  }

  @Test(arguments: ["ZZZ", "RUR", "HRK", "XXX", "XAU", "TRL", "US", "USDT", "", "РУБ", "U$D"])
  func `what is no code in use is none`(code: String) {
    #expect(Currency(code) == nil)
  }

  @Test func `no code stands twice, and none that is withdrawn`() {
    #expect(Set(CurrencyList.codes).count == CurrencyList.codes.count)
    #expect(CurrencyList.codes.count == 166)
    for (old, new) in CurrencyList.successors {
      #expect(Currency(old) == nil)
      #expect(Currency(new) != nil)
    }
  }

  @Test(arguments: [
    ("RUR", "RUR is no code of ISO 4217 any more; write RUB"),
    ("TRL", "TRL is no code of ISO 4217 any more; write TRY, with the amounts converted"),
    ("₽", "write the code RUB"), ("kr", "write the code DKK, ISK, NOK or SEK"),
    ("UDS", "did you mean USD?"), ("QQQ", "write a code of ISO 4217, such as EUR"),
  ])
  func `advice says what to write`(text: String, advice: String) {
    #expect(CurrencyAdvice.about(text) == advice)
  }

  @Test func `a sign of several follows the row or shop`() throws {
    let dollar = try #require(CurrencySign("$"))
    #expect(dollar.currency(beside: .usd) == .usd)
    #expect(dollar.currency(beside: .rub) == nil)
    #expect(dollar.currency(beside: .unknown) == .unknown)
    #expect(dollar.spoken == "USD, CAD, AUD or one of 27 others")
    let canada = try #require(CurrencySign("CAD"))
    #expect(dollar.joined(with: canada)?.currency(beside: .rub)?.code == "CAD")
    #expect(CurrencySign("€")?.joined(with: dollar) == nil)
    #expect(CurrencySign("руб.")?.currency(beside: .eur) == .rub)
    #expect(CurrencySign("KM")?.currency(beside: .eur) == nil)
    #expect(CurrencySign("talers") == nil)
  }
}
