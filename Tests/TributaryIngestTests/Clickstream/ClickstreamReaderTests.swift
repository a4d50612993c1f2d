import Testing
import TributaryModel

@testable import TributaryIngest

struct ClickstreamReaderTests {
  @Test func `an empty file has no records`() throws {
    let bench = try Workbench()
    let log = try ReadLog(bench.write("a.log", ""))
    #expect(log.summary.counts == FileCounts())
    #expect(log.summary.contentOffset == 0)
  }

  @Test func `a line without an end waits in a plain log`() throws {
    let bench = try Workbench()
    let whole = Given.line(1)
    let log = try ReadLog(bench.write("a.log", whole + Given.line(2).dropLast()))
    #expect(log.summary.counts.read == 1)
    #expect(log.summary.counts.pending == 1)
    #expect(log.summary.contentOffset == Int64(whole.utf8.count))
  }

  @Test func `a line without an end is read from a packed log`() throws {
    let bench = try Workbench()
    let file = try bench.write("a.log", Given.line(1) + Given.line(2).dropLast())
    let log = try ReadLog(bench.pack(file, with: "gzip", suffix: ".gz"))
    #expect(log.summary.counts.read == 2)
    #expect(log.summary.counts.pending == 0)
  }

  @Test func `blank lines and comments are filtered, lines may end in CR LF`() throws {
    let bench = try Workbench()
    let text = "#Fields: none\r\n\r\n  \t\r\n" + Given.line(7).dropLast() + "\r\n"
    let log = try ReadLog(bench.write("a.log", text))
    #expect(log.summary.counts.read == 4)
    #expect(log.summary.counts.filtered == 3)
    #expect(log.rows.map(\.at) == [1_431_849_907_000])
    #expect(log.rows.first?.agent == "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")
  }

  @Test func `a byte order mark before the first line is passed over`() throws {
    let bench = try Workbench()
    let log = try ReadLog(bench.write("a.log", "\u{feff}" + Given.line(1)))
    #expect(log.rows.count == 1)
  }

  @Test func `refused lines say line, offset and reason`() throws {
    let bench = try Workbench()
    let bad = Given.line(1).replacing("17/May", with: "31/Jun")
    let text = Given.line(1) + "nonsense\n" + bad + Given.line(2)
    let log = try ReadLog(bench.write("a.log", text))
    let first = Int64(Given.line(1).utf8.count)
    #expect(log.rejections.map(\.line) == [2, 3])
    #expect(log.rejections.map(\.byteOffset) == [first, first + 9])
    #expect(log.rejections.map(\.reason) == [.malformed, .badDate])
    #expect(log.rejections.first?.sample == "nonsense")
    #expect(log.summary.counts.read == 4)
    #expect(log.summary.counts.rejected == 2)
  }

  @Test func `a line of one MiB is refused and the next one read`() throws {
    let bench = try Workbench()
    let text = String(repeating: "a", count: 1 << 20) + "\n" + Given.line(3)
    let log = try ReadLog(bench.write("a.log", text))
    #expect(log.rejections.map(\.reason) == [.tooLong])
    #expect(log.rejections.first?.sample.count == 120)
    #expect(log.rows.map(\.at) == [1_431_849_903_000])
    #expect(log.summary.contentOffset == Int64(text.utf8.count))
  }

  @Test func `a long line without an end waits, and the hash stops before it`() throws {
    let bench = try Workbench()
    let long = String(repeating: "a", count: 3 << 20)
    let short = try ReadLog(bench.write("a.log", Given.line(1)))
    let log = try ReadLog(bench.write("b.log", Given.line(1) + long))
    #expect(log.summary.counts.pending == 1)
    #expect(log.summary.contentHash == short.summary.contentHash)
    #expect(log.summary.contentOffset == short.summary.contentOffset)
  }

  @Test(arguments: [
    "", "-", "\\x16\\x03\\x01\\x00", "GET", "get / HTTP/1.1", "CONNECT a:443 HTTP/1.1",
  ])
  func `a garbage request is loaded without method and path`(request: String) throws {
    let bench = try Workbench()
    let line = Given.line(1).replacing("GET / HTTP/1.1", with: request)
    let log = try ReadLog(bench.write("a.log", line))
    let row = try #require(log.rows.first)
    #expect(row.method == nil)
    #expect(row.path == nil)
    #expect(row.kind == .other)
  }

  @Test func `NUL bytes and bytes that are no UTF-8 do no harm`() throws {
    let bench = try Workbench()
    var bytes = Array(Given.line(1, path: "/~").utf8)
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "~")))
    bytes.insert(contentsOf: [0, 0xff], at: place + 1)
    let log = try ReadLog(bench.write("a.log", [0, 0, 10] + bytes))
    #expect(log.rejections.map(\.reason) == [.malformed])
    #expect(log.rejections.first?.sample == "\\x00\\x00")
    // 0xFF is я in windows-1251.
    #expect(log.rows.map(\.path) == ["/~\\x00я"])
    #expect(log.summary.counts.read == 2)
  }

  @Test func `a reader that starts behind the first line counts only the rest`() throws {
    let bench = try Workbench()
    let file = try bench.write("a.log", Given.line(1) + Given.line(2) + "bad\n")
    let log = try ReadLog(file, from: Int64(Given.line(1).utf8.count))
    #expect(log.summary.counts.read == 2)
    #expect(log.rejections.map(\.line) == [3])
    #expect(try log.summary.contentHash == ReadLog(file).summary.contentHash)
  }

  @Test func `more strings than a generation holds start another`() throws {
    let bench = try Workbench()
    let count = 70_000
    let text = (0..<count).map { Given.line($0 % 60, path: "/p\($0)") }.joined()
    let log = try ReadLog(bench.write("a.log", text))
    #expect(log.rows.count == count)
    #expect(log.rows.last?.path == "/p69999")
    #expect(log.rows.allSatisfy { $0.method == "GET" })
  }

  @Test func `one visitor is one whatever way the log escapes the agent`() throws {
    let bench = try Workbench()
    let nginx = try ReadLog(bench.write("a.log", Given.line(1, agent: "Mozilla/5.0 \\x22x\\x22")))
    let apache = try ReadLog(
      bench.write("b.log", Given.line(1, agent: "Mozilla/5.0 \\\"x\\\"")), "apache-combined")
    let other = try ReadLog(bench.write("c.log", Given.line(1, agent: "Mozilla/5.0 y")))
    #expect(nginx.rows.first?.agent == "Mozilla/5.0 \"x\"")
    #expect(nginx.rows.first?.visitor == apache.rows.first?.visitor)
    #expect(nginx.rows.first?.visitor != other.rows.first?.visitor)
  }

  @Test func `no field of a request holds a contact, and its agent is judged as it is`() throws {
    let line = Given.line(
      1, path: "/a?to=8-916-123-45-67&e=ann%2540mail.example",
      agent: "Crawler/1 (+44 7700 900126; bot@crawler.example)"
    ).replacing("\"-\"", with: "\"https://mail.example/?q=%2B79161234567\"")
    let bench = try Workbench()
    let log = try ReadLog(bench.write("a.log", line))
    let row = try #require(log.rows.first)
    #expect(row.query == "to=#-###-###-##-##&e=***%2540************")
    #expect(row.referrer == "https://mail.example/?q=%2B###########")
    #expect(row.agent == "Crawler/1 (+## #### ######; ***@***************)")
    #expect(row.isBot)
  }
}
