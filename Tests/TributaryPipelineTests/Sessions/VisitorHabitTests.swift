import Testing
import TributaryModel

@testable import TributaryPipeline

@Suite struct VisitorHabitTests {
  private static let agent =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 "
    + "Safari/537.36"

  private func line(
    _ address: String, _ second: Int, _ path: String, method: String = "GET", status: Int = 200
  ) -> String {
    let clock = "10:\(second / 60 + 10):\(second % 60 + 10 > 59 ? 59 : second % 60 + 10)"
    return "shop.example:443 \(address) - - [12/Nov/2026:\(clock) +0300] "
      + "\"\(method) \(path) HTTP/1.1\" \(status) 512 \"-\" \"\(Self.agent)\"\n"
  }

  /// A person looks at ten pages with three files each, another visitor at as many with none.
  private func log(pages: Int) -> (person: String, bare: String) {
    let person = (0..<10).map { page in
      line("192.0.2.1", page * 20, "/p\(page)")
        + (1...3).map { line("192.0.2.1", page * 20 + $0, "/a\(page)-\($0).css") }.joined()
    }.joined()
    return (person, (0..<pages).map { line("192.0.2.2", $0 * 20, "/p\($0)") }.joined())
  }

  private func shop(_ files: [String: String]) throws -> Shop {
    let shop = try Shop.small()
    for (name, text) in files { try shop.write(text, to: "log/" + name) }
    try shop.run()
    return shop
  }

  @Test(arguments: [(10, 1), (9, 2)])
  func `ten pages and no file make a robot, nine may come from a cache`(
    pages: Int, sessions: Int
  ) throws {
    let log = log(pages: pages)
    let shop = try shop(["a.log": log.person + log.bare])
    #expect(try shop.number("select count(*) from session") == sessions)
    #expect(
      try shop.rows("select reason, visitors, requests from robot_day")
        == (sessions == 1 ? ["no-assets|1|10"] : []))
  }

  @Test func `a visitor whose files stand in another log of the day is a person`() throws {
    let log = log(pages: 10)
    let more = line("192.0.2.2", 300, "/p1") + line("192.0.2.2", 301, "/style.css")
    let shop = try shop(["a.log": log.person + log.bare, "b.log": more])
    #expect(try shop.number("select count(*) from session") == 2)
  }

  @Test func `where the log holds no files nobody is judged by them`() throws {
    let log = log(pages: 10)
    let shop = try shop(["a.log": log.bare])
    #expect(try shop.number("select count(*) from session") == 1)
    #expect(try shop.rows("select * from robot_day").isEmpty)
  }

  @Test func `page views are those of visits and of robots`() throws {
    let log = log(pages: 10)
    let shop = try shop(["a.log": log.person + log.bare])
    #expect(
      try shop.number(
        """
        select (select count(*) from event) - (select sum(pages) from session)
          - (select sum(requests) from robot_day)
        """) == 0)
  }

  @Test func `who only asks whether pages are there is counted`() throws {
    let log = log(pages: 1)
    let heads = (0..<3).map { line("192.0.2.3", $0, "/p\($0)", method: "HEAD") }.joined()
    let shop = try shop(["a.log": log.person + heads])
    #expect(
      try shop.rows("select reason, visitors, requests from robot_day") == ["only-head|1|3"])
    try shop.write(line("192.0.2.3", 40, "/", method: "HEAD"), to: "log/b.log")
    try shop.run()
    #expect(
      try shop.rows("select reason, visitors, requests from robot_day") == ["only-head|1|4"])
    #expect(try shop.number("select count(*) from session") == 1)
  }

  @Test(arguments: [(5, ["only-missing|1|5"]), (4, [])])
  func `five missing pages and nothing else make a robot, four may be a dead link`(
    requests: Int, expected: [String]
  ) throws {
    let missing = (0..<requests).map {
      line("192.0.2.3", $0, "/wp-\($0).php", status: $0 == 1 ? 410 : 404)
    }
    let shop = try shop(["a.log": log(pages: 1).person + missing.joined()])
    #expect(try shop.rows("select reason, visitors, requests from robot_day") == expected)
  }

  @Test func `who also looks at a page or its styles is no robot for missing pages`() throws {
    let missing = (0..<6).map { line("192.0.2.3", $0, "/old\($0)", status: 404) }.joined()
    let head = line("192.0.2.4", 1, "/", method: "HEAD")
    let page = line("192.0.2.3", 30, "/") + line("192.0.2.4", 31, "/")
    let styles = line("192.0.2.3", 30, "/a.css")
    for files in [
      ["a.log": missing + head + page], ["a.log": missing + styles],
      ["a.log": missing + head, "b.log": page],
    ] {
      #expect(try shop(files).rows("select * from robot_day") == [])
    }
  }
}
