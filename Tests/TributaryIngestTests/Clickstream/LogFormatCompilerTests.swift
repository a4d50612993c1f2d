import Testing
import TributaryModel

@testable import TributaryIngest

struct LogFormatCompilerTests {
  // 2015-05-17T05:05:32Z, GET shop.example/a?b=c, 200 from 9.8.7.6 in every line.
  @Test(arguments: [
    (
      "$remote_addr [$time_local] \"$request\" $status rt=$request_time uct=$upstream_connect_time "
        + "urt=$upstream_response_time $request_id $scheme $server_port $geoip_country_code $host",
      "9.8.7.6 [17/May/2015:08:05:32 +0300] \"GET /a?b=c HTTP/1.1\" 200 rt=0.120 uct=0.000, 0.001 "
        + "urt=0.001, 0.002 : 0.003 f3c1 https 443 RU shop.example"
    ),
    (
      "$remote_addr $msec $upstream_addr $host \"$request_method $uri$is_args$args\" $status",
      "9.8.7.6 1431839132.000 10.0.0.1:80, unix:/run/a.sock : 10.0.0.2:80 shop.example "
        + "\"GET /a?b=c\" 200"
    ),
    (
      "${time_iso8601} $request_method $scheme://$host$request_uri $server_protocol $status "
        + "$http_x_forwarded_for $remote_addr $request_length",
      "2015-05-17T08:05:32+03:00 GET https://shop.example:8443/a?b=c HTTP/2.0 200 1.1.1.1, 2.2.2.2 "
        + "9.8.7.6 512"
    ),
    (
      "%v:%p %a %A %l %u %t \"%m %U%q %H\" %>s %B %D %T %I %O %P %X %k %L",
      "shop.example:443 9.8.7.6 10.0.0.1 - anna [17/May/2015:08:05:32 +0300] "
        + "\"GET /a?b=c HTTP/1.1\" 200 12 1500 0 300 400 77 + 0 -"
    ),
    (
      "%V %{c}a %{remote}p [%{%d/%b/%Y %T}t.%{msec_frac}t %{%z}t] \"%r\" %s %<s %{X}o %{Y}e %{Z}n",
      "shop.example 9.8.7.6 4711 [17/May/2015 08:05:32.000 +0300] \"GET /a?b=c HTTP/1.1\" 200 200 "
        + "- - -"
    ),
    (
      "%{%Y-%m-%d %H:%M:%S %z}t %h %V %>s %m %U?b=c %{SSL_PROTOCOL}x",
      "2015-05-17 08:05:32 +0300 9.8.7.6 shop.example 200 GET /a?b=c TLSv1.3"
    ),
    (
      "%{%FT%T%z}t %{Host}i %h \"%r\" %s %{X}^ti %%",
      "2015-05-17T08:05:32+0300 shop.example 9.8.7.6 \"GET /a?b=c HTTP/1.1\" 200 - %"
    ),
    ("%{msec}t %v %h %m %U%q %s", "1431839132000 shop.example 9.8.7.6 GET /a?b=c 200"),
    ("%{begin:usec}t %v %h %m %U%q %s", "1431839132000000 shop.example 9.8.7.6 GET /a?b=c 200"),
    (
      "%{%s}t.%{usec_frac}t %v %h \"%r\" %s",
      "1431839132.000000 shop.example 9.8.7.6 \"GET /a?b=c\" 200"
    ),
    (
      "%{sec}t.%{usec_frac}t %v %h \"%r\" %s",
      "1431839132.000000 shop.example 9.8.7.6 \"GET /a?b=c\" 200"
    ),
    (
      "%{%e/%b/%Y:%T %z}t %v %h \"%r\" %s",
      "17/May/2015:08:05:32 +0300 shop.example 9.8.7.6 \"GET /a?b=c\" 200"
    ),
  ])
  func `what people add to formats is understood`(format: String, line: String) throws {
    let bench = try Workbench()
    let log = try ReadLog(bench.write("a.log", line + "\n"), format)
    #expect(log.rejections.map(\.message) == [])
    let row = try #require(log.rows.first)
    #expect(row.at == 1_431_839_132_000)
    #expect(row.host == "shop.example")
    #expect(row.method == "GET")
    #expect(row.path == "/a")
    #expect(row.status == 200)
    let combined = Given.line(1).replacing("93.180.71.3", with: "9.8.7.6")
      .replacing("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", with: "-")
    #expect(try row.visitor == ReadLog(bench.write("b.log", combined)).rows.first?.visitor)
  }

  @Test(arguments: [
    "$remote_addr [$time_local] \"$request\" \"$http_cookie\"",
    "%h %t \"%r\" \"%{Cookie}i\"",
    "$remote_addr [$time_local] \"$request\" \"x=1; cid=$cookie_cid\"",
    "%h %t \"%r\" \"x=1; cid=%{cid}C\"",
  ])
  func `the cookie is a field or a part of the header`(format: String) throws {
    let bench = try Workbench()
    var options = Given.logOptions
    options.visitorCookie = "cid"
    let line = "9.8.7.6 [17/May/2015:08:05:32 +0300] \"GET / HTTP/1.1\" \"x=1; cid=abc\"\n"
    let log = try ReadLog(bench.write("a.log", line), format, options: options)
    #expect(log.rows.map(\.visitor) == [Given.key.visitor(id: "abc")])
  }

  @Test(arguments: [
    "%h %{%H:%M %z}t %r", "%h %{%Y-%m %T}t %r", "%h %{%F %I:%M}t %r", "%h %{%}t %r", "%h %{%Q}t %r",
    "%h %{msec_frac}t %r",
  ])
  func `a time that makes no instant is an error`(format: String) {
    let error = #expect(throws: IngestError.self) { try ClickstreamFormat(format) }
    #expect(error?.kind == .badOption)
  }

  @Test(arguments: [
    "2015-02-29 08:05:32 +0300", "2015-05-17 24:05:32 +0300", "2015-05-17 08:60:32 +0300",
    "2015-05-17 08:05:61 +0300", "2015-05-17T08:05:32 +0300", "2015-05-17 08:05:32 0300x",
    "2015-05-1x 08:05:32 +0300",
  ])
  func `a time that is none is refused`(time: String) throws {
    let bench = try Workbench()
    let log = try ReadLog(bench.write("a.log", time + " x /\n"), "%{%Y-%m-%d %H:%M:%S %z}t %h %U")
    #expect(log.rejections.map(\.reason) == [.badDate])
  }

  @Test func `the fraction of a second is kept`() throws {
    let bench = try Workbench()
    let log = try ReadLog(
      bench.write("a.log", "2015-05-17 08:05:32.123456 +0300 9.8.7.6 /\n"),
      "%{%F %T}t.%{usec_frac}t %{%z}t %h %U")
    #expect(log.rows.map(\.at) == [1_431_839_132_123])
  }

  /// 2026-05-03T07:15:00Z is 10:15 in Moscow.
  @Test(arguments: [
    ("%{%Y-%m-%d %H:%M:%S}t", "2026-05-03 10:15:00"), ("%{%c}t", "Sun May  3 10:15:00 2026"),
    ("%{%D %r}t", "05/03/26 10:15:00 AM"), ("%{%A, %d %B %Y %T}t", "Sunday, 03 May 2026 10:15:00"),
    ("%{%Y.%j %R}t", "2026.123 10:15"), ("%{%F %T %Z}t", "2026-05-03 07:15:00 UTC"),
    ("%{%d-%b-%y %l:%M %p}t", "03-May-26 10:15 AM"), ("%{%F %T %z}t", "2026-05-03 09:15:00 +0200"),
  ])
  func `a time in letters of strftime is read, in the source's zone without an offset`(
    format: String, time: String
  ) throws {
    let bench = try Workbench()
    var options = Given.logOptions
    options.zone = try #require(Zone(identifier: "Europe/Moscow"))
    for (pattern, line) in [
      ("%h [\(format)] \"%r\"", "9.8.7.6 [\(time)] \"GET /a HTTP/1.1\""),
      ("\(format) %h \"%r\"", "\(time) 9.8.7.6 \"GET /a HTTP/1.1\""),
    ] {
      let log = try ReadLog(bench.write("a.log", line + "\n"), pattern, options: options)
      #expect(log.rows.map(\.at) == [1_777_792_500_000], "\(pattern)")
      #expect(log.rows.map(\.path) == ["/a"])
    }
  }

  // Offsets of the IANA database: EST is UTC-5, MSK UTC+3, CST in Chicago UTC-6, in Shanghai UTC+8;
  // in New York 01:30 of 2026-11-01 comes twice.
  @Test(arguments: [
    ("Europe/Moscow", "2026-05-03 02:15:00 EST", 1_777_792_500_000),
    ("America/New_York", "2026-05-03 10:15:00 MSK", 1_777_792_500_000),
    ("America/Chicago", "2026-05-03 09:15:00 CEST", 1_777_792_500_000),
    ("Asia/Shanghai", "2026-05-03 15:15:00 CST", 1_777_792_500_000),
    ("America/Chicago", "2026-01-05 10:00:00 CST", 1_767_628_800_000),
    ("America/New_York", "2026-11-01 01:30:00 EDT", 1_793_511_000_000),
    ("America/New_York", "2026-11-01 01:30:00 EST", 1_793_514_600_000),
  ])
  func `the zone that a time names is its own`(zone: String, time: String, at: Int64) throws {
    let bench = try Workbench()
    var options = Given.logOptions
    options.zone = try #require(Zone(identifier: zone))
    let log = try ReadLog(
      bench.write("a.log", "9.8.7.6 [\(time)] \"GET /a HTTP/1.1\"\n"), "%h [%{%F %T %Z}t] \"%r\"",
      options: options)
    #expect(log.rows.map(\.at) == [at])
  }

  @Test(arguments: ["CST", "IST", "XYZ"])
  func `a zone's name with several meanings or none is refused`(name: String) throws {
    let bench = try Workbench()
    var options = Given.logOptions
    options.zone = try #require(Zone(identifier: "Europe/Moscow"))
    let log = try ReadLog(
      bench.write("a.log", "9.8.7.6 [2026-05-03 10:15:00 \(name)] \"GET /a HTTP/1.1\"\n"),
      "%h [%{%F %T %Z}t] \"%r\"", options: options)
    #expect(log.rejections.map(\.reason) == [.badDate])
    #expect(log.rejections.first?.message.contains("%z") == true)
  }

  @Test(arguments: ["$remote_addr [$time_local] $status", "%h %t %>s", "%t %{User-Agent}i"])
  func `a format without a request is an error`(format: String) {
    let error = #expect(throws: IngestError.self) { try ClickstreamFormat(format) }
    #expect(error?.message.contains("no request") == true)
  }
}
