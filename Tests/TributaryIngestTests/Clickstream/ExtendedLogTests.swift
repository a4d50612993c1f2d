import Testing
import TributaryModel

@testable import TributaryIngest

/// Formats `iis-w3c` and `cloudfront`.
struct ExtendedLogTests {
  private static let iisHeader =
    "#Software: Microsoft Internet Information Services 10.0\r\n#Version: 1.0\r\n"
    + "#Date: 2026-05-03 00:00:00\r\n"
  private static let fields =
    "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip "
    + "cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken\r\n"
  private static let line =
    "2026-05-03 07:15:00 10.0.0.4 GET /cart a=b+c 443 - 203.0.113.7 "
    + "Mozilla/5.0+(Windows+NT+10.0) https://ya.ru/ 200 0 0 15\r\n"

  @Test func `a log of IIS is read, its header is no record`() throws {
    let bench = try Workbench()
    var options = Given.logOptions
    options.host = "shop.example"
    let text = ExtendedLogTests.iisHeader + ExtendedLogTests.fields + ExtendedLogTests.line
    let log = try ReadLog(bench.write("a.log", text), "iis-w3c", options: options)
    let row = try #require(log.rows.first)
    #expect(log.summary.counts.read == 1)
    #expect(row.at == 1_777_792_500_000)
    #expect(row.method == "GET")
    #expect(row.host == "shop.example")
    #expect(row.path == "/cart")
    #expect(row.query == "a=b+c")
    #expect(row.referrer == "https://ya.ru/")
    #expect(row.agent == "Mozilla/5.0 (Windows NT 10.0)")
    #expect(row.status == 200)
    #expect(row.bytes == -1)
    #expect(row.kind == .page)
  }

  @Test func `fields may change within a file, and words of null are none`() throws {
    let bench = try Workbench()
    let text =
      ExtendedLogTests.iisHeader + ExtendedLogTests.fields + ExtendedLogTests.line
      + ExtendedLogTests.iisHeader
      + "#Fields: time date sc-bytes cs-host cs(Cookie) X-Forwarded-For cs-uri-stem cs-method "
      + "cs-uri-query sc-status cs(User-Agent)\r\n"
      + "07:15:01 2026-05-03 512 Shop.Example:443 a=1;+cid=abc 198.51.100.9,+10.0.0.1 / GET - 200 -\r\n"
    var options = Given.logOptions
    options.visitorCookie = "cid"
    let log = try ReadLog(bench.write("a.log", text), "iis-w3c", options: options)
    #expect(log.rejections.isEmpty)
    #expect(log.rows.map(\.at) == [1_777_792_500_000, 1_777_792_501_000])
    #expect(log.rows.map(\.host) == [nil, "shop.example"])
    #expect(log.rows.map(\.query) == ["a=b+c", nil])
    #expect(log.rows.map(\.agent) == ["Mozilla/5.0 (Windows NT 10.0)", nil])
    #expect(log.rows.map(\.bytes) == [-1, 512])
    #expect(log.rows.last?.visitor == Given.key.visitor(id: "abc"))
    #expect(log.rows.last?.isBot == true)
  }

  @Test func `reading on in a grown log knows the fields that stood before`() throws {
    let bench = try Workbench()
    let start = ExtendedLogTests.iisHeader + ExtendedLogTests.fields
    let text = start + ExtendedLogTests.line + ExtendedLogTests.line
    let file = try bench.write("a.log", text)
    let offset = Int64((start + ExtendedLogTests.line).utf8.count)
    let log = try ReadLog(file, "iis-w3c", from: offset)
    #expect(log.summary.counts.read == 1)
    #expect(log.rows.map(\.path) == ["/cart"])
  }

  @Test func `a record before any header, or of another width, is refused`() throws {
    let bench = try Workbench()
    let text =
      ExtendedLogTests.line + "# a remark of somebody\n\n" + ExtendedLogTests.fields
      + "2026-05-03 07:15:00 GET\n" + ExtendedLogTests.line
    let log = try ReadLog(bench.write("a.log", text), "iis-w3c")
    #expect(log.rejections.map(\.line) == [1, 5])
    #expect(log.rejections.map(\.reason) == [.malformed, .malformed])
    #expect(log.rejections.first?.message.contains("#Fields") == true)
    #expect(log.summary.counts.read == 5)
    #expect(log.summary.counts.filtered == 2)
    #expect(log.rows.count == 1)
  }

  private static let cloudFrontFields =
    "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) "
    + "cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) "
    + "x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken "
    + "x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type cs-protocol-version "
    + "fle-status fle-encrypted-fields c-port time-to-first-byte x-edge-detailed-result-type "
    + "sc-content-type sc-content-len sc-range-start sc-range-end\n"

  private static func cloudFrontLine(
    agent: String = "Mozilla/5.0%20(X11)", query: String = "a=b", path: String = "/index.html",
    site: String = "shop.example"
  ) -> String {
    [
      "2019-12-04", "21:02:31", "LAX1", "392", "192.0.2.100", "GET", "d111.cloudfront.net", path,
      "200", "-", agent, query, "a=1;%20cid=abc", "Hit", "SOX4==", site, "https", "23", "0.001",
      "-", "TLSv1.2", "ECDHE-RSA-AES128-GCM-SHA256", "Hit", "HTTP/2.0", "-", "-", "11040",
      "0.001", "Hit", "text/html", "78", "-", "-",
    ].joined(separator: "\t") + "\n"
  }

  @Test func `a log of CloudFront is read by the names of its fields`() throws {
    let bench = try Workbench()
    var options = Given.logOptions
    options.visitorCookie = "cid"
    let text = ExtendedLogTests.cloudFrontFields + ExtendedLogTests.cloudFrontLine()
    let file = try bench.pack(bench.write("a", text), with: "gzip", suffix: ".gz")
    let log = try ReadLog(file, "cloudfront", options: options)
    let row = try #require(log.rows.first)
    #expect(log.summary.counts.read == 1)
    // 18,234 days, 21 h 2 min 31 s.
    #expect(row.at == 1_575_493_351_000)
    #expect(row.host == "shop.example")
    #expect(row.path == "/index.html")
    #expect(row.query == "a=b")
    #expect(row.referrer == nil)
    #expect(row.agent == "Mozilla/5.0 (X11)")
    #expect(row.status == 200)
    #expect(row.bytes == 392)
    #expect(row.visitor == Given.key.visitor(id: "abc"))
  }

  @Test(arguments: [
    ("Mozilla/5.0%20(X11;%20x)", "Mozilla/5.0 (X11; x)"),
    ("Mozilla/5.0%2520(X11;%2520x)", "Mozilla/5.0 (X11; x)"), ("100%25%20x", "100% x"),
    ("%D1%8F%zz%", "я%zz%"), ("a+b", "a+b"),
  ])
  func `agents are decoded once, and twice where they are escaped twice`(
    raw: String, agent: String
  ) throws {
    let bench = try Workbench()
    let text = ExtendedLogTests.cloudFrontFields + ExtendedLogTests.cloudFrontLine(agent: raw)
    #expect(try ReadLog(bench.write("a", text), "cloudfront").rows.map(\.agent) == [agent])
  }

  @Test func `escapes of the address itself stay in the query and are read in the path`() throws {
    let bench = try Workbench()
    let text =
      ExtendedLogTests.cloudFrontFields
      + ExtendedLogTests.cloudFrontLine(query: "q=%D0%BA%20a", path: "/%D0%BA")
      + ExtendedLogTests.cloudFrontLine(query: "q=%25D0%25BA%2520a", path: "/%25D0%25BA", site: "-")
    let log = try ReadLog(bench.write("a", text), "cloudfront")
    #expect(log.rows.map(\.query) == ["q=%D0%BA%20a", "q=%D0%BA%20a"])
    #expect(log.rows.map(\.path) == ["/к", "/к"])
    #expect(log.rows.map(\.host) == ["shop.example", "d111.cloudfront.net"])
  }

  @Test func `strings stand in quotes, their own are doubled`() throws {
    let bench = try Workbench()
    let text =
      "#Fields: date time cs-method cs-uri-stem c-ip cs(User-Agent) cs(Referer) sc-status\n"
      + "2026-05-03 07:15:00.363 GET /a \"203.0.113.7\" \"Mozilla/5.0 (\"\"X11\"\"; x)\" \"\" 200\n"
      + "2026-05-03 07:15:00.363 GET /a 203.0.113.7 Mozilla/5.0+(\"X11\";+x) \"a 200\n"
      + "2026-05-03  07:15:00  GET /a  203.0.113.7 M - 200 \n"
    let log = try ReadLog(bench.write("a.log", text), "iis-w3c")
    #expect(log.rejections.isEmpty)
    #expect(
      log.rows.map(\.agent) == ["Mozilla/5.0 (\"X11\"; x)", "Mozilla/5.0 (\"X11\"; x)", "M"])
    #expect(log.rows.map(\.referrer) == [nil, "\"a", nil])
    #expect(log.rows.map(\.at) == [1_777_792_500_363, 1_777_792_500_363, 1_777_792_500_000])
  }

  @Test(arguments: [
    "date time c-ip cs-uri-query sc-status", "date cs-uri-stem c-ip", "x-event c-ip date",
  ])
  func `a header without a time or a request is refused with its columns`(fields: String) throws {
    let bench = try Workbench()
    let cells = fields.split(separator: " ").map { _ in "x" }.joined(separator: " ")
    let log = try ReadLog(bench.write("a.log", "#Fields: \(fields)\n\(cells)\n"), "iis-w3c")
    #expect(log.rejections.first?.message.contains(fields) == true)
    #expect(log.rejections.first?.message.contains("columns: {") == true)
  }

  @Test func `a header without methods counts as GET, times may be local`() throws {
    let bench = try Workbench()
    var options = Given.logOptions
    options.zone = try #require(Zone(identifier: "Europe/Moscow"))
    let text =
      "#Fields: date-local time-local cs-uri-stem c-ip sc-status\n2026-05-03 10:15:00 /a 10.0.0.1 200\n"
      + "#Fields: date time cs-uri-stem c-ip sc-status\n2026-05-03 07:15:00 /a 10.0.0.1 200\n"
    let log = try ReadLog(bench.write("a.log", text), "iis-w3c", options: options)
    #expect(log.rows.map(\.at) == [1_777_792_500_000, 1_777_792_500_000])
    #expect(log.rows.map(\.kind) == [.page, .page])
  }

  @Test func `CloudFront's fields are the same in JSON`() throws {
    let bench = try Workbench()
    let line =
      #"{"date":"2019-12-04","time":"21:02:31","c-ip":"192.0.2.100","cs-method":"GET","#
      + #""cs(Host)":"d1.cloudfront.net","cs-uri-stem":"/a","cs(User-Agent)":"Mozilla/5.0%20(X11)","#
      + #""cs-uri-query":"a=b","x-host-header":"shop.example","sc-status":"200"}"#
    let row = try #require(
      try ReadLog(bench.write("a.json", line + "\n"), "cloudfront-json").rows.first)
    #expect(row.at == 1_575_493_351_000)
    #expect(row.agent == "Mozilla/5.0 (X11)" && row.host == "shop.example" && row.query == "a=b")
  }
}
