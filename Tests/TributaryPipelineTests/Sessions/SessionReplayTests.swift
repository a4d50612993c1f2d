import Foundation
import Testing
import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

@Suite struct SessionReplayTests {
  private static let agent =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 "
    + "Safari/537.36"

  private func line(
    _ day: Int, _ clock: String, _ path: String, visitor: Int = 7, referrer: String = "-",
    agent: String = Self.agent
  ) -> String {
    "shop.example:443 192.0.2.\(visitor) - - [\(day < 10 ? "0" : "")\(day)/Nov/2026:\(clock) +0300] \"GET \(path) "
      + "HTTP/1.1\" 200 512 \"\(referrer)\" \"\(agent)\"\n"
  }

  private let sessions = """
    select
      day, started_at, ended_at, host, landing_path, referrer_host, source, medium, campaign,
      click_id, channel, campaign_key, pages, seconds, reached_order, device, is_new,
      metrica_source
    from session
    order by 2, 3, 4, 5, 6, 7, 8, 9, 10
    """

  private func setRules(_ text: String, of shop: Shop) throws {
    let file = try String(contentsOf: shop.url("pipeline.json5"), encoding: .utf8)
    try shop.write(
      file.replacing("channels: {", with: text + " channels: {"), to: "pipeline.json5")
  }

  @Test func `a changed channel rule gives history its new channel, once`() throws {
    let shop = try Shop.small()
    try shop.write(line(3, "10:00:00", "/?utm_source=flyer&utm_medium=paper"), to: "log/3.log")
    try shop.write(line(10, "10:00:00", "/"), to: "log/10.log")
    try shop.run()
    let channels = "select day, channel, sessions from mart_channel_day order by day"
    #expect(try shop.rows(channels) == ["2026-11-03|unassigned|1", "2026-11-10|direct|1"])
    let file = try String(contentsOf: shop.url("pipeline.json5"), encoding: .utf8)
    try shop.write(
      file.replacing(
        "own_domains:", with: "rules: [{source: 'flyer', channel: 'display'}], own_domains:"),
      to: "pipeline.json5")
    try shop.run()
    #expect(try shop.rows(channels) == ["2026-11-03|display|1", "2026-11-10|direct|1"])
    let before = try WarehouseDump.everything(try shop.warehouse())
    try shop.run()
    #expect(try WarehouseDump.everything(try shop.warehouse()) == before)
    let written = "select rows from job_run where job = 'sessions' order by run_id desc limit 1"
    #expect(try shop.number(written) == 0)
  }

  @Test func `a shorter gap cuts old visits anew`() throws {
    let shop = try Shop.small()
    try shop.write(line(3, "10:00:00", "/") + line(3, "10:20:00", "/cart"), to: "log/3.log")
    try shop.run()
    #expect(try shop.number("select count(*) from session") == 1)
    try setRules("sessions: {gap_minutes: 15},", of: shop)
    try shop.run()
    #expect(try shop.number("select count(*) from session") == 2)
  }

  @Test func `robots of the shop's list and too fast ones leave history, counted`() throws {
    let shop = try Shop.small()
    let fast = (10..<40).map { line(4, "11:00:\($0)", "/product/\($0)", visitor: 8) }.joined()
    try shop.write(
      line(3, "10:00:00", "/", agent: Self.agent + " PriceWatch/2")
        + line(3, "10:00:05", "/", visitor: 9) + fast, to: "log/3.log")
    try shop.run()
    let counts = "select day, reason, visitors, requests from robot_day order by day"
    #expect(try shop.rows(counts) == [])
    #expect(try shop.number("select count(*) from session") == 3)
    try setRules("sessions: {bot_agents: ['pricewatch'], max_pages_per_minute: 29},", of: shop)
    try shop.run()
    #expect(
      try shop.rows(counts) == [
        "2026-11-03|agent-list|1|1", "2026-11-04|pages-per-minute|1|30",
      ])
    #expect(try shop.number("select count(*) from session") == 1)
    let sums = """
      select (select sum(events) from event_span)
        - (select sum(pages) from session) - (select sum(requests) from robot_day)
      """
    #expect(try shop.number(sums) == 0)
  }

  /// Visits over midnight, sources that change, one instant twice, two visitors.
  private var files: [(name: String, text: String)] {
    [
      ("9", line(9, "23:50:00", "/?utm_source=vk&utm_medium=cpc") + line(9, "12:00:00", "/a")),
      ("10", line(10, "00:05:00", "/cart") + line(10, "00:05:00", "/product/1")),
      ("10b", line(10, "00:20:00", "/checkout/thanks?order_id=W1", visitor: 8)),
      ("11", line(11, "00:10:00", "/b", referrer: "https://ya.ru/")),
      ("11b", line(10, "23:45:00", "/c", visitor: 8) + line(10, "23:55:00", "/d")),
      ("12", line(12, "09:00:00", "/?yclid=5") + line(12, "09:01:00", "/e", visitor: 8)),
    ]
  }

  @Test(arguments: [[0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [3, 0, 5, 1, 4, 2]])
  func `files of any night give the sessions of all at once`(order: [Int]) throws {
    let whole = try Shop.small()
    for file in files { try whole.write(file.text, to: "log/\(file.name).log") }
    try whole.run()
    let nightly = try Shop.small()
    for place in order {
      try nightly.write(files[place].text, to: "log/\(files[place].name).log")
      try nightly.run()
    }
    #expect(try nightly.rows(sessions) == (try whole.rows(sessions)))
    #expect(try nightly.number("select sum(pages) from session") == 10)
  }

  @Test func `a day too large for memory is cut by visitors to the same sessions`() throws {
    let shop = try Shop.small()
    for file in files { try shop.write(file.text, to: "log/\(file.name).log") }
    try shop.run()
    let expected = try shop.rows(sessions)
    let pipeline = try shop.pipeline()
    let builder = SessionBuilder(rules: SessionRules(pipeline))
    let campaigns = CampaignNames(classifier: builder.classifier)
    let warehouse = try Warehouse(
      path: pipeline.warehouse, settings: WarehouseSettings(pipeline))
    let job = SessionsJob(
      warehouse: warehouse, builder: builder, campaigns: campaigns,
      fingerprint: PipelineStage.sessions.fingerprint(of: pipeline), held: 2)
    _ = try job.run(days: Set(DayRange(first: .first, last: .last).days))
    #expect(try shop.rows(sessions) == expected)
  }
}

extension Day {
  fileprivate static let first = Day(number: Day("2026-11-09")?.number ?? 0)
  fileprivate static let last = Day(number: Day("2026-11-12")?.number ?? 0)
}
