import Testing
import TributaryModel

@testable import TributaryIngest

/// Format `nginx-json`.
struct NginxJSONTests {
  /// 2026-05-03T07:15:00Z
  static let at: Int64 = 1_777_792_500_000

  private func row(
    _ line: String, options: ClickstreamOptions = Given.logOptions
  ) throws -> ReadLog.Row {
    let bench = try Workbench()
    let log = try ReadLog(bench.write("a.log", line + "\n"), "nginx-json", options: options)
    try #require(log.rejections.isEmpty)
    return try #require(log.rows.first)
  }

  @Test(arguments: [
    #""time_iso8601":"2026-05-03T10:15:00+03:00""#, #""time":"2026-05-03T07:15:00Z""#,
    #""time_local":"03/May/2026:10:15:00 +0300""#, #""time":"03/May/2026:10:15:00 +0300""#,
    #""@timestamp":"2026-05-03T07:15:00.000Z""#, #""msec":"1777792500.000""#,
    #""msec":1777792500.000"#, #""timestamp":1777792500"#, #""ts":1777792500000"#,
    #""@timestamp":"2026-05-04T00:00:00Z","time_iso8601":"2026-05-03T10:15:00+03:00""#,
    #""time_iso8601":"","time_local":null,"msec":"1777792500.0""#,
  ])
  func `time is found under any of its keys, the server's own first`(time: String) throws {
    #expect(try row("{\(time),\"uri\":null}").at == NginxJSONTests.at)
  }

  @Test(arguments: [
    #""request":"GET /a/b?c=d HTTP/2.0""#, #""request_method":"GET","request_uri":"/a/b?c=d""#,
    #""method":"GET","uri":"/a/b","args":"c=d""#, #""request_method":"GET","url":"/a/b?c=d""#,
    #""request":"-","request_method":"GET","uri":"/a/b","query_string":"c=d""#,
    #""request_uri":"/a/b?c=d","uri":"/index.php","request_method":"GET","args":"x=y""#,
  ])
  func `request is one key or several`(request: String) throws {
    let row = try row("{\"msec\":1777792500,\(request),\"status\":200}")
    #expect(row.method == "GET")
    #expect(row.path == "/a/b")
    #expect(row.query == "c=d")
    #expect(row.kind == .page)
  }

  @Test func `all fields are read, numbers quoted or not`() throws {
    for number in ["200", "\"200\""] {
      let row = try row(
        "{\"uri\":\"/\",\"msec\":\"1777792500.123\",\"remote_addr\":\"203.0.113.7\",\"status\":\(number),"
          + "\"body_bytes_sent\":\(number),\"http_referrer\":\"https:\\/\\/ya.ru\\/\","
          + "\"http_user_agent\":\"Mozilla\\/5.0 (X11; Linux x86_64) \\u00ab\\u044f\\u00bb\",\"host\":\"\","
          + "\"server_name\":\"Shop.Example:443\",\"request_time\":\"0.003\","
          + "\"upstream\":{\"time\":[0.001,\"-\"]}}")
      #expect(row.at == NginxJSONTests.at + 123)
      #expect(row.status == 200)
      #expect(row.bytes == 200)
      #expect(row.referrer == "https://ya.ru/")
      #expect(row.agent == "Mozilla/5.0 (X11; Linux x86_64) «я»")
      #expect(row.host == "shop.example")
      #expect(!row.isBot)
    }
  }

  @Test func `a line that nginx wrote without escape=json is read`() throws {
    let row = try row(
      #"{"msec":1777792500,"request":"GET /\x22a\x5Cb HTTP/1.1","#
        + #""http_user_agent":"say \x22hi\x22 \xD1\x8F"}"#)
    #expect(row.path == "/\"a\\b")
    #expect(row.agent == "say \"hi\" я")
  }

  @Test func `a backslash of decoded text is no escape`() throws {
    let row = try row(
      #"{"msec":1777792500,"request":"GET /a?q=\\x22 HTTP/1.1","http_user_agent":"C:\\new"}"#)
    #expect(row.query == #"q=\x22"#)
    #expect(row.agent == #"C:\new"#)
  }

  @Test func `bytes that are no UTF-8 are read as windows-1251`() throws {
    let bench = try Workbench()
    let line =
      Array(#"{"msec":1777792500,"request":"GET /"#.utf8) + [0xea, 0xf3, 0xf0, 0xf1]
      + Array(#" HTTP/1.1"}"#.utf8) + [10]
    #expect(try ReadLog(bench.write("a.log", line), "nginx-json").rows.map(\.path) == ["/курс"])
  }

  @Test func `an agent left empty is a program, a log without agents says nothing`() throws {
    #expect(try row(#"{"uri":"/","msec":1777792500,"http_user_agent":""}"#).isBot)
    #expect(try row(#"{"uri":"/","msec":1777792500,"http_user_agent":"-"}"#).isBot)
    #expect(try !row(#"{"uri":"/","msec":1777792500}"#).isBot)
    #expect(try row(#"{"uri":"/","msec":1777792500,"body_bytes_sent":"-"}"#).bytes == 0)
    #expect(try row(#"{"uri":"/","msec":1777792500}"#).bytes == -1)
  }

  @Test(arguments: [
    #""cookie_cid":"abc""#, #""cookies":{"cid":"abc"}"#, #""cookies.cid":"abc""#,
    #""http_cookie":"xcid=1; cid=abc; y=2""#, #""cookie_cid":"","http_cookie":"cid=abc""#,
  ])
  func `a visitor is told by the cookie`(cookie: String) throws {
    var options = Given.logOptions
    options.visitorCookie = "cid"
    let row = try row("{\"uri\":\"/\",\"msec\":1777792500,\(cookie)}", options: options)
    #expect(row.visitor == Given.key.visitor(id: "abc"))
  }

  @Test func `a visitor is the same as in a combined log`() throws {
    let bench = try Workbench()
    let combined = try ReadLog(bench.write("a.log", Given.line(1, agent: "M \\x22x\\x22")))
    let row = try row(
      #"{"uri":"/","msec":1777792500,"remote_addr":"93.180.71.3","http_user_agent":"M \"x\""}"#)
    #expect(row.visitor == combined.rows.first?.visitor)
  }

  @Test(arguments: [
    (#"{"msec":1777792500,"status":}"#, Rejection.Reason.malformed),
    (#"{"msec":1777792500,"status":20"#, .malformed), ("GET / HTTP/1.1", .malformed),
    (#"{"uri":"/","msec":1777792500,"status":"ok"}"#, .malformed),
    (#"{"uri":"/","status":200}"#, .malformed), (#"{"msec":1777792500}"#, .malformed),
    (#"{"uri":"/","time":"03/05/2026 10:15"}"#, .badDate),
    (#"{"uri":"/","msec":"1777792500x"}"#, .badDate), (#"{"uri":"/","msec":1}"#, .badDate),
    (#"{"msec":1777792500,"request":{"uri":"/"}}"#, .malformed),
    (#"{"uri":"/","msec":1777792500,"ip":"<script>"}"#, .malformed),
  ])
  func `a line that cannot be read is refused`(line: String, reason: Rejection.Reason) throws {
    let bench = try Workbench()
    let good = #"{"uri":"/","msec":1777792500}"# + "\n"
    let log = try ReadLog(bench.write("a.log", good + line + "\n" + good), "nginx-json")
    #expect(log.rejections.map(\.reason) == [reason])
    #expect(log.rejections.map(\.line) == [2])
    #expect(log.rejections.map(\.byteOffset) == [Int64(good.utf8.count)])
    #expect(log.summary.counts.read == 3)
    #expect(log.rows.count == 2)
  }

  @Test(arguments: [
    #""clientIp":"203.0.113.7","httpHost":"shop.example","timestamp":"2026-05-03T15:15:00+08:00","#
      + #""method":"GET","url":"/a?b=c","status":200,"httpReferer":"https://ya.ru/","ua":"M""#,
    #""remote_addr":"203.0.113.7","time":"2026-05-03T07:15:00+00:00","vhost":"shop.example","#
      + #""path":"/a","request_query":"b=c","method":"GET","status":200,"#
      + #""http_referrer":"https://ya.ru/","http_user_agent":"M""#,
    #""ip":"203.0.113.7","host":"shop.example","path":"/a?b=c","status":"200","#
      + #""referrer":"https://ya.ru/","user_agent":"M","length":9,"date":"2026-05-03T10:15:00+03:00""#,
    #""clientip":"203.0.113.7","timestamp":"03/May/2026:07:15:00 +0000","verb":"GET","#
      + #""request":"/a?b=c","response":"200","referrer":"https://ya.ru/","agent":"M","#
      + #""host":{"name":"web1"},"vhost":"shop.example""#,
    #""RemoteAddr":"203.0.113.7:5123","Time":1777792500,"Host":"shop.example:443","Uri":"/a","#
      + #""QueryString":"b=c","RequestMethod":"get","StatusCode":200,"UserAgent":"M","#
      + #""Referer":"https://ya.ru/""#,
    #""remote-addr":"203.0.113.7","time-local":"03/May/2026:10:15:00 +0300","http-host":"shop.example","#
      + #""request-uri":"/a?b=c","status":200,"user-agent":"M","http-referer":"https://ya.ru/""#,
    #""ClientHost":"203.0.113.7","DownstreamStatus":200,"RequestHost":"shop.example","#
      + #""RequestMethod":"GET","RequestPath":"/a?b=c","time":"2026-05-03T07:15:00Z","#
      + #""request_Referer":"https://ya.ru/","request_User-Agent":"M""#,
  ])
  func `keys of other programs and spellings are known`(members: String) throws {
    let row = try row("{\(members)}")
    #expect(row.at == NginxJSONTests.at)
    #expect(row.kind == .page)
    #expect(row.host == "shop.example" && row.path == "/a" && row.query == "b=c")
    #expect(row.status == 200 && row.agent == "M" && row.referrer == "https://ya.ru/")
    let combined = Given.line(1, agent: "M").replacing("93.180.71.3", with: "203.0.113.7")
    let bench = try Workbench()
    #expect(try row.visitor == ReadLog(bench.write("a", combined)).rows.first?.visitor)
  }

  @Test func `a record of another program is refused with its keys and what to write`() throws {
    let bench = try Workbench()
    let line = #"{"ts":1777792500,"level":"info","ctx":{"route":"/a"},"msg":"done"}"# + "\n"
    let log = try ReadLog(bench.write("a.log", line), "nginx-json")
    let message = try #require(log.rejections.first?.message)
    #expect(message.contains("ts, level, ctx.route, msg"))
    #expect(message.contains("columns: {path: 'KEY'}"))
  }

  @Test(arguments: [
    ("2026-05-03T10:15:00", 0), ("2026-05-03 10:15:00.5", 500), ("2026/05/03 10:15:00", 0),
    ("Sun, 03 May 2026 07:15:00 GMT", 0), ("Sun May  3 10:15:00 2026", 0),
    ("2026-05-03 07:15:00 UTC", 0), ("2026-05-03 10:15:00 +0300", 0),
    ("03/May/2026:10:15:00.250", 250), ("1777792500000000", 0), ("1777792500000000000", 0),
  ])
  func `times are read in usual writings, without an offset in the source's zone`(
    time: String, fraction: Int64
  ) throws {
    var options = Given.logOptions
    options.zone = try #require(Zone(identifier: "Europe/Moscow"))
    let row = try row("{\"uri\":\"/\",\"time\":\"\(time)\"}", options: options)
    #expect(row.at == NginxJSONTests.at + fraction)
  }

  @Test(arguments: [
    (#""uri":"/""#, RequestKind.page), (#""method":"get","uri":"/""#, .page),
    (#""method":"PROPFIND","uri":"/""#, .other), (#""method":"FOO","uri":"/""#, .other),
    (#""method":"","uri":"/""#, .other), (#""request":"FOO / HTTP/1.1""#, .other),
    (#""request":"""#, .other), (#""request":"\\x16\\x03""#, .other), (#""request":null"#, .other),
  ])
  func `a missing method is GET, an unknown one asks for no page`(
    request: String, kind: RequestKind
  ) throws {
    #expect(try row("{\"msec\":1777792500,\(request),\"status\":200}").kind == kind)
  }

  @Test func `objects of a list over many lines are lines`() throws {
    let bench = try Workbench()
    let object = #"{"msec":1777792500,"uri":"/"}"#
    let text = "[\n  \(object),\n\(object)\n]\n[\(object),\n,\(object)]\n"
    let log = try ReadLog(bench.write("a.json", text), "nginx-json")
    #expect(log.rows.count == 4)
    #expect(log.summary.counts.read == 4)
  }
}
