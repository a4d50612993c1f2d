import Testing
import TributaryModel

@testable import TributaryIngest

struct RequestLineTests {
  @Test(arguments: [
    ("GET /cart HTTP/1.1", 200, RequestKind.page), ("GET /cart HTTP/1.1", 304, .page),
    ("GET /cart HTTP/1.1", 404, .other), ("GET /cart HTTP/1.1", 302, .other),
    ("POST /cart HTTP/1.1", 200, .other), ("HEAD / HTTP/1.1", 200, .other),
    ("GET /a/b.CSS?v=1 HTTP/1.1", 200, .asset), ("GET /robots.txt HTTP/1.1", 200, .asset),
    ("GET /favicon.ico HTTP/1.1", 404, .asset), ("GET /a.css/ HTTP/1.1", 200, .page),
    ("GET /.js HTTP/1.1", 200, .page), ("GET http://a.example/x.png HTTP/1.1", 200, .asset),
    ("GET /a b HTTP/1.1", 200, .page), ("GET /old", 200, .page),
    ("OPTIONS * HTTP/1.1", 200, .other), ("GET /wp-json/wc/store HTTP/1.1", 200, .other),
    ("POST /api/cart HTTP/1.1", 200, .other), ("GET /site.webmanifest HTTP/1.1", 200, .asset),
  ])
  func `method, status and path tell the kind`(
    request: String, status: Int, kind: RequestKind
  ) throws {
    let bench = try Workbench()
    let line = Given.line(1).replacing("GET / HTTP/1.1\" 200", with: request + "\" \(status)")
    let log = try ReadLog(bench.write("a.log", line))
    #expect(log.rows.map(\.kind) == [kind])
  }

  @Test func `path and query part at the first question mark`() throws {
    let bench = try Workbench()
    let text =
      Given.line(1, path: "/a?b=1?c") + Given.line(2, path: "/a?") + Given.line(3, path: "/a b")
    let log = try ReadLog(bench.write("a.log", text))
    #expect(log.rows.map(\.path) == ["/a", "/a", "/a b"])
    #expect(log.rows.map(\.query) == ["b=1?c", nil, nil])
  }
}
