import Testing

@testable import TributaryReports

@Suite struct NounTests {
  @Test(
    arguments: [
      (0, "заказов"), (1, "заказ"), (2, "заказа"), (4, "заказа"), (5, "заказов"), (11, "заказов"),
      (12, "заказов"), (14, "заказов"), (21, "заказ"), (22, "заказа"), (25, "заказов"),
      (101, "заказ"), (111, "заказов"), (112, "заказов"), (1_001, "заказ"),
    ])
  func `three forms in Russian`(count: Int, form: String) {
    #expect(Words(.russian, currency: .rub).form(count, .order) == form)
  }

  @Test(arguments: [(0, "orders"), (1, "order"), (2, "orders"), (21, "orders")])
  func `two forms in English`(count: Int, form: String) {
    #expect(Words(.english, currency: .rub).form(count, .order) == form)
  }
}
