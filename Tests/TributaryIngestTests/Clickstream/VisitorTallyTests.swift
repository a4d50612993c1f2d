import Testing
import TributaryModel

@testable import TributaryIngest

/// What a log's reader tells about visitors and wrappers.
struct VisitorTallyTests {
  private func notes(
    _ lines: [String], _ format: String = "nginx-combined",
    options: ClickstreamOptions = Given.logOptions
  ) throws -> [FileNote] {
    let bench = try Workbench()
    return try ReadLog(bench.write("a.log", lines.joined()), format, options: options).summary.notes
  }

  private func line(_ address: String, agent: String = "Mozilla/5.0 (X11) Firefox/140.0") -> String
  {
    Given.line(1, agent: agent).replacing("93.180.71.3", with: address)
  }

  @Test func `page views without an address are counted, those of programs are not`() throws {
    let lines = [
      line("-"), line("unknown"), line("unix:"), line("-", agent: "curl/8"), line("9.8.7.6"),
    ]
    #expect(try notes(lines) == [FileNote(.noAddress, count: 3)])
  }

  @Test(arguments: [(20, 0, true), (19, 1, true), (16, 4, false), (9, 0, false), (10, 0, true)])
  func `one address for nearly all is told from ten page views on`(
    same: Int, others: Int, isTold: Bool
  ) throws {
    let one = (0..<same).map { line("10.0.0.9:\(4000 + $0)", agent: "Mozilla/5.0 (\($0))") }
    let more = (0..<others).map { line("203.0.113.\($0)") }
    let told = try notes(one + more) == [FileNote(.oneAddress, count: same + others)]
    #expect(told == isTold)
    #expect(try (notes(more + one) == [FileNote(.oneAddress, count: same + others)]) == isTold)
  }

  @Test func `an address that is not looked at is not told`() throws {
    var options = Given.logOptions
    options.visitorCookie = "cid"
    let start = "10.0.0.9 [17/May/2015:08:05:32 +0300] \"GET / HTTP/1.1\" 200"
    let lines = (0..<30).map { "\(start) \"id\($0)\"\n" }
    let format = "$remote_addr [$time_local] \"$request\" $status \"$cookie_cid\""
    #expect(try notes(lines, format, options: options) == [])
    options.usesForwardedFor = true
    let proxied = (0..<30).map { "\(start) \"203.0.113.\($0)\"\n" }
    let list = "$remote_addr [$time_local] \"$request\" $status \"$http_x_forwarded_for\""
    #expect(try notes(proxied, list, options: options) == [])
    #expect(try notes(proxied, list) == [FileNote(.oneAddress, count: 30)])
  }

  @Test func `a JSON log without browsers is told`() throws {
    let line = #"{"msec":1777792500,"uri":"/","remote_addr":"203.0.113.7"}"# + "\n"
    #expect(try notes([line], "nginx-json") == [FileNote(.noAgent, count: 1)])
  }

  @Test func `a log whose records are no requests is told`() throws {
    let line = #"{"msec":1777792500,"request":"?","remote_addr":"203.0.113.7"}"# + "\n"
    let lines = Array(repeating: line, count: 12)
    #expect(try notes(lines, "nginx-json") == [FileNote(.noRequests, count: 12)])
    let other = #"{"level":"info","msg":"started"}"# + "\n"
    #expect(
      try notes(Array(repeating: other, count: 12), "caddy-json")
        == [FileNote(.noRequests, count: 12)])
  }

  @Test func `lines in a wrapper are told`() throws {
    let lines = ["May  3 10:00:01 web1 nginx: " + line("9.8.7.6"), line("9.8.7.5")]
    #expect(try notes(lines) == [FileNote(.wrappedLines, count: 1, about: "syslog")])
  }

  @Test(arguments: [
    (#"{"log":"May  3 10:00:01 web1 nginx: LINE\n"}"#, "container"),
    (#"2026-05-03T10:00:01.5Z stdout F {"message":"LINE"}"#, "container"),
    (#"{"message":"{\"log\":\"LINE\\n\"}"}"#, "json"),
    ("May  3 10:00:01 web1 docker: May  3 10:00:01 web1 nginx: LINE", "syslog"),
    ("web-1  | 2026-05-03T10:00:01.5Z stdout F May  3 10:00:01 web1 nginx: LINE", "container"),
  ])
  func `a line in several wrappers counts once, as the last shipper's`(
    wrapped: String, about: String
  ) throws {
    let plain = line("9.8.7.6").trimmingCharacters(in: .newlines)
    let slashes = wrapped.contains("{\\\"") ? #"\\\""# : wrapped.contains("\":\"") ? #"\""# : "\""
    let text = wrapped.replacing("LINE", with: plain.replacing("\"", with: slashes)) + "\n"
    #expect(
      try notes([text, text, text]) == [FileNote(.wrappedLines, count: 3, about: about)])
  }
}
