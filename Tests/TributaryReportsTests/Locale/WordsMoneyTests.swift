import Testing
import TributaryModel

@testable import TributaryReports

@Suite struct WordsMoneyTests {
  static let english = Words(.english, currency: .rub)
  static let russian = Words(.russian, currency: .rub)

  @Test(
    arguments: [
      (96_100_000, "₽961k", "961_тыс._₽"), (128_000_000, "₽1.28M", "1,28_млн_₽"),
      (5_970_000, "₽60k", "60_тыс._₽"), (999_400, "₽9,994", "9_994_₽"),
      (999_500, "₽10k", "10_тыс._₽"), (99_949_900, "₽999k", "999_тыс._₽"),
      (99_950_000, "₽1.00M", "1,00_млн_₽"), (-1_240_000, "−₽12k", "−12_тыс._₽"),
      (0, "₽0", "0_₽"), (250_000_000_000, "₽2.50B", "2,50_млрд_₽"),
    ] as [(Int64, String, String)])
  func `short money`(minor: Int64, english: String, russian: String) {
    #expect(WordsMoneyTests.english.money(minor) == english)
    #expect(WordsMoneyTests.russian.money(minor) == WordsNumbersTests.spaced(russian))
  }

  @Test func `full money`() {
    #expect(WordsMoneyTests.english.fullMoney(Int64(5_970_000)) == "₽59,700")
    #expect(
      WordsMoneyTests.russian.fullMoney(Int64(5_970_000)) == WordsNumbersTests.spaced("59_700_₽"))
  }

  @Test func `a range is told in the unit of its upper end`() {
    let range = Interval(lower: 79_000_000, upper: 113_000_000)
    #expect(WordsMoneyTests.english.moneyRange(range) == "₽0.79M to ₽1.13M")
    #expect(
      WordsMoneyTests.russian.moneyRange(range) == WordsNumbersTests.spaced("0,79…1,13_млн_₽"))
    let loss = Interval(lower: -1_200_000, upper: 2_000_000)
    #expect(WordsMoneyTests.english.moneyRange(loss) == "−₽12k to ₽20k")
  }

  @Test(
    arguments: [
      (Currency.eur, "€12k", "12_тыс._€"), (.usd, "$12k", "12_тыс._$"), (.gbp, "£12k", "12_тыс._£"),
    ])
  func `signs of other currencies`(currency: Currency, english: String, russian: String) {
    #expect(Words(.english, currency: currency).money(Int64(1_200_000)) == english)
    #expect(
      Words(.russian, currency: currency).money(Int64(1_200_000))
        == WordsNumbersTests.spaced(russian))
  }

  @Test func `a currency without a sign stands with its code and its own minor unit`() throws {
    let yen = try #require(Currency("JPY"))
    #expect(
      Words(.english, currency: yen).money(Int64(12_000)) == WordsNumbersTests.spaced("JPY_12k"))
  }
}
