import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

@Suite struct MidnightSessionsTests {
  private func line(_ day: String, _ clock: String, _ path: String, visitor: Int) -> String {
    "shop.example:443 192.0.2.\(visitor) - - [\(day)/Nov/2026:\(clock) +0300] \"GET \(path) "
      + "HTTP/1.1\" 200 512 \"-\" \"Mozilla/5.0 (X11; Linux x86_64) Chrome/147.0.0.0 Safari/537.36\"\n"
  }

  private let sessions = """
    select day, pages, seconds, reached_order, is_new from session order by started_at, pages
    """

  /// 1 goes on past midnight and orders, 2 comes back after a pause, 3 is of one day, 4 brings
  /// another source at midnight.
  private var evening: String {
    line("03", "23:50:00", "/", visitor: 1) + line("03", "23:00:00", "/", visitor: 2)
      + line("03", "23:55:00", "/", visitor: 3) + line("03", "23:58:00", "/", visitor: 4)
  }

  private var night: String {
    line("04", "00:10:00", "/cart", visitor: 1)
      + line("04", "00:20:00", "/checkout/success?order_id=A1", visitor: 1)
      + line("04", "00:10:00", "/", visitor: 2)
      + line("04", "00:01:00", "/?utm_source=vk&utm_medium=cpc", visitor: 4)
  }

  private let expected = [
    "2026-11-03|1|0|0|1", "2026-11-03|3|1800|1|1", "2026-11-03|1|0|0|1", "2026-11-03|1|0|0|1",
    "2026-11-04|1|0|0|0", "2026-11-04|1|0|0|0",
  ]

  private func shop() throws -> Shop {
    let shop = try Shop.small()
    try shop.replace(
      "channels: {own",
      "funnels: {order: ['/checkout/success'], order_id_parameters: ['order_id']}, channels: {own")
    return shop
  }

  @Test func `a session that goes on past midnight is the same in one run or two`() throws {
    let (once, twice) = (try shop(), try shop())
    try once.write(evening + night, to: "log/a.log")
    try once.run()
    #expect(try once.rows(sessions) == expected)
    try twice.write(evening, to: "log/a.log")
    try twice.run()
    let ids = "select started_at, session_id from session where day = '2026-11-03' order by 1"
    let before = try twice.rows(ids)
    try twice.write(night, to: "log/b.log")
    try twice.run()
    #expect(try twice.rows(sessions) == expected)
    #expect(try twice.rows(ids) == before)
    #expect(try twice.rows("select order_id from session_order") == ["A1"])
    for table in ["mart_channel_day", "mart_total_day", "mart_landing_day", "mart_funnel_step"] {
      let all = "select * from \(table) order by 1, 2, 3"
      #expect(try twice.rows(all) == once.rows(all))
    }
    #expect(
      try WarehouseDump.meaning(twice.warehouse()) == WarehouseDump.meaning(once.warehouse()))
  }

  @Test func `a day before that nobody goes on from is left as it is`() throws {
    let shop = try shop()
    try shop.write(line("03", "10:00:00", "/", visitor: 3), to: "log/a.log")
    try shop.run()
    try shop.write(line("04", "10:00:00", "/", visitor: 3), to: "log/b.log")
    try shop.run()
    let written = "select rows from job_run where job = 'sessions' order by run_id desc limit 1"
    #expect(try shop.number(written) == 1)
    #expect(try shop.rows(sessions) == ["2026-11-03|1|0|0|1", "2026-11-04|1|0|0|0"])
  }

  @Test func `an earlier day that arrives late takes newness from a later one`() throws {
    let shop = try shop()
    try shop.write(line("10", "10:00:00", "/", visitor: 3), to: "log/b.log")
    try shop.run()
    try shop.write(line("03", "10:00:00", "/", visitor: 3), to: "log/a.log")
    try shop.run()
    #expect(try shop.rows(sessions) == ["2026-11-03|1|0|0|1", "2026-11-10|1|0|0|0"])
  }
}
