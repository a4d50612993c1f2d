import Testing

@testable import TributaryModel

@Suite struct OrderNumberTests {
  @Test(arguments: [
    ("1001", "outlet-1001"), ("#1001", "outlet-1001"), ("№ 1 001", "outlet-1001"), ("", ""),
  ])
  func `a prefix stands before the number as it joins`(number: String, prefixed: String) {
    #expect(OrderNumber.prefixed(number, by: "outlet-") == prefixed)
    #expect(OrderNumber.prefixed(number, by: "") == number)
  }

  @Test(arguments: ["A-1001", "#A-1001", "№ A-1001", " A-1001", "##A- 1001", "№A-1001"])
  func `an order joins without its sign and without blanks`(text: String) {
    #expect(OrderNumber.joined(text) == "A-1001")
  }

  @Test(arguments: ["#", "№", "1#2", "N1001"])
  func `a text without a number, and marks within it, stay`(text: String) {
    #expect(OrderNumber.joined(text) == text)
  }
}
