import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct EventLoaderTests {
  let shop: TestShop

  init() throws { shop = try TestShop() }

  struct Request {
    var at: Int64
    var path: Int32 = 1
    var kind = RequestKind.page
    var agent: Int32 = -1
    var isBot = false
  }

  /// Requests to the host of code 0.
  func batch(
    _ requests: [Request], new: [String], from first: Int32 = 0, generation: Int = 0
  ) -> EventBatch {
    var batch = EventBatch()
    batch.generation = generation
    batch.firstNewCode = first
    batch.newStrings = new
    for (index, request) in requests.enumerated() {
      batch.line.append(Int64(index + 1))
      batch.at.append(request.at)
      batch.visitor.append(7)
      batch.host.append(0)
      batch.path.append(request.path)
      batch.query.append(request.path == 1 ? "a=1" : nil)
      batch.referrer.append(-1)
      batch.userAgent.append(request.agent)
      batch.method.append(-1)
      batch.status.append(200)
      batch.bytes.append(-1)
      batch.kind.append(request.kind)
      batch.isBot.append(request.isBot)
    }
    return batch
  }

  let events = """
    select at, h.text, p.text, query, status
    from event join text_value h on h.text_id = host join text_value p on p.text_id = path
    order by event_id
    """

  @Test func `page views of people become rows, all requests become counts`() throws {
    let warehouse = try shop.open()
    let noon = try at("2026-05-03 12:00")
    let outcome = try warehouse.load(.log("a.log")) { loader in
      try loader.append(
        batch(
          [
            Request(at: noon), Request(at: noon, path: 2, kind: .asset),
            Request(at: noon, path: 3, agent: 4, isBot: true), Request(at: noon + 1, path: -1),
            Request(at: noon, path: 3, agent: 4, isBot: true), Request(at: noon, kind: .other),
          ],
          new: ["shop.example", "/", "/style.css", "/probe", "Googlebot"]))
      return .of(7, filtered: 1)
    }
    #expect(outcome.counts.loaded == 6)
    #expect(try warehouse.dump(events) == ["\(noon)|shop.example|/|a=1|200"])
    #expect(try warehouse.dump("select count(*), count(path) from event") == ["2|1"])
    #expect(
      try warehouse.dump(
        """
        select kind, is_bot, a.text, requests
        from request_day left join text_value a on a.text_id = user_agent order by 1, 2
        """) == ["asset|0|null|1", "other|0|null|1", "page|0|null|2", "page|1|Googlebot|2"])
    #expect(try warehouse.dump("select text from text_value where text like '/%'") == ["/"])
  }

  @Test func `order events of people are kept though they are no page views`() throws {
    var requests = batch(
      [
        Request(at: 1_000, kind: .other), Request(at: 2_000, kind: .other),
        Request(at: 3_000, kind: .other, isBot: true), Request(at: 4_000),
      ], new: ["shop.example", "/thanks"])
    requests.orderIDs = [1: "A-7", 2: "A-8"]
    let warehouse = try shop.open()
    _ = try warehouse.load(.log("a.log")) { loader in
      try loader.append(requests)
      return .of(4)
    }
    #expect(
      try warehouse.dump("select at, order_id from event order by event_id")
        == ["2000|A-7", "4000|null"])
    #expect(try warehouse.dump("select sum(requests) from request_day") == ["4"])
  }

  @Test func `further orders of a row are events beside it, and no requests`() throws {
    var requests = batch(
      [Request(at: 1_000), Request(at: 2_000, kind: .other), Request(at: 3_000, isBot: true)],
      new: ["shop.example", "/"])
    requests.orderIDs = [1: "A-3"]
    requests.furtherOrderIDs = [0: ["A-1", "A-2"], 1: ["A-4"], 2: ["A-5"]]
    let warehouse = try shop.open()
    let outcome = try warehouse.load(.log("a.log")) { loader in
      try loader.append(requests)
      return .of(3)
    }
    #expect(outcome.counts.loaded == 3)
    #expect(
      try warehouse.dump("select at, order_id from event order by event_id")
        == ["1000|null", "1000|A-1", "1000|A-2", "2000|A-3", "2000|A-4"])
    #expect(try warehouse.dump("select sum(requests) from request_day") == ["3"])
    #expect(try warehouse.dump("select sum(events) from event_span") == ["1"])
  }

  @Test func `a count is found by its host and agent, not by reading the day`() throws {
    let warehouse = try shop.open()
    let plan = try warehouse.dump(
      """
      explain query plan update request_day set requests = requests + 1
      where day = '2026-05-03' and source_file_id = 1 and host is 5 and kind = 'page'
        and is_bot = 0 and user_agent is null
      """)
    #expect(plan.contains { $0.contains("host=? AND user_agent=?") })
  }

  @Test func `codes mean what their generation says`() throws {
    let warehouse = try shop.open()
    let noon = try at("2026-05-03 12:00")
    _ = try warehouse.load(.log("a.log")) { loader in
      try loader.append(batch([Request(at: noon)], new: ["one.example", "/a"]))
      try loader.append(batch([Request(at: noon, path: 2)], new: ["/b"], from: 2))
      try loader.append(
        batch([Request(at: noon)], new: ["two.example", "/c"], generation: 1))
      return .of(3)
    }
    #expect(
      try warehouse.dump(events) == [
        "\(noon)|one.example|/a|a=1|200", "\(noon)|one.example|/b|null|200",
        "\(noon)|two.example|/c|a=1|200",
      ])
    #expect(
      try warehouse.dump(
        "select text, requests from request_day join text_value on text_id = host order by text")
        == ["one.example|2", "two.example|1"])
  }

  @Test func `many rows keep their order and every day knows where its events lie`() throws {
    let warehouse = try shop.open(zone: "Europe/Moscow")
    let start = try at("2026-05-03 20:50")
    let requests = (0..<40).map { Request(at: start + Int64($0) * 60_000) }
    for (path, part) in [("a.log", requests[..<35]), ("b.log", requests[35...])] {
      let outcome = try warehouse.load(.log(path)) { loader in
        try loader.append(batch(Array(part), new: ["shop.example", "/"]))
        return .of(part.count)
      }
      #expect(outcome.dirtyDays.last == (try day("2026-05-04")))
    }
    // 20:50 UTC is 23:50 in Moscow: ten requests belong to the 3rd, thirty to the 4th.
    #expect(
      try warehouse.dump(
        "select day, first_event_id, last_event_id, events, last_at from event_span") == [
          "2026-05-03|1|10|10|\(start + 9 * 60_000)", "2026-05-04|11|35|25|\(start + 34 * 60_000)",
          "2026-05-04|36|40|5|\(start + 39 * 60_000)",
        ])
    #expect(
      try warehouse.dump("select count(*), min(at), max(at) from event") == [
        "40|\(start)|\(start + 39 * 60_000)"
      ])
  }

  @Test func `hours are those of the shop's clock, and the one that comes twice has both`() throws {
    let warehouse = try shop.open(zone: "Europe/Berlin")
    // 25 October 2026: 03:00 becomes 02:00 at 01:00 UTC. 29 March: 02:00 becomes 03:00.
    let times = [
      "2026-10-24 22:00", "2026-10-25 00:59", "2026-10-25 01:00", "2026-10-25 01:59",
      "2026-10-25 22:59", "2026-10-25 23:00", "2026-03-29 00:59", "2026-03-29 01:00",
    ]
    _ = try warehouse.load(.log("a.log")) { loader in
      try loader.append(
        batch(try times.map { Request(at: try at($0)) }, new: ["shop.example", "/"]))
      return .of(times.count)
    }
    #expect(
      try warehouse.dump("select day, hour, requests from request_hour") == [
        "2026-03-29|1|1", "2026-03-29|3|1", "2026-10-25|0|1", "2026-10-25|2|3",
        "2026-10-25|23|1", "2026-10-26|0|1",
      ])
  }

  @Test func `hours are told apart by kind and robots, and are few whatever the hosts`() throws {
    let warehouse = try shop.open()
    let noon = try at("2026-05-03 12:00")
    var requests = batch(
      [
        Request(at: noon), Request(at: noon + 59 * 60_000), Request(at: noon, kind: .asset),
        Request(at: noon, agent: 2, isBot: true), Request(at: noon, agent: 3, isBot: true),
      ], new: ["one.example", "/", "Googlebot", "bingbot", "two.example"])
    requests.host[1] = 4
    for _ in 0..<2 {
      _ = try warehouse.load(.log("a.log")) { loader in
        try loader.append(requests)
        return .of(5)
      }
    }
    #expect(
      try warehouse.dump("select hour, kind, is_bot, requests from request_hour")
        == ["12|asset|0|2", "12|page|0|4", "12|page|1|4"])
  }

  @Test func `a log of more hours than memory keeps is counted whole`() throws {
    let warehouse = try shop.open()
    let hours = 41_000
    _ = try warehouse.load(.log("a.log")) { loader in
      for start in stride(from: 0, to: hours, by: 8200) {
        try loader.append(
          batch(
            (start..<start + 8200).map { Request(at: Int64($0) * 3_600_000, kind: .other) },
            new: start == 0 ? ["shop.example", "/"] : [], from: start == 0 ? 0 : 2))
      }
      try loader.append(batch([Request(at: 0, kind: .other)], new: [], from: 2))
      return .of(hours + 1)
    }
    #expect(
      try warehouse.dump("select count(*), sum(requests), max(requests) from request_hour")
        == ["\(hours)|\(hours + 1)|2"])
  }

  @Test func `a log that grew adds to its counts`() throws {
    let warehouse = try shop.open()
    let noon = try at("2026-05-03 12:00")
    for offset in [Int64(100), 200] {
      _ = try warehouse.load(.log("a.log")) { loader in
        try loader.append(batch([Request(at: noon)], new: ["shop.example", "/"]))
        return .of(1, offset: offset)
      }
    }
    #expect(try warehouse.dump("select requests from request_day") == ["2"])
    let file = try #require(try warehouse.knownFiles(of: .clickstream).first)
    #expect(file.counts.read == 2)
    #expect(file.contentOffset == 200)
    #expect(file.dataTo == (try day("2026-05-03")))
  }

  @Test func `codes that the reader never gave are an error and undo the load`() throws {
    let warehouse = try shop.open()
    #expect(throws: LoadFailure.self) {
      try warehouse.load(.log("a.log")) { loader in
        try loader.append(batch([Request(at: 0, path: 9)], new: ["shop.example", "/"]))
        return .of(1)
      }
    }
    #expect(try warehouse.dump("select count(*) from text_value") == ["0"])
  }
}
