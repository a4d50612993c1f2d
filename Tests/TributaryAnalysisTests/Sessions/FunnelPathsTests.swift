import Testing

@testable import TributaryAnalysis

struct FunnelPathsTests {
  @Test(
    arguments: [
      ("woocommerce", "/checkout/order-received/54763/", "54763"),
      ("woocommerce", "/de/kasse/order-received/881", "881"),
      ("bitrix", "/personal/order/make/1204/", "1204"),
      ("insales", "/orders/70011", "70011"),
      ("opencart", "/checkout/success/515", "515"),
      ("/spasibo/*", "/spasibo/W-2026-00017/", "W-2026-00017"),
      ("/spasibo/*", "/spasibo/17/print", "17"),
      // Keys of a customer's own page, and words, are no numbers.
      ("insales", "/orders/9f86d081884c7d659a2feaa0c55ad015", nil),
      ("shopify", "/checkouts/c1-4d5e/thank_you", "c1-4d5e"),
      ("/spasibo/*", "/spasibo/print", nil), ("/spasibo/*", "/spasibo/", nil),
      ("woocommerce", "/checkout/", nil),
    ] as [(String, String, String?)])
  func `an order's number in the path is what stands for the star`(
    _ pattern: String, _ path: String, _ number: String?
  ) {
    let paths = FunnelPaths(order: [], orderNumber: [pattern])
    #expect(paths.orderNumber(in: path) == number)
    #expect(paths.steps(of: path).contains(.order) == (number != nil))
  }

  @Test func `a page of order holds its number at the star, but not within a word`() {
    let paths = FunnelPaths(order: ["/done/*", "/thanks*"])
    #expect(paths.orderNumber(in: "/done/54763/") == "54763")
    #expect(paths.orderNumber(in: "/thanks-2") == nil)
    #expect(paths.steps(of: "/done/print") == .order)
  }
}
