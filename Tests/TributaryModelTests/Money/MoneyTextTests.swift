import Testing

@testable import TributaryModel

@Suite struct MoneyTextTests {
  @Test(arguments: [
    (Int64(123_450), "RUB", "1234.50"), (-5, "USD", "-0.05"), (0, "EUR", "0.00"),
    (-1_234, "JPY", "-1234"), (7, "KWD", "0.007"), (5, "", "0.05"),
    (Int64.min, "RUB", "-92233720368547758.08"),
  ])
  func `amounts are exact to the minor unit`(minor: Int64, code: String, text: String) {
    #expect(MoneyText.plain(minor, code) == text)
  }
}
