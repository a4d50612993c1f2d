import Testing
import TributaryModel

@testable import TributaryPipeline

/// `check` says what a run would say of the first records of each file.
@Suite struct SourceCheckupTests {
  private static let good = "order_id,placed_at,total\n1,2026-11-14 10:00:00,50.00\n"
  private static let line =
    #"93.180.71.3 - - [14/Nov/2026:08:05:01 +0000] "GET / HTTP/1.1" 200 5 "-" "Firefox""# + "\n"

  private static func shop(_ source: String, _ text: String) throws -> Shop {
    let shop = try Shop(
      """
      {name: 'shop', timezone: 'UTC', currency: 'RUB', as_of: '2026-11-14', reports: 'reports',
       sources: [\(source)]}
      """)
    try shop.write(text, to: "in/a.csv")
    return shop
  }

  @Test(arguments: [
    ("{kind: 'orders', paths: ['in/*']}", good, Int32(0)),
    ("{kind: 'orders', paths: ['in/*'], columns: {order_id: 'order'}}", good, 65),
    ("{kind: 'orders', paths: ['in/*']}", "order_id,placed_at,total\n1,soon,50.00\n", 65),
    ("{kind: 'orders', paths: ['in/*']}", good + "2,soon,1.00\n", 0),
    ("{kind: 'orders', paths: ['none/*']}", good, 66),
    ("{kind: 'clickstream', format: 'nginx-combined', paths: ['in/*']}", line, 0),
    ("{kind: 'clickstream', format: 'ga4-json', paths: ['in/*']}", line, 65),
    ("{kind: 'orders', format: 'shopify-orders', paths: ['in/*']}", good, 78),
  ])
  func `a check ends with the code of the run`(
    source: String, text: String, code: Int32
  ) throws {
    let shop = try Self.shop(source, text)
    guard let pipeline = try? shop.pipeline() else {
      #expect(code == 78)
      return
    }
    let before = Checkup(of: pipeline)
    #expect(before.exitCode == code)
    #expect(try shop.run().exitCode == code)
  }

  @Test func `the file, the column and the header that may be meant are named`() throws {
    let shop = try Self.shop(
      "{kind: 'orders', paths: ['in/*'], columns: {total: 'totel'}}", Self.good)
    let checkup = Checkup(of: try shop.pipeline())
    let message = try #require(checkup.findings.first?.message)
    #expect(message.contains("in/a.csv"))
    #expect(message.contains("did you mean 'total' for totel?"))
  }

  @Test func `records that would be rejected are told without a failure`() throws {
    let shop = try Self.shop("{kind: 'orders', paths: ['in/*']}", Self.good + "2,soon,1.00\n")
    let notes = Checkup(of: try shop.pipeline()).findings.filter(\.isNote).map(\.message)
    #expect(notes.count == 1)
    #expect(notes.first?.hasPrefix("in/a.csv: 1 of 2 records would be rejected") == true)
  }
}
