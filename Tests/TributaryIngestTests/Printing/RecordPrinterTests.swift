import Foundation
import Testing
import TributaryModel

@testable import TributaryIngest

struct RecordPrinterTests {
  private func print(
    _ source: RecordPrinter.Source, _ text: String, _ output: RecordOutput = .json
  ) throws -> (String, FileSummary) {
    let bench = try Workbench()
    var bytes: [UInt8] = []
    let file = try bench.write("f", text)
    let summary = try RecordPrinter(source, output: output).read(file) { piece, _ in
      bytes += piece
    }
    return (String(decoding: bytes, as: UTF8.self), summary)
  }

  @Test func `a log line is printed with all keys in order`() throws {
    let format = try ClickstreamFormat("nginx-combined")
    let line = Given.line(1, path: "/%D0%BA?a=\\x22").dropLast()
    let (text, summary) = try print(.clickstream(format, Given.logOptions), String(line))
    #expect(
      text == """
        {"at":"2015-05-17T08:05:01.000Z","method":"GET","host":null,"path":"/к",\
        "query":"a=\\"","status":200,"bytes":5,"referrer":null,\
        "user_agent":"Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0",\
        "client_ip":"93.180.71.3","client_id":null,"kind":"page","bot":false}\n
        """)
    #expect(summary.emitted == 1)
  }

  @Test(arguments: [
    ("nginx-json", "2026-05-03T07:15:00.000Z", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"),
    ("caddy-json", "2026-05-03T07:15:00.250Z", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"),
    ("iis-w3c", "2026-05-03T07:15:00.000Z", "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"),
    ("cloudfront", "2026-05-03T07:15:00.000Z", "Mozilla/5.0 (X11)"),
    ("aws-alb", "2026-05-03T07:15:00.166Z", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"),
  ])
  func `the example of a log format is printed with all it says`(
    name: String, at: String, agent: String
  ) throws {
    let format = try ClickstreamFormat(name)
    let example = try FormatRegistry.format(named: name).example
    let (text, summary) = try print(.clickstream(format, Given.logOptions), example)
    let referrer = name == "aws-alb" ? "null" : "\"https://yandex.ru/\""
    #expect(
      text == """
        {"at":"\(at)","method":"GET","host":"msk.shop.example","path":"/cart",\
        "query":"utm_source=yandex","status":200,"bytes":5316,"referrer":\(referrer),\
        "user_agent":"\(agent)","client_ip":"203.0.113.7","client_id":null,\
        "kind":"page","bot":false}\n
        """)
    #expect(summary.counts.read == 1)
  }

  @Test func `the cookie of a header is printed as the visitor's id`() throws {
    var options = Given.logOptions
    options.visitorCookie = "cid"
    let (text, _) = try print(
      .clickstream(try ClickstreamFormat("nginx-json"), options),
      #"{"uri":"/","msec":1777792500,"http_cookie":"x=1; cid=abc","http_user_agent":""}"#)
    #expect(text.contains(#""client_id":"abc""#))
    #expect(text.contains(#""user_agent":null"#))
    #expect(text.contains(#""bot":true"#))
  }

  @Test func `cells are printed as they are, control characters escaped`() throws {
    let (text, summary) = try print(.cells(delimiter: nil), "a;b\n\u{1b}[31m;\"x\"\"\u{9b}\"\n1\n")
    #expect(text == "{\"a\":\"\\u001b[31m\",\"b\":\"x\\\"\\u009b\"}\n")
    #expect(summary.counts.read == 2)
    #expect(summary.counts.rejected == 1)
  }

  @Test func `tab-separated output escapes tabs and has a header`() throws {
    let (text, _) = try print(.cells(delimiter: nil), "a,b\n\"x\ty\",\"1\n2\\\"\n", .tsv)
    #expect(text == "a\tb\nx\\ty\t1\\n2\\\\\n")
  }

  @Test func `a table is printed under canonical names`() throws {
    let (text, _) = try print(
      .table(.orderStatuses, Given.tableOptions()),
      "status,order_id,at\nnew,7,2026-05-03T10:15:00Z\n")
    #expect(
      text == #"{"order_id":"7","at":"2026-05-03T10:15:00.000Z","status":"new","updated_at":null}"#
        + "\n")
  }

  @Test func `doubled headers cannot be printed`() throws {
    #expect(throws: IngestError.self) { try print(.cells(delimiter: nil), "a,a\n1,2\n") }
  }

  @Test func `what is printed holds no contact`() throws {
    let format = try ClickstreamFormat("nginx-combined")
    let line = Given.line(
      1, path: "/ann@mail.example?phone=89161234567", agent: "x +44 7700 900126")
    let (log, _) = try print(.clickstream(format, Given.logOptions), line)
    for kept in ["/***@************", "phone=###########", "x +## #### ######"] {
      #expect(log.contains(kept))
    }
    let (cells, _) = try print(
      .cells(delimiter: nil), "n,Телефон,sku\n+7 916 123-45-67,89161234567,89161234567\n")
    #expect(
      cells
        == "{\"n\":\"+# ### ###-##-##\",\"Телефон\":\"###########\",\"sku\":\"89161234567\"}\n")
  }
}
