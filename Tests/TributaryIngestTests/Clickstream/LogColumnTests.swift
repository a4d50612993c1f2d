import Testing
import TributaryModel

@testable import TributaryIngest

/// `columns` of a log's source.
struct LogColumnTests {
  private func read(
    _ line: String, _ format: String = "json", columns: [String: String]
  ) throws -> ReadLog {
    let bench = try Workbench()
    var options = Given.logOptions
    options.zone = try #require(Zone(identifier: "Europe/Moscow"))
    return try ReadLog(bench.write("a", line + "\n"), format, columns: columns, options: options)
  }

  /// In each: GET https://shop.example/a?b=c at 2026-05-03T07:15:00Z, 200, from 203.0.113.7 with M.
  @Test(arguments: [
    (
      // Cloudflare, "HTTP requests" of Logpush, its times as Unix nanoseconds.
      #"{"EdgeStartTimestamp":1777792500000000000,"ClientIP":"203.0.113.7","EdgeResponseStatus":200,"#
        + #""ClientRequestHost":"shop.example","ClientRequestMethod":"GET","#
        + #""ClientRequestURI":"/a?b=c","ClientRequestUserAgent":"M"}"#,
      [
        "time": "EdgeStartTimestamp", "client_ip": "ClientIP", "status": "EdgeResponseStatus",
        "host": "ClientRequestHost", "method": "ClientRequestMethod", "path": "ClientRequestURI",
        "user_agent": "ClientRequestUserAgent",
      ]
    ),
    (
      // Google Cloud, "LogEntry": httpRequest of a load balancer.
      #"{"timestamp":"2026-05-03T07:15:00Z","httpRequest":{"requestMethod":"GET","status":200,"#
        + #""requestUrl":"https://shop.example/a?b=c","userAgent":"M","remoteIp":"203.0.113.7"}}"#,
      [
        "time": "timestamp", "method": "httpRequest.requestMethod", "url": "httpRequest.requestUrl",
        "status": "httpRequest.status", "user_agent": "httpRequest.userAgent",
        "client_ip": "httpRequest.remoteIp",
      ]
    ),
    (
      // Envoy and Istio, the default JSON of their access log.
      #"{"start_time":"2026-05-03T07:15:00.000Z","method":"GET","path":"/a?b=c","response_code":200,"#
        + #""x_forwarded_for":"203.0.113.7,10.0.0.1","user_agent":"M","authority":"shop.example:443"}"#,
      [
        "time": "start_time", "method": "method", "path": "path", "status": "response_code",
        "client_ip": "x_forwarded_for", "user_agent": "user_agent", "host": "authority",
      ]
    ),
    (
      // A key written with dots goes before the steps; a list's first element; a local time.
      #"{"http.request.uri":"/a?b=c","http":{"request":{"uri":"/x"}},"when":"2026-05-03 10:15:00","#
        + #""ips":["203.0.113.7","10.0.0.1"],"h":{"Host":["shop.example"],"UA":["M"]},"code":"200"}"#,
      [
        "path": "http.request.uri", "time": "when", "client_ip": "ips[0]", "host": "h.Host[0]",
        "user_agent": "h.UA[0]", "status": "code",
      ]
    ),
    (
      // A day and a time of day apart; the query apart.
      #"{"d":"2026-05-03","t":"10:15:00","req":"GET /a HTTP/1.1","q":"?b=c","ip":"203.0.113.7:4711","#
        + #""vhost":"shop.example","s":200,"ua":"M"}"#,
      [
        "date": "d", "time": "t", "request": "req", "query": "q", "client_ip": "ip",
        "host": "vhost", "status": "s", "user_agent": "ua",
      ]
    ),
  ])
  func `columns name the keys of any JSON log`(line: String, columns: [String: String]) throws {
    let log = try read(line, columns: columns)
    #expect(log.rejections.map(\.message) == [])
    let row = try #require(log.rows.first)
    #expect(row.at == 1_777_792_500_000)
    #expect(row.host == "shop.example" && row.path == "/a" && row.query == "b=c")
    #expect(row.status == 200 && row.agent == "M" && row.kind == .page)
    let combined = Given.line(1, agent: "M").replacing("93.180.71.3", with: "203.0.113.7")
    let bench = try Workbench()
    #expect(try row.visitor == ReadLog(bench.write("b", combined)).rows.first?.visitor)
  }

  @Test func `columns go before the keys that a format knows`() throws {
    let line =
      #"{"time":"2026-05-03T07:15:00Z","request":"GET /inner HTTP/1.1","remote_addr":"10.0.0.1","#
      + #""outer":{"uri":"/a?b=c","ip":"203.0.113.7"},"status":200}"#
    let log = try read(line, "nginx-json", columns: ["path": "outer.uri", "client_ip": "outer.ip"])
    #expect(log.rows.map(\.path) == ["/a"])
    let same = try read(line.replacing("10.0.0.1", with: "203.0.113.7"), "nginx-json", columns: [:])
    #expect(log.rows.map(\.visitor) == same.rows.map(\.visitor))
    #expect(same.rows.map(\.path) == ["/inner"])
  }

  @Test func `columns name fields of a W3C log`() throws {
    let text =
      "#Fields: date time cs-uri-stem c-ip X-Client sc-status\n2026-05-03 07:15:00 /a 10.0.0.1 "
      + "203.0.113.7 200"
    let log = try read(text, "iis-w3c", columns: ["client_ip": "X-Client"])
    let same = try read(text.replacing("10.0.0.1", with: "203.0.113.7"), "iis-w3c", columns: [:])
    #expect(log.rows.map(\.visitor) == same.rows.map(\.visitor))
  }

  @Test func `a client's own id is the visitor`() throws {
    let log = try read(
      #"{"t":1777792500,"u":"shop.example/a","id":"abc"}"#,
      columns: ["time": "t", "url": "u", "client_id": "id"])
    #expect(log.rows.map(\.visitor) == [Given.key.visitor(id: "abc")])
  }

  @Test func `a record without the named key is refused with the keys that it has`() throws {
    let log = try read(#"{"t":1777792500,"uri":"/a"}"#, columns: ["time": "t", "path": "url"])
    #expect(log.rejections.first?.message.contains("found the keys t, uri") == true)
  }

  @Test(arguments: [
    ("json", [:]), ("json", ["time": "t"]), ("json", ["path": "p", "client_ip": "ip"]),
    ("json", ["time": "t", "path": "p", "pfad": "x"]), ("nginx-combined", ["path": "p"]),
    ("ga4-json", ["path": "p"]), ("$remote_addr [$time_local] \"$request\"", ["path": "p"]),
  ])
  func `columns that make no log are an error`(format: String, columns: [String: String]) {
    let error = #expect(throws: IngestError.self) {
      try ClickstreamFormat(format, columns: columns)
    }
    #expect(error?.kind == .badOption)
  }
}
