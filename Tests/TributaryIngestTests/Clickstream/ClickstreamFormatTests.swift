import Testing
import TributaryModel

@testable import TributaryIngest

struct ClickstreamFormatTests {
  private static let tail =
    "9.8.7.6 - anna [17/May/2015:08:05:32 +0300] \"GET /a?b=c HTTP/2.0\" 200 12 \"-\" \"M\""

  @Test(arguments: [
    ("nginx-vhost-combined", "Shop.Example " + tail),
    ("nginx-vhost-combined", "shop.example:443 " + tail),
    ("apache-vhost-combined", "SHOP.example:80 " + tail),
    (
      "$remote_addr [$time_iso8601] $host. $status $request_uri $request_method",
      "9.8.7.6 [2015-05-17T08:05:32+03:00] shop.example. 200 /a?b=c GET"
    ),
    (
      "$msec|$request_method|$uri|$args|$http_host|$remote_addr|$status|$request_time",
      "1431839132.000|GET|/a|b=c|shop.example:8080|9.8.7.6|200|0.005"
    ),
    (
      "%h %V %t \"%m %U\" %>s \"%q\"",
      "9.8.7.6 shop.example [17/May/2015:08:05:32 +0300] \"GET /a\" 200 \"?b=c\""
    ),
    (
      "%{sec}t %{Host}i %a \\\"%r\\\" %s",
      "1431839132 shop.example 9.8.7.6 \"GET /a?b=c HTTP/1.1\" 200"
    ),
  ])
  func `a format finds host, time, path and status`(format: String, line: String) throws {
    let bench = try Workbench()
    let log = try ReadLog(bench.write("a.log", line + "\n"), format)
    let row = try #require(log.rows.first)
    #expect(row.host == "shop.example")
    #expect(row.at == 1_431_839_132_000)
    #expect(row.path == "/a")
    #expect(row.status == 200)
    #expect(row.method == "GET")
  }

  @Test func `an id cookie is the visitor, and an empty one is not`() throws {
    let bench = try Workbench()
    var options = Given.logOptions
    options.visitorCookie = "cid"
    let format = "$remote_addr [$time_local] \"$request\" $status \"$cookie_cid\" $cookie_other"
    let start = "[17/May/2015:08:05:32 +0300] \"GET / HTTP/1.1\" 200 "
    let text = "1.1.1.1 \(start)\"abc\" z\n2.2.2.2 \(start)\"abc\" z\n3.3.3.3 \(start)\"-\" z\n"
    let log = try ReadLog(bench.write("a.log", text), format, options: options)
    #expect(
      log.rows.map(\.visitor).prefix(2) == [
        Given.key.visitor(id: "abc"), Given.key.visitor(id: "abc"),
      ])
    #expect(log.rows.last?.visitor != Given.key.visitor(id: "-"))
  }

  @Test(arguments: [
    ("nginx-combinde", IngestError.Kind.unknownFormat), ("$remote_addr $status", .badOption),
    ("%h %Z %t", .badOption), ("$remote_addr$time_local", .badOption), ("%h %{%Y}t", .badOption),
    ("%h %t %", .badOption),
  ])
  func `a format that cannot be read is an error`(text: String, kind: IngestError.Kind) {
    let error = #expect(throws: IngestError.self) { try ClickstreamFormat(text) }
    #expect(error?.kind == kind)
  }

  @Test func `a line of a format string ends where the string ends`() throws {
    let bench = try Workbench()
    let text = "1.1.1.1 [17/May/2015:08:05:32 +0000] 200 more\n"
    let log = try ReadLog(bench.write("a.log", text), "$remote_addr [$time_local] $status")
    #expect(log.rejections.map(\.reason) == [.malformed])
  }
}
