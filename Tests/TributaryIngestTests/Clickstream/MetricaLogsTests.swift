import Testing
import TributaryModel

@testable import TributaryIngest

/// Formats `metrica-hits` and `metrica-visits`.
struct MetricaLogsTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func read(
    _ format: String, _ columns: [(String, String)], _ more: [[String]] = [],
    zone: Zone = .utc
  ) throws -> ReadLog {
    let prefix = format == "metrica-hits" ? "ym:pv:" : "ym:s:"
    let lines = [columns.map { prefix + $0.0 }, columns.map(\.1)] + more
    let text = lines.map { $0.joined(separator: "\t") + "\n" }.joined()
    var options = Given.logOptions
    options.zone = zone
    return try ReadLog(bench.write("logs.tsv", text), format, options: options)
  }

  private static let hit = [
    ("watchID", "3517"), ("clientID", "1777792500123"), ("dateTimeUTC", "2026-05-03 10:15:00"),
    ("isPageView", "1"), ("URL", "https://shop.example/a?b=it\\'s"), ("referer", "https://ya.ru/"),
    ("deviceCategory", "2"), ("goalsID", "[301,302]"), ("title", "Tab\\there"),
  ]

  private static let visit = [
    ("visitID", "91"), ("clientID", "1777792500123"), ("dateTimeUTC", "2026-05-03 10:15:00"),
    ("startURL", "https://shop.example/a"), ("endURL", "https://shop.example/thanks"),
    ("referer", "https://ya.ru/"), ("visitDuration", "4000"), ("pageViews", "5"),
    ("purchaseID", #"[\'A-1\',\'B\\\'2\']"#), ("purchaseRevenue", "[10,20]"),
  ]

  @Test func `a hit is read, its UTC three hours late`() throws {
    let row = try #require(try read("metrica-hits", MetricaLogsTests.hit).rows.first)
    #expect(row.at == 1_777_792_500_000)
    #expect(row.host == "shop.example")
    #expect(row.path == "/a")
    #expect(row.query == "b=it's")
    #expect(row.referrer == "https://ya.ru/")
    #expect(row.agent == "mobile")
    #expect(row.visitor == Given.key.visitor(id: "1777792500123"))
    #expect(row.kind == .page)
    #expect(row.orders.isEmpty)
    #expect(!row.isBot)
  }

  @Test(arguments: [
    (#""https://shop.example/a?b=1/2""&c=d""#, #"b=1/2"&c=d"#),
    (#""https://shop.example/a?b=""x""""#, #"b="x""#),
    ("\"https://shop.example/a?b=1\t2\"", "b=1\t2"),
    (#"https://shop.example/a?b=1"2"#, #"b=1"2"#),
  ])
  func `a cell with a quote stands in quotes`(cell: String, query: String) throws {
    let columns = MetricaLogsTests.hit.map { $0.0 == "URL" ? ("URL", cell) : $0 }
    let row = try #require(try read("metrica-hits", columns).rows.first)
    #expect(row.path == "/a")
    #expect(row.query == PrintableText.of(query))
    #expect(row.referrer == "https://ya.ru/")
  }

  @Test func `a hit that is no page view is none`() throws {
    let log = try read(
      "metrica-hits", MetricaLogsTests.hit.map { ($0.0, $0.0 == "isPageView" ? "0" : $0.1) })
    #expect(log.rows.map(\.kind) == [.other])
  }

  @Test func `the counter's own time is in the zone of the shop`() throws {
    let zone = try #require(Zone(identifier: "Asia/Yekaterinburg"))
    let columns = MetricaLogsTests.hit.map {
      $0.0 == "dateTimeUTC" ? ("dateTime", "2026-05-03 12:15:00") : $0
    }
    #expect(try read("metrica-hits", columns, zone: zone).rows.map(\.at) == [1_777_792_500_000])
    let both = columns + [("dateTimeUTC", "2026-05-03 10:15:01")]
    #expect(try read("metrica-hits", both, zone: zone).rows.map(\.at) == [1_777_792_501_000])
  }

  @Test func `a visit is its first page and its orders`() throws {
    let log = try read("metrica-visits", MetricaLogsTests.visit)
    let row = try #require(log.rows.first)
    #expect(log.rows.count == 1)
    #expect(row.at == 1_777_792_500_000)
    #expect(row.host == "shop.example")
    #expect(row.path == "/a")
    #expect(row.query == nil)
    #expect(row.referrer == "https://ya.ru/")
    #expect(row.kind == .page)
    #expect(row.orders == ["A-1", "B'2"])
  }

  @Test(arguments: [
    ("[]", []), (#"['A-1']"#, ["A-1"]), (#"[\"A-1\"]"#, ["A-1"]), ("[7,8]", ["7", "8"]),
  ])
  func `orders are read from any way to write a list`(text: String, orders: [String]) throws {
    let log = try read(
      "metrica-visits", MetricaLogsTests.visit.map { ($0.0, $0.0 == "purchaseID" ? text : $0.1) })
    #expect(log.rows.map(\.orders) == [orders])
  }

  @Test func `tags count where the address has none, the visit's own before others`() throws {
    let tags = [
      ("lastUTMSource", "ya"), ("UTMSource", "old"), ("UTMMedium", "cpc"), ("lastUTMTerm", ""),
    ]
    let log = try read("metrica-visits", MetricaLogsTests.visit + tags)
    #expect(log.rows.map(\.query) == ["utm_source=ya&utm_medium=cpc"])
    let hit = try read(
      "metrica-hits", MetricaLogsTests.hit + [("UTMCampaign", "sale"), ("GCLID", "Cj0")])
    #expect(hit.rows.map(\.query) == ["b=it's&utm_campaign=sale&gclid=Cj0"])
  }

  @Test func `visitors without an id are known by the hash, or not at all`() throws {
    let columns = MetricaLogsTests.hit.map { ($0.0, $0.0 == "clientID" ? "0" : $0.1) }
    let log = try read("metrica-hits", columns + [("counterUserIDHash", "555")])
    #expect(log.rows.map(\.visitor) == [Given.key.visitor(id: "555")])
    let nobody = try read("metrica-hits", columns)
    #expect(nobody.rows.isEmpty && nobody.summary.counts.filtered == 1)
  }

  @Test(arguments: ["isPageView", "clientID", "dateTimeUTC", "URL"])
  func `a file without a needed column is refused by name`(column: String) throws {
    let log = try read("metrica-hits", MetricaLogsTests.hit.filter { $0.0 != column })
    #expect(log.rejections.map(\.reason) == [.malformed])
    #expect(log.rejections.allSatisfy { $0.message.contains("ym:pv:" + column) })
  }

  @Test func `parts put together keep their headers, which are no records`() throws {
    let header = MetricaLogsTests.hit.map { "ym:pv:" + $0.0 }
    let log = try read(
      "metrica-hits", MetricaLogsTests.hit, [header, MetricaLogsTests.hit.map(\.1)])
    #expect(log.rows.count == 2)
    #expect(log.summary.counts.read == 2)
  }

  @Test func `ragged rows are refused`() throws {
    let log = try read("metrica-hits", MetricaLogsTests.hit, [["1", "2"]])
    #expect(log.rejections.map(\.line) == [3])
  }
}
