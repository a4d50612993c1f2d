import Testing

@testable import TributaryModel

@Suite struct OrderNumberTests {
  @Test(arguments: [
    ("1001", "outlet-1001"), ("#1001", "outlet-1001"), ("№ 1 001", "outlet-1001"),
    ("No. 1001", "outlet-1001"), ("", ""),
  ])
  func `a prefix stands before the number as it joins`(number: String, prefixed: String) {
    #expect(OrderNumber.prefixed(number, by: "outlet-") == prefixed)
    #expect(OrderNumber.prefixed(number, by: "") == prefixed.dropFirst("outlet-".count))
  }

  @Test(arguments: [
    ("17 (2026-01-21)", "17"), ("A 7 (2025-12-31)", "A 7"), ("17", "17"),
    ("17 (9901)", "17 (9901)"),
    ("17(2026-01-21)", "17(2026-01-21)"), ("17 (2026-01-32)", "17 (2026-01-32)"),
    (" (2026-01-21)", " (2026-01-21)"), ("é (2026-01-21)", "é"),
  ])
  func `an id of a number that began anew has its number`(id: String, number: String) {
    #expect(OrderNumber.undated(id) == number)
  }

  @Test(arguments: [
    "A-1001", "#A-1001", "№ A-1001", " A-1001", "##A- 1001", "№A-1001",
    "No. A-1001", "no.A-1001", "No. #A-1001", "Заказ № A-1001", "ORDER #A-1001",
    "Order No. A-1001",
  ])
  func `an order joins without its sign and without blanks`(text: String) {
    #expect(OrderNumber.joined(text) == "A-1001")
  }

  @Test(arguments: ["#", "№", "1#2", "N1001", "No.", "North-1", "Order-7"])
  func `a text without a number, and marks within it, stay`(text: String) {
    #expect(OrderNumber.joined(text) == text)
  }
}
