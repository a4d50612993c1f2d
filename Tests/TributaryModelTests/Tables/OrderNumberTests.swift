import Testing

@testable import TributaryModel

@Suite struct OrderNumberTests {
  @Test(arguments: ["A-1001", "#A-1001", "№ A-1001", " A-1001", "##A- 1001", "№A-1001"])
  func `an order joins without its sign and without blanks`(text: String) {
    #expect(OrderNumber.joined(text) == "A-1001")
  }

  @Test(arguments: ["#", "№", "1#2", "N1001"])
  func `a text without a number, and marks within it, stay`(text: String) {
    #expect(OrderNumber.joined(text) == text)
  }
}
