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

  @Test(arguments: [
    ("$remote_addr [$time_local] \"$request\" $status", "200 more of it"),
    ("$remote_addr [$time_local] \"$request\" $status \"$http_user_agent\"", "200 \"-\" \"x\" 17"),
    ("%h [%{%d/%b/%Y:%T %z}t] \"%r\" %>s %b", "200 17 3/42 \"x\""),
    ("$remote_addr [$time_local] \"$request\" $status $bytes_sent", "200  17"),
  ])
  func `fields after the known ones and further blanks are passed over`(
    format: String, rest: String
  ) throws {
    let bench = try Workbench()
    let line = "1.1.1.1 [17/May/2015:08:05:32 +0000] \"GET /a HTTP/1.1\" \(rest)\n"
    let log = try ReadLog(bench.write("a.log", line), format)
    #expect(log.rows.map(\.status) == [200])
    #expect(log.rows.map(\.path) == ["/a"])
  }

  @Test(arguments: [
    ("nginx-main", "200 5 \"-\" \"M\" 161 \"shop@docker\" \"http://10.0.0.8\" 22ms"),
    ("nginx-main", "200 5 \"-\" \"M\" [0.003] \"x\""),
    (
      "$remote_addr - - [$time_local] \"$request\" $status \"$http_referer\" x", "200 \"a\" \"b\" x"
    ),
  ])
  func `a quoted field ends at its own quote and not at a later one`(
    format: String, rest: String
  ) throws {
    let bench = try Workbench()
    let line = "1.1.1.1 - - [17/May/2015:08:05:32 +0000] \"GET /a HTTP/1.1\" \(rest)\n"
    let log = try ReadLog(bench.write("a.log", line), format)
    #expect(log.rejections.map(\.reason) == [.malformed])
  }

  @Test(arguments: [
    (
      "haproxy-http",
      "1.1.1.1:33317 [17/May/2015:08:05:32.655] in~ static/srv1 10/0/30/69/109 200 2750 - - ---- "
        + "1/1/1/1/0 0/0 {shop.example|M} {} \"GET /a?b=c HTTP/1.1\""
    ),
    (
      "haproxy-http",
      "May 17 08:05:32 lb haproxy[143]: 1.1.1.1:33317 [17/May/2015:08:05:32.655] in b/<NOSRV> "
        + "-1/-1/-1/-1/109 200 +2750 - - ---- 1/1/1/1/0 0/0 \"GET /a?b=c HTTP/1.1\""
    ),
    (
      "ingress-nginx",
      "1.1.1.1 - - [17/May/2015:08:05:32 +0300] \"GET /a?b=c HTTP/1.1\" 200 2750 \"-\" \"M\" 512 "
        + "0.004 [shop-web-80] [] 10.0.0.8:80, 10.0.0.9:80 0, 2750 0.001, 0.003 502, 200 9f2c"
    ),
    (
      "traefik-clf",
      "1.1.1.1 - - [17/May/2015:08:05:32 +0300] \"GET /a?b=c HTTP/1.1\" 200 2750 \"-\" \"M\" 161 "
        + "\"shop@docker\" \"http://172.17.0.3:80\" 22ms"
    ),
  ])
  func `proxies' own formats are read, times without an offset in the source's zone`(
    format: String, line: String
  ) throws {
    let bench = try Workbench()
    var options = Given.logOptions
    options.zone = try #require(Zone(identifier: "Europe/Moscow"))
    let log = try ReadLog(bench.write("a.log", line + "\n"), format, options: options)
    #expect(log.rejections.map(\.message) == [])
    let row = try #require(log.rows.first)
    #expect(row.at / 1000 == 1_431_839_132)
    #expect(row.path == "/a" && row.query == "b=c")
    #expect(row.status == 200 && row.bytes == 2750)
    #expect(row.kind == .page)
  }
}
