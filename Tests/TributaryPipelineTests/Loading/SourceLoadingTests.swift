import Testing

@testable import TributaryPipeline

@Suite struct SourceLoadingTests {
  @Test func `a file of which nothing can be read is told, however short it is`() throws {
    let shop = try Shop.small()
    try shop.write("10.0.0.1 - - what is this\n", to: "log/access.log")
    try shop.write(
      "order_id,placed_at,total\n1,5/3/2026,100\n2,2026-11-14,100\n", to: "orders/a.csv")
    let summary = try shop.run()
    #expect(summary.exitCode == 65)
    #expect(summary.messages.count == 1)
    #expect(
      summary.messages.first?.hasPrefix(
        "log/access.log: expected records in the source's format, found 1 of which none") == true)
  }
}
