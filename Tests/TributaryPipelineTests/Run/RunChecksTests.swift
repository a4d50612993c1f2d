import Foundation
import Testing

@testable import TributaryPipeline

@Suite struct RunChecksTests {
  private let orders = """
    order_id,placed_at,total
    1,2026-11-14 10:00,100
    """

  @Test func `a check that finds a row makes the night exit 65, and the pages are still there`()
    throws
  {
    let shop = try Shop.small()
    try shop.write(orders, to: "orders/a.csv")
    try shop.write("select order_id from orders", to: "checks/no_orders.sql")
    try shop.write("select 1 where 0", to: "checks/quiet.sql")
    let summary = try shop.run()
    #expect(summary.exitCode == 65)
    #expect(
      summary.messages == ["checks/no_orders.sql: expected no row, found 1 rows, the first: 1"])
    #expect(try shop.reports()["index.html"] != nil)
  }

  @Test func `a check that is no query is told, not skipped`() throws {
    let shop = try Shop.small()
    try shop.write(orders, to: "orders/a.csv")
    try shop.write("selekt 1", to: "checks/broken.sql")
    let summary = try shop.run()
    #expect(summary.exitCode == 65)
    #expect(summary.messages.count == 1)
    #expect(summary.messages.first?.hasPrefix("checks/broken.sql: ") == true)
  }
}
