import Testing
import TributaryModel

@testable import TributaryIngest

/// Format `aws-alb`.
struct BalancerLogTests {
  private static func line(
    _ request: String, type: String = "https", client: String = "192.168.131.39:2817",
    domain: String = "shop.example"
  ) -> String {
    "\(type) 2020-08-27T16:35:00.166351Z app/my-lb/50dc6c495c0c9188 \(client) 10.0.0.1:80 0.086 "
      + "0.048 0.037 200 200 0 57 \"\(request)\" \"curl/7.46.0\" ECDHE-RSA-AES128-GCM-SHA256 "
      + "TLSv1.2 arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/t/73e2d6bc24d8 "
      + "\"Root=1-58337281-1d84f3d73c47ec4e58577259\" \"\(domain)\" \"arn:aws:acm:us-east-2\" 1 "
      + "2020-08-27T16:34:59.364000Z \"authenticate,forward\" \"-\" \"-\" \"10.0.0.1:80\" \"200\" "
      + "\"-\" \"-\"\n"
  }

  @Test(arguments: [
    ("https", "GET https://Shop.Example:443/a?b=c HTTP/1.1", "shop.example"),
    ("h2", "GET https://10.0.1.252:443/a?b=c HTTP/2.0", "10.0.1.252"),
    ("http", "GET http://other.example:80/a?b=c HTTP/1.1", "other.example"),
    ("wss", "GET https://10.0.0.30:443/a?b=c HTTP/1.1", "10.0.0.30"),
    ("https", "GET /a?b=c HTTP/1.1", "shop.example"),
  ])
  func `host, path and query come from the address asked for`(
    type: String, request: String, host: String
  ) throws {
    let bench = try Workbench()
    let log = try ReadLog(
      bench.write("a", BalancerLogTests.line(request, type: type)), "aws-alb")
    let row = try #require(log.rows.first)
    // 18,501 days, 16 h 35 min 0.166 s.
    #expect(row.at == 1_598_546_100_166)
    #expect(row.method == "GET")
    #expect(row.host == host)
    #expect(row.path == "/a")
    #expect(row.query == "b=c")
    #expect(row.status == 200)
    #expect(row.bytes == 57)
    #expect(row.referrer == nil)
    #expect(row.agent == "curl/7.46.0")
    #expect(row.isBot)
  }

  @Test func `a request without a path is for the front page, a broken one for nothing`() throws {
    let bench = try Workbench()
    let text =
      BalancerLogTests.line("GET https://shop.example:443 HTTP/1.1")
      + BalancerLogTests.line("GET https://shop.example:443?b=c HTTP/1.1")
      + BalancerLogTests.line("- http://shop.example:80- ", domain: "-")
    let log = try ReadLog(bench.write("a", text), "aws-alb")
    #expect(log.rows.map(\.path) == ["/", "/", nil])
    #expect(log.rows.map(\.query) == [nil, "b=c", nil])
    #expect(log.rows.map(\.host) == ["shop.example", "shop.example", nil])
  }

  @Test func `the port is no part of the visitor`() throws {
    let bench = try Workbench()
    let request = "GET https://shop.example:443/ HTTP/1.1"
    let text = ["192.0.2.1:1", "192.0.2.1:65535", "192.0.2.2:1"]
      .map { BalancerLogTests.line(request, client: $0) }.joined()
    let log = try ReadLog(bench.write("a", text), "aws-alb")
    #expect(log.rows.count == 3)
    #expect(log.rows.first?.visitor == log.rows.dropFirst().first?.visitor)
    #expect(log.rows.first?.visitor != log.rows.last?.visitor)
  }
}
