import Testing

@testable import TributaryPipeline

/// The domain of web orders whose export names none.
@Suite struct OrderDomainTests {
  /// A page of a visitor, at a minute past noon of 4 November.
  private func page(_ visitor: Int, _ minute: Int, _ host: String, _ path: String) -> String {
    "\(host):443 192.0.2.\(visitor) - - [04/Nov/2026:12:\(minute):00 +0300] \"GET \(path) HTTP/1.1\" "
      + "200 512 \"-\" "
      + "\"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\"\n"
  }

  private let domains = "select order_id, geodomain from order_fact order by order_id"

  private func shop(_ geodomains: String) throws -> Shop {
    let shop = try Shop.small()
    try shop.write(geodomains, to: "g.csv")
    try shop.write(
      "order_id,placed_at,total\nA,2026-11-04 12:12,10\nB,2026-11-04 12:12,10\n"
        + "C,2026-11-04 12:12,10\nD,2026-11-04 12:12,10\n", to: "orders/a.csv")
    let thanks = "/checkout/thanks?order_id="
    let pages = [
      page(1, 10, "msk.shop.example", "/cart"), page(1, 12, "spb.shop.example", thanks + "A"),
      page(2, 10, "msk.shop.example", "/cart"), page(2, 12, "pay.shop.example", thanks + "B"),
      page(3, 10, "pay.shop.example", "/cart"), page(3, 12, "spb.shop.example", thanks + "C"),
      page(4, 10, "spb.shop.example", "/cart"), page(4, 11, "msk.shop.example", thanks + "D"),
      page(4, 12, "spb.shop.example", thanks + "D"),
    ]
    try shop.write(pages.joined(), to: "log/a.log")
    try shop.replace(
      "sources: [", "sources: [{kind: 'geodomains', format: 'csv', paths: ['g.csv']}, ")
    return shop
  }

  /// A crossed from one city's domain to another's, B to a page that is no city's, C from one; D saw
  /// the confirmation twice.
  @Test func `an order is of the domain whose page confirmed it`() throws {
    let shop = try shop("domain,city\nmsk.shop.example,Moscow\nspb.shop.example,Petersburg\n")
    #expect(try shop.run().exitCode == 0)
    #expect(
      try shop.rows(domains) == [
        "A|spb.shop.example", "B|msk.shop.example", "C|spb.shop.example", "D|msk.shop.example",
      ])
  }

  @Test func `a city that opens later has the orders that its domain confirmed before`() throws {
    let shop = try shop("domain,city\nmsk.shop.example,Moscow\n")
    #expect(try shop.run().exitCode == 0)
    #expect(
      try shop.rows(domains) == [
        "A|msk.shop.example", "B|msk.shop.example", "C|", "D|msk.shop.example",
      ])
    try shop.write(
      "domain,city\nmsk.shop.example,Moscow\nspb.shop.example,Petersburg\n", to: "g.csv")
    #expect(try shop.run().exitCode == 0)
    #expect(
      try shop.rows(domains) == [
        "A|spb.shop.example", "B|msk.shop.example", "C|spb.shop.example", "D|msk.shop.example",
      ])
  }
}
