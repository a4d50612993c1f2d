import Foundation
import Testing

@testable import TributaryPipeline

/// Each event names the file and the line that it stands on, whoever wrote the log.
@Suite struct EventLineTests {
  /// How one vendor writes a request of a page whose path holds `/pNUMBERq`.
  struct Vendor: CustomTestStringConvertible, Sendable {
    let format: String
    var head = ""
    var ending = "\n"
    let line: @Sendable (_ number: Int) -> String
    var testDescription: String { format }
  }

  private static let agent =
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"

  private static func minute(_ number: Int) -> String {
    (number < 10 ? "0" : "") + "\(number)"
  }

  private static func combined(_ number: Int) -> String {
    "192.0.2.7 - - [10/Nov/2026:10:\(minute(number)):00 +0300] \"GET /p\(number)q HTTP/1.1\" 200 5 "
      + "\"-\" \"\(agent)\""
  }

  private static func google(_ number: Int) -> String {
    #"{"event_timestamp":"\#(1_794_474_000 + number * 60)000000","event_name":"page_view","#
      + #""event_params":[{"key":"page_location","value":{"string_value":"#
      + #""https://shop.example/p\#(number)q"}}],"user_pseudo_id":"v1"}"#
  }

  static let vendors = [
    Vendor(format: "nginx-combined", line: combined),
    Vendor(format: "nginx-combined", head: "\u{FEFF}", ending: "\r\n", line: combined),
    Vendor(format: "nginx-combined") { number in
      // A shipper's wrapper around each line.
      "2026-11-10T07:00:00.000000000Z stdout F " + combined(number)
    },
    Vendor(
      format: "iis-w3c",
      head: """
        #Software: Microsoft Internet Information Services 10.0
        #Fields: date time cs-method cs-uri-stem cs-uri-query c-ip cs(User-Agent) sc-status

        """
    ) { number in
      "2026-11-10 07:\(minute(number)):00 GET /p\(number)q - 192.0.2.7 "
        + agent.replacing(" ", with: "+") + " 200"
    },
    Vendor(format: "caddy-json") { number in
      #"{"ts":\#(1_794_294_000 + number * 60).5,"request":{"remote_ip":"192.0.2.7","method":"GET","#
        + #""host":"shop.example","uri":"/p\#(number)q","headers":{"User-Agent":["\#(agent)"]}},"#
        + #""size":5,"status":200}"#
    },
    Vendor(format: "ga4-json", line: google),
    Vendor(
      format: "metrica-hits",
      head: "ym:pv:counterID\tym:pv:watchID\tym:pv:clientID\tym:pv:dateTime\tym:pv:isPageView"
        + "\tym:pv:URL\n"
    ) { number in
      "1\t90\(number)\t1777\t2026-11-10 10:\(minute(number)):00\t1\t"
        + "https://shop.example/p\(number)q"
    },
  ]

  private static func shop(_ format: String) throws -> LogShop {
    LogShop(
      try Shop(
        """
        {name: 'shop', timezone: 'Europe/Moscow', currency: 'RUB', as_of: '2026-11-14',
         reports: 'reports', channels: {own_domains: ['shop.example']},
         sources: [{kind: 'clickstream', format: '\(format)', paths: ['log/*'],
                    host: 'shop.example'}]}
        """))
  }

  /// Pages of some numbers among lines that are none: a blank one, a comment, one that is refused.
  private static func text(_ vendor: Vendor, _ numbers: Range<Int>) -> String {
    numbers.map { number in
      let noise = [3: "", 5: "# rotated", 8: "no request at all"][number].map { $0 + vendor.ending }
      return (noise ?? "") + vendor.line(number) + vendor.ending
    }.joined()
  }

  /// The line of each page in a text, counted without the program.
  private static func lines(_ numbers: Range<Int>, in text: String) throws -> [String] {
    let lines = text.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    return try numbers.map { number in
      let place = try #require(lines.firstIndex { $0.contains("/p\(number)q") })
      return "/p\(number)q|\(place + 1)"
    }
  }

  private static let events = """
    select text, line
    from event
    join text_value on text_id = event.path
    join source_file using (source_file_id)
    where source_file.path = '#'
    order by event_id
    """

  private func events(of path: String, in shop: LogShop) throws -> [String] {
    try shop.shop.rows(Self.events.replacing("#", with: path))
  }

  @Test(arguments: vendors)
  func `events of a file, and of what it grew by, name their lines`(vendor: Vendor) throws {
    let shop = try Self.shop(vendor.format)
    let first = vendor.head + Self.text(vendor, 0..<7)
    try shop.write(first, to: "log/a.log")
    try shop.run()
    #expect(try events(of: "log/a.log", in: shop) == Self.lines(0..<7, in: first))
    let whole = first + Self.text(vendor, 7..<12)
    try shop.append(Self.text(vendor, 7..<12), to: "log/a.log")
    try shop.run()
    #expect(try events(of: "log/a.log", in: shop) == Self.lines(0..<12, in: whole))
    #expect(try shop.number("select count(*) from rejection") == 1)
    // Renamed and packed it is the same file; another one counts from 1 again.
    try shop.move("log/a.log", to: "log/a.log.1")
    try shop.gzip("log/a.log.1")
    let next = vendor.head + Self.text(vendor, 12..<15)
    try shop.write(next, to: "log/a.log")
    try shop.run()
    #expect(try events(of: "log/a.log.1.gz", in: shop) == Self.lines(0..<12, in: whole))
    #expect(try events(of: "log/a.log", in: shop) == Self.lines(12..<15, in: next))
    #expect(try shop.number("select count(*) from event where line is null") == 0)
  }

  @Test(arguments: vendors)
  func `events of a packed file name the lines of its text`(vendor: Vendor) throws {
    let shop = try Self.shop(vendor.format)
    let text = vendor.head + Self.text(vendor, 0..<12)
    try shop.write(text, to: "log/a.log")
    try shop.gzip("log/a.log")
    try shop.run()
    #expect(try events(of: "log/a.log.gz", in: shop) == Self.lines(0..<12, in: text))
  }

  @Test func `of an array events and rejections name the place of the record`() throws {
    let shop = try Self.shop("ga4-json")
    let spread = Self.google(1).replacing(",", with: ",\n    ")
    let refused = #"{"event_timestamp":"never","event_name":"page_view","user_pseudo_id":"v1"}"#
    let records = [Self.google(0), spread, refused, Self.google(3)]
    try shop.write("[\n" + records.joined(separator: ",\n  ") + "\n]\n", to: "log/a.json")
    try shop.run()
    #expect(try events(of: "log/a.json", in: shop) == ["/p0q|1", "/p1q|2", "/p3q|4"])
    #expect(try shop.shop.rows("select line from rejection") == ["3"])
    let more = records + [Self.google(4)]
    try shop.write("[" + more.joined(separator: ",") + "]", to: "log/a.json")
    try shop.run()
    #expect(
      try events(of: "log/a.json", in: shop) == ["/p0q|1", "/p1q|2", "/p3q|4", "/p4q|5"])
  }

  @Test func `all orders of a line stand on it`() throws {
    let shop = try Self.shop("metrica-visits")
    let names = ["clientID", "dateTimeUTC", "startURL", "purchaseID"].map { "ym:s:" + $0 }
    let visits = [
      names, ["v1", "2026-11-12 12:00:00", "https://shop.example/a", "[]"],
      ["v2", "2026-11-12 12:10:00", "https://shop.example/b", #"[\'A-1\',\'A-2\']"#],
    ]
    try shop.write(
      visits.map { $0.joined(separator: "\t") + "\n" }.joined(), to: "log/visits.tsv")
    try shop.run()
    #expect(
      try shop.shop.rows(
        "select coalesce(order_id, 'page'), line from event order by event_id")
        == ["page|2", "page|3", "A-1|3", "A-2|3"])
  }
}
