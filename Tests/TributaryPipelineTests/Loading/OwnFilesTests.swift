import Foundation
import Testing

@testable import TributaryPipeline

@Suite struct OwnFilesTests {
  @Test func `a pattern leaves out the key, its copies, the warehouse, the pages and the file`()
    throws
  {
    let shop = try Shop(
      """
      {name: 'shop', as_of: '2026-11-14', warehouse: 'w/t.sqlite',
       sources: [{kind: 'orders', paths: ['*', 'w/*', 'reports/*/*.csv', 'in/*']}]}
      """)
    try shop.write("order_id,placed_at,total\n1,2026-11-10 10:00,5\n", to: "in/orders.csv")
    try shop.write("order_id,placed_at,total\n2,2026-11-10 10:00,5\n", to: "more.csv")
    try shop.run()
    let key = try String(contentsOf: shop.url("shop.key"), encoding: .utf8)
    try shop.write(key.uppercased(), to: "in/copy.csv")
    try FileManager.default.createSymbolicLink(
      at: shop.url("in/link.csv"), withDestinationURL: shop.url("shop.key"))
    try FileManager.default.linkItem(at: shop.url("shop.key"), to: shop.url("in/hard.csv"))
    try FileManager.default.createSymbolicLink(
      at: shop.url("in/page.csv"), withDestinationURL: shop.url("reports/2026-11-14/index.html"))
    let summary = try shop.run()
    #expect(Set(summary.sources.map(\.path)) == ["in/orders.csv", "more.csv"])
    #expect(try shop.number("select count(*) from orders") == 2)
  }
}
