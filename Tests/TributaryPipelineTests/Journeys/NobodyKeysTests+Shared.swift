import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// Numbers, browsers and callers that several people share.
extension NobodyKeysTests {
  @Test func `numbers that several dial or that dial themselves are the shop's`() throws {
    let shop = try shop()
    let head = "call_id,started_at,dialled_number,caller,talk_seconds\n"
    try shop.write(
      head + "C1,2026-11-10T10:00:00Z,84955550111,84955550111,60\n"
        + "C2,2026-11-11T10:00:00Z,84955550111,84955550111,60\n"
        + "C3,2026-11-11T11:00:00Z,84955550112,89161110001,60\n"
        + "C4,2026-11-11T12:00:00Z,84955550112,89161110002,60\n"
        + "C5,2026-11-11T13:00:00Z,84955550111,84955550112,60\n"
        + "C6,2026-11-11T14:00:00Z,84955550111,84955550112,60\n"
        + "C7,2026-11-11T15:00:00Z,89161110003,84955550112,60\n"
        + "C8,2026-11-11T16:00:00Z,84955550112,89161110003,60\n"
        + "C9,2026-11-12T16:00:00Z,84955550112,89161110003,60\n", to: "calls/1.csv")
    try shop.run()
    #expect(try shop.number(persons) == 8)
  }

  @Test func `a browser that confirms a few orders a month of many customers is nobody's`() throws {
    let shop = try shop()
    var log = ""
    var rows: [String] = []
    for (index, month) in ["01", "03", "05", "07", "09"].enumerated() {
      let name = ["Jan", "Mar", "May", "Jul", "Sep"][index]
      log +=
        "203.0.113.7 - - [05/\(name)/2026:10:05:00 +0000] \"GET /checkout/thanks?order_id=T\(index) "
        + "HTTP/1.1\" 200 512 \"-\" \"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 "
        + "Firefox/140.0\"\n"
      rows.append("T\(index),2026-\(month)-05T10:04:59Z,100,7916555010\(index)")
    }
    try shop.write(log, to: "log/access.log")
    try shop.write(orders(rows), to: "orders/1.csv")
    try shop.run()
    #expect(try shop.number("select count(*) from person where orders > 0") == 5)
    #expect(try shop.number("select count(*) from nobody_key where reason = 'strangers'") == 1)
  }

  @Test func `redials of a day are one call of a caller`() throws {
    let shop = try shop()
    let calls = (10...30).map { "C\($0),2026-11-10T10:\($0):00Z,84955550111,89161110001,40\n" }
    try shop.write(
      "call_id,started_at,dialled_number,caller,talk_seconds\n" + calls.joined(), to: "calls/1.csv")
    try shop.run()
    #expect(try shop.number(persons) == 1)
  }
}
