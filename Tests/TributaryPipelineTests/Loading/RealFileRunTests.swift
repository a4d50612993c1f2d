import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// Real files of other people through a whole night; their figures are of awk and Python.
@Suite(.enabled(if: Checkout.examples != nil, "the folder of third-party examples is not here"))
struct RealFileRunTests {
  private func copy(_ name: String, into shop: Shop) throws {
    let file = try #require(Checkout.examples).appending(path: name)
    try FileManager.default.copyItem(at: file, to: shop.url(name))
  }

  @Test func `the real nginx log is counted whole, day by day`() throws {
    let shop = try Shop(
      """
      {name: 'shop', timezone: 'UTC', currency: 'USD', as_of: '2015-05-22', reports: 'reports',
       sources: [{kind: 'clickstream', format: 'nginx-combined', paths: ['*.log.gz'],
                  host: 'shop.example'}]}
      """)
    try copy("nginx-real.log.gz", into: shop)
    let summary = try shop.run()
    #expect(summary.exitCode == 0)
    let counts = try #require(summary.sources.first).counts
    #expect(counts.read == 14_575 && counts.loaded == 14_575 && counts.rejected == 0)
    #expect(
      try shop.rows("select day, sum(requests) from request_day group by day order by day") == [
        "2015-05-17|1966", "2015-05-18|2855", "2015-05-19|2831", "2015-05-20|2851",
        "2015-05-21|2881", "2015-05-22|1191",
      ])
    // Package managers, such as Debian's, make up most of the log: 13,310 lines say APT-HTTP.
    #expect(
      try shop.number(
        """
        select sum(requests) from request_day join text_value on text_id = user_agent
        where is_bot and text like '%APT-HTTP%'
        """) == 13_310)
    #expect(
      try shop.number("select count(*) from event")
        == shop.number("select sum(requests) from request_day where kind = 'page' and not is_bot"))
    #expect(
      try shop.number("select sum(pages) from session")
        <= shop.number("select count(*) from event"))
  }

  @Test func `orders of the real shop are made from their lines`() throws {
    let shop = try Shop(
      """
      {name: 'shop', timezone: 'Europe/London', currency: 'GBP', as_of: '2010-12-23',
       reports: 'reports',
       sources: [{kind: 'order_lines', paths: ['uci-orders-2010-12.csv.gz'], derive_orders: true,
         columns: {order_id: 'InvoiceNo', sku: 'StockCode', name: 'Description',
                   quantity: 'Quantity', placed_at: 'InvoiceDate', unit_price: 'UnitPrice',
                   client_id: 'CustomerID', city: 'Country'},
         cancelled_when: {order_id: '^C'}}]}
      """)
    try copy("uci-orders-2010-12.csv.gz", into: shop)
    let summary = try shop.run()
    #expect(summary.exitCode == 0)
    let counts = try #require(summary.sources.first).counts
    #expect(counts.read == 42_481 && counts.loaded == 42_481)
    #expect(try shop.number("select count(*) from order_line") == 42_481)
    #expect(
      try shop.rows("select count(*), sum(total), sum(status = 'cancelled') from orders")
        == ["2025|74895702|326"])
    #expect(
      try shop.rows(
        "select sum(orders), sum(cancelled), sum(revenue) from mart_demand_day")
        == ["2025|326|82374614"])
    // A lost order earns no credit; each other one is a conversion worth its total.
    #expect(
      try shop.rows(
        "select count(*), sum(value) from attribution_credit where model = 'linear'")
        == ["1699|82374614"])
  }
}
