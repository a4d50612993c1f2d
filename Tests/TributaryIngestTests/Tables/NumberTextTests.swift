import Testing
import TributaryModel

@testable import TributaryIngest

struct NumberTextTests {
  private func minor(_ text: String, _ code: String, decimal: DecimalSign? = nil) -> Int64? {
    guard let currency = Currency(code),
      case .number(let number, _) = NumberText.read(text, decimal: decimal, currency: currency)
    else { return nil }
    let meant = number.sign.map { $0.currency(beside: currency) } ?? currency
    return meant == currency ? number.scaled(by: currency.minorDigits) : nil
  }

  @Test(arguments: [
    "-1990", "\u{2212}1990", "\u{2013}1990", "1990-", "1 990,00-", "(1990)", "(1 990,00)",
    "(1 990 руб.)", "(1990) ₽", "-₽1990", "₽-1990", "₽ -1990", "- 1990 р.", "1990-00-",
    "1 990,00 руб.-", "-1.990,00", "(1,990.00)", "\u{ff08}1990\u{ff09}",
  ])
  func `minus 1,990 roubles is read`(text: String) {
    #expect(minor(text, "RUB") == -199_000)
  }

  @Test(arguments: [
    "1 990,00 р", "1 990 рублей", "1 990,00 RUR", "1990-00", "1 990=00", "1990 р. 00 коп.",
    "1 990 руб 00 коп", "1'990.00", "1\u{2019}990,00", "1.990,00 ₽", "RUB 1,990.00", "1990р",
    "руб.1990", "1990,- руб.", "1\u{a0}990 RUB", "1\u{202f}990\u{a0}₽", "+1990", "1990р.00к.",
    "１９９０ руб", "1 990,000 р.",
  ])
  func `1,990 roubles is read`(text: String) {
    #expect(minor(text, "RUB") == 199_000)
  }

  /// An amount of its own currency, and minor units by hand.
  @Test(arguments: [
    ("2,480", "JPY", 2480), ("¥2,480", "JPY", 2480), ("2.480円", "JPY", 2480), ("640", "JPY", 640),
    ("₩12,500", "KRW", 12_500), ("1.250.000 ₫", "VND", 1_250_000), ("15.000 CLP", "CLP", 15_000),
    ("1.234", "KWD", 1234), ("1,234.500", "KWD", 1_234_500), ("12", "KWD", 12_000),
    ("₹1,00,000.00", "INR", 10_000_000), ("12,34,567", "INR", 123_456_700),
    ("12 500,00 ₸", "KZT", 1_250_000), ("700 тг", "KZT", 70_000), ("₸1 100", "KZT", 110_000),
    ("1 250,50 грн.", "UAH", 125_050), ("45 бел. руб.", "BYN", 4500), ("45 Br", "BYN", 4500),
    ("45 руб.", "BYN", 4500), ("99,90 zł", "PLN", 9990), ("1 299 Kč", "CZK", 129_900),
    ("12.990 Ft", "HUF", nil), ("12.990,00 Ft", "HUF", 1_299_000), ("45,50 lei", "RON", 4550),
    ("1 234,50 kr", "SEK", 123_450), ("kr 1.234,50", "DKK", 123_450), ("$12.50", "CAD", 1250),
    ("A$12.50", "AUD", 1250), ("R$ 1.234,56", "BRL", 123_456), ("CHF 1'234.50", "CHF", 123_450),
    ("12.- Fr.", "CHF", 1200), ("12€50", "EUR", 1250), ("1.234,56 €", "EUR", 123_456),
    ("Rs.500", "INR", 50_000), ("$.50", "USD", 50), ("$5.00 CAD", "CAD", 500),
    ("5 TL", "TRY", 500), ("₪ 5", "ILS", 500), ("฿5", "THB", 500), ("₱5", "PHP", 500),
    ("5 лари", "GEL", 500), ("5 сум", "UZS", 500), ("5 сом", "KGS", 500), ("5 драм", "AMD", 500),
  ])
  func `amounts of the world are read`(text: String, code: String, expected: Int64?) {
    #expect(minor(text, code) == expected)
  }

  @Test(arguments: [
    "10-20", "5-50", "9-50", "1 2", "12 34", "1990-0", "1990-00-00", "--5", "(5", "5)", "(5-)",
    "5 шт", "5 тыс. руб.", "5к", "50 коп", "1e3", "R.500", "0,500.5", "1 990.50,20", "руб", "",
    "5 CR", "2026-05-03", "1,23,4", "$5 EUR", "1.990 000,50",
  ])
  func `what is no amount of roubles, or may be two, is none`(text: String) {
    #expect(minor(text, "RUB") == nil)
  }

  @Test func `a file's decimal sign refuses what contradicts it`() {
    #expect(minor("7,50", "RUB", decimal: .point) == nil)
    #expect(minor("0,500", "RUB", decimal: .point) == nil)
    #expect(minor("1,500", "RUB", decimal: .point) == 150_000)
    #expect(minor("1.234", "KWD", decimal: .comma) == 1_234_000)
  }
}
