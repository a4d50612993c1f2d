import Testing
import TributaryModel

@testable import TributaryReports

/// Expected texts are those of the report design, section 6; `_` stands for a no-break space.
@Suite struct WordsNumbersTests {
  static let english = Words(.english, currency: .rub)
  static let russian = Words(.russian, currency: .rub)

  static func spaced(_ text: String) -> String { text.replacing("_", with: "\u{A0}") }

  @Test(
    arguments: [
      (1234.5, 1, "1,234.5", "1_234,5"), (-7, 0, "−7", "−7"), (-0.04, 1, "0.0", "0,0"),
      (999.5, 0, "1,000", "1_000"), (1_918_204, 0, "1,918,204", "1_918_204"),
      (0.05, 2, "0.05", "0,05"), (2.675, 2, "2.68", "2,68"), (Double.nan, 0, "–", "–"),
    ])
  func `a number`(value: Double, decimals: Int, english: String, russian: String) {
    #expect(WordsNumbersTests.english.number(value, decimals: decimals) == english)
    #expect(
      WordsNumbersTests.russian.number(value, decimals: decimals)
        == WordsNumbersTests.spaced(russian))
  }

  @Test(
    arguments: [
      (0.0184, false, "1.84%", "1,84_%"), (0.26, true, "+26%", "+26_%"),
      (-0.07, true, "−7%", "−7_%"), (0.112, false, "11%", "11_%"), (0.001, true, "0%", "0_%"),
      (0.0999, false, "10%", "10_%"),
    ])
  func `a share or a change`(value: Double, signed: Bool, english: String, russian: String) {
    #expect(WordsNumbersTests.english.percent(value, signed: signed) == english)
    #expect(
      WordsNumbersTests.russian.percent(value, signed: signed) == WordsNumbersTests.spaced(russian))
  }

  @Test func `a value with its range`() {
    let orders = Estimate(40, Interval(lower: 29, upper: 53))
    #expect(WordsNumbersTests.english.estimate(orders) == "40 (29 to 53)")
    #expect(WordsNumbersTests.russian.estimate(orders) == "40 (29…53)")
    #expect(WordsNumbersTests.english.estimate(Estimate(7)) == "7.00")
  }

  @Test func `digits follow the range`() {
    // Half-widths 20, 0.415 and 0.0245 in per cent: two significant figures of each.
    let wide = Estimate(0.1644, Interval(lower: -0.04, upper: 0.36))
    #expect(WordsNumbersTests.english.shareEstimate(wide) == "16% (−4% to 36%)")
    let ratio = Estimate(1.9412, Interval(lower: 1.57, upper: 2.4))
    #expect(WordsNumbersTests.english.estimate(ratio) == "1.94 (1.57 to 2.40)")
    let rate = Estimate(0.0184, Interval(lower: 0.0165, upper: 0.0214))
    #expect(
      WordsNumbersTests.russian.shareEstimate(rate)
        == WordsNumbersTests.spaced("1,84_% (1,65…2,14_%)"))
  }

  @Test(
    arguments: [
      (500.0, "500", "500"), (2_000, "2k", "2_тыс."), (1_500_000, "1.5M", "1,5_млн"),
      (20_000, "20k", "20_тыс."),
    ])
  func `a number on an axis`(value: Double, english: String, russian: String) {
    #expect(WordsNumbersTests.english.shortNumber(value) == english)
    #expect(
      WordsNumbersTests.russian.shortNumber(value) == WordsNumbersTests.spaced(russian))
  }
}
