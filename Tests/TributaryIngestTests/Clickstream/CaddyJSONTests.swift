import Testing
import TributaryModel

@testable import TributaryIngest

/// Format `caddy-json`.
struct CaddyJSONTests {
  private static func line(
    _ time: String = "1777792500.25", address: String = #""remote_ip":"203.0.113.7""#,
    logger: String = #""logger":"http.log.access.log0","#
  ) -> String {
    #"{"level":"info","ts":\#(time),\#(logger)"msg":"handled request","request":{\#(address),"#
      + #""remote_port":"41342","proto":"HTTP/2.0","method":"GET","host":"Shop.example:8443","#
      + #""uri":"/%D0%BA?a=b%20c","headers":{"Cookie":["x=1; cid=abc"],"User-Agent":["M \"1\""],"#
      + #""Referer":["https://ya.ru/"]},"tls":{"resumed":false,"server_name":"shop.example"}},"#
      + #""bytes_read":0,"user_id":"","duration":0.000929675,"size":10900,"status":200,"#
      + #""resp_headers":{"Server":["Caddy"],"Content-Type":["text/html; charset=utf-8"]}}"# + "\n"
  }

  @Test func `a request is read`() throws {
    let bench = try Workbench()
    let log = try ReadLog(bench.write("a.log", CaddyJSONTests.line()), "caddy-json")
    let row = try #require(log.rows.first)
    #expect(row.at == 1_777_792_500_250)
    #expect(row.method == "GET")
    #expect(row.host == "shop.example")
    #expect(row.path == "/к")
    #expect(row.query == "a=b%20c")
    #expect(row.status == 200)
    #expect(row.bytes == 10_900)
    #expect(row.referrer == "https://ya.ru/")
    #expect(row.agent == "M \"1\"")
    #expect(row.kind == .page)
  }

  @Test(arguments: [
    "\"2026-05-03T07:15:00.250Z\"", "\"2026-05-03T10:15:00.250+0300\"", "1777792500250",
    "1777792500250000000",
  ])
  func `time is read in any of the server's time formats`(time: String) throws {
    let bench = try Workbench()
    let log = try ReadLog(bench.write("a.log", CaddyJSONTests.line(time)), "caddy-json")
    #expect(log.rows.map(\.at) == [1_777_792_500_250])
  }

  @Test(arguments: [
    #""remote_ip":"203.0.113.7""#, #""remote_addr":"203.0.113.7:41342""#,
    #""remote_ip":"10.0.0.1","client_ip":"203.0.113.7""#,
  ])
  func `the client's address is the best one there is`(address: String) throws {
    let bench = try Workbench()
    let log = try ReadLog(bench.write("a.log", CaddyJSONTests.line(address: address)), "caddy-json")
    let combined = Given.line(1, agent: "M \\\"1\\\"").replacing("93.180.71.3", with: "203.0.113.7")
    let same = try ReadLog(bench.write("b.log", combined))
    #expect(log.rows.map(\.visitor) == same.rows.map(\.visitor))
  }

  @Test func `an address of version 6 loses brackets and port`() throws {
    let bench = try Workbench()
    let both = ["\"remote_ip\":\"2001:db8::7\"", "\"remote_addr\":\"[2001:db8::7]:41342\""]
    let text = both.map { CaddyJSONTests.line(address: $0) }.joined()
    let log = try ReadLog(bench.write("a.log", text), "caddy-json")
    #expect(log.rows.count == 2)
    #expect(log.rows.first?.visitor == log.rows.last?.visitor)
  }

  @Test func `the cookie is found in the header`() throws {
    let bench = try Workbench()
    var options = Given.logOptions
    options.visitorCookie = "cid"
    let file = try bench.write("a.log", CaddyJSONTests.line())
    let log = try ReadLog(file, "caddy-json", options: options)
    #expect(log.rows.map(\.visitor) == [Given.key.visitor(id: "abc")])
  }

  @Test func `messages of other loggers are filtered, so that no request counts twice`() throws {
    let bench = try Workbench()
    let text =
      CaddyJSONTests.line()
      + #"{"level":"info","ts":1777792500.1,"logger":"tls","msg":"cleaning storage unit"}"# + "\n"
      + CaddyJSONTests.line(logger: #""logger":"http.log.error","#)
      + CaddyJSONTests.line(logger: "") + "{\"level\":\n"
    let log = try ReadLog(bench.write("a.log", text), "caddy-json")
    #expect(log.summary.counts.read == 5)
    #expect(log.summary.counts.filtered == 2)
    #expect(log.summary.counts.rejected == 1)
    #expect(log.rows.count == 2)
  }
}
