import Testing
import TributaryModel

@testable import TributaryIngest

struct LineWrapperTests {
  private static let line = String(Given.line(1, path: "/a?b=c").dropLast())
  private static let json =
    #"{"time":"2015-05-17T08:05:01Z","remote_addr":"93.180.71.3","request":"GET /a?b=c HTTP/1.1","#
    + #""status":200,"http_user_agent":"Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}"#

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  private static func wrapped(_ line: String) -> [(String, LineWrapper)] {
    let inner = escaped(line)
    return [
      ("May  3 10:00:01 web1 nginx: \(line)", .syslog),
      ("<190>May 13 10:00:01 web1 nginx[812]: \(line)", .syslog),
      ("May  3 10:00:01 nginx: \(line)", .syslog),
      ("May  3 2026 10:00:01 web1 nginx: \(line)", .syslog),
      ("<190>1 2026-05-03T10:00:01.003Z web1 nginx 812 ID47 [a@1 b=\"c \\\"]\"] \(line)", .syslog),
      ("<190>1 2026-05-03T10:00:01Z web1 nginx - - - \(line)", .syslog),
      ("2026-05-03T10:00:01.123456+02:00 web1 nginx: \(line)", .journald),
      ("2026-05-03T10:00:01+0000 web1 nginx[812]: \(line)", .journald),
      ("Sun 2026-05-03 10:00:01 UTC web1 nginx[812]: \(line)", .journald),
      ("2026-05-03T10:00:00.123456789Z stdout F \(line)", .container),
      ("2026-05-03T10:00:00.123456789Z \(line)", .container),
      (#"{"log":"\#(inner)\n","stream":"stdout","time":"2026-05-03T10:00:00.1Z"}"#, .container),
      (#"{"__REALTIME_TIMESTAMP":"1","MESSAGE":"\#(inner)","PRIORITY":"6"}"#, .journald),
      (#"{"MESSAGE":[\#(line.utf8.map(String.init).joined(separator: ", "))]}"#, .journald),
      (
        #"{"@timestamp":"2026-05-03T10:00:00Z","message":"\#(inner)","agent":{"type":"filebeat"}}"#,
        .json
      ),
      (#"{"insertId":"1","textPayload":"\#(inner)"}"#, .json),
      // Filebeat and Elastic Agent: `log` tells the file.
      (
        #"{"@timestamp":"2026-05-03T10:00:00Z","log":{"offset":0,"file":{"path":"/a.log"}},"#
          + #""message":"\#(inner)"}"#, .json
      ),
      (#"{"event":{"dataset":"nginx.access","original":"\#(inner)"}}"#, .json),
      (#"{"event":{"dataset":"nginx.access"},"message":"\#(inner)"}"#, .json),
      (#"{"version":"1.1","host":"web1","short_message":"\#(inner)"}"#, .json),
      (#"{"labels":{"app":"nginx"},"line":"\#(inner)","timestamp":"2026"}"#, .json),
      (#"{"@timestamp":"2026-05-03 10:00:00.000","@message":"\#(inner)"}"#, .json),
      (#"{"severity_text":"INFO","body":"\#(inner)"}"#, .json),
      (#"{"_index":"logs","_source":{"message":"\#(inner)"}}"#, .json),
      (#"{"preview":false,"result":{"_raw":"\#(inner)"}}"#, .json),
      ("[pod/web-7d9f/nginx] \(line)", .container),
      ("[pod/web-7d9f/nginx] 2026-05-03T10:00:00.123456789Z \(line)", .container),
      ("nginx-1  | \(line)", .container),
    ]
  }

  @Test func `the line within is read, whatever is around it`() throws {
    let bench = try Workbench()
    let plain = try #require(
      try ReadLog(bench.write("p.log", LineWrapperTests.line + "\n")).rows.first)
    for (format, line) in [
      ("nginx-combined", LineWrapperTests.line), ("apache-combined", LineWrapperTests.line),
      ("nginx-json", LineWrapperTests.json),
    ] {
      for (text, _) in LineWrapperTests.wrapped(line) {
        let log = try ReadLog(bench.write("a.log", text + "\n"), format)
        #expect(log.rejections.map(\.message) == [], "\(format): \(text)")
        #expect(log.rows.map(\.visitor) == [plain.visitor], "\(format): \(text)")
        #expect(log.rows.map(\.path) == ["/a"] && log.rows.map(\.query) == ["b=c"])
        #expect(log.rows.map(\.at) == [1_431_849_901_000])
      }
    }
  }

  @Test func `a list of events within is an object as it stands`() throws {
    let bench = try Workbench()
    let text = #"{"host":"web1","event":\#(LineWrapperTests.json)}"# + "\n"
    let log = try ReadLog(bench.write("a.log", text), "nginx-json")
    #expect(log.rows.map(\.path) == ["/a"])
    #expect(log.rows.map(\.host) == [nil])
  }

  @Test func `a format that names the prefix itself is believed`() throws {
    let bench = try Workbench()
    let text = "May  3 10:00:01 web1 nginx: \(LineWrapperTests.line)\n"
    let format =
      "$month $day $clock $web $tag $remote_addr - $remote_user [$time_local] \"$request\" $status "
      + "$body_bytes_sent \"$http_referer\" \"$http_user_agent\""
    let log = try ReadLog(bench.write("a.log", text.replacing("May  3", with: "May 13")), format)
    #expect(log.rows.map(\.path) == ["/a"])
    #expect(log.summary.notes.isEmpty)
  }

  @Test func `what a container writes beside its requests is told apart`() throws {
    let bench = try Workbench()
    let inner = LineWrapperTests.escaped(LineWrapperTests.line)
    let text =
      #"{"log":"\#(inner)\n","stream":"stdout"}"# + "\n"
      + #"{"log":"2015/05/17 [error] no such file\n","stream":"stderr"}"# + "\n"
      + #"{"log":"Configuration complete\n","stream":"stdout"}"# + "\n"
      + "2026-05-03T10:00:00.1Z stderr F 2015/05/17 [error] no such file\n"
      + "2026-05-03T10:00:00.1Z stdout P \(LineWrapperTests.line)\n"
    let log = try ReadLog(bench.write("a.log", text))
    #expect(log.rows.count == 1)
    #expect(log.summary.counts.filtered == 2)
    #expect(log.rejections.map(\.line) == [3, 5])
  }

  @Test func `blank lines of a container and marks of journald are filtered`() throws {
    let bench = try Workbench()
    let text =
      #"{"log":"\n","stream":"stdout"}"# + "\n-- Boot 6c5f2c3e --\n"
      + "May  3 10:00:01 web1 nginx: \(LineWrapperTests.line)\n"
    let log = try ReadLog(bench.write("a.log", text))
    #expect(log.rows.count == 1)
    #expect(log.summary.counts.filtered == 2)
    #expect(log.rejections.isEmpty)
  }

  @Test func `a time before the host is no host`() throws {
    let bench = try Workbench()
    let text = "2026-05-03T10:00:00.123456789Z shop.example \(LineWrapperTests.line)\n"
    let log = try ReadLog(bench.write("a.log", text), "nginx-vhost-combined")
    #expect(log.rows.map(\.host) == ["shop.example"])
    let short = text.replacing("shop.example ", with: "")
    let plain = try ReadLog(bench.write("b.log", short), "nginx-combined")
    #expect(plain.rows.map(\.path) == ["/a"])
    #expect(try FormatGuess.of(bench.write("b.log", short))?.format.name == "nginx-combined")
  }
}
