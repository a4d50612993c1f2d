import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

@Suite struct CallSourcesJobTests {
  private func shop(_ seed: UInt64, nights: Int, shuffle: UInt64? = nil) throws -> Shop {
    let shop = try Shop.small(GeneratedCalls.sources)
    var files = GeneratedCalls(seed: seed).files.sorted { $0.key < $1.key }
    if let shuffle {
      var random = SeededGenerator(state: shuffle)
      files.shuffle(using: &random)
    }
    for night in 0..<nights {
      for file in files[(files.count * night / nights)..<(files.count * (night + 1) / nights)] {
        try shop.write(file.value, to: file.key)
      }
      #expect(try shop.run().exitCode == 0)
    }
    return shop
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `files over several nights, late days among them, come to the same as all at once`(
    seed: UInt64
  ) throws {
    let atOnce = try shop(seed, nights: 1)
    let nightly = try shop(seed, nights: 5, shuffle: seed)
    #expect(try atOnce.number("select count(*) from call_session where session_id > 0") > 20)
    let (expected, found) = (
      try WarehouseDump.meaning(atOnce.warehouse()), try WarehouseDump.meaning(nightly.warehouse())
    )
    #expect(Set(found).subtracting(expected).sorted() == [])
    #expect(Set(expected).subtracting(found).sorted() == [])
    #expect(found.count == expected.count)
    for each in [atOnce, nightly] {
      #expect(
        try each.number(
          """
          select count(*)
          from call_session
          where session_id not in (select session_id from session)
            or call_id not in (select call_id from call)
          """) == 0)
    }
  }

  @Test func `calls to a number that names its channel are given no sessions`() throws {
    let shop = try shop(1, nights: 1)
    #expect(
      try shop.number(
        """
        select count(*)
        from call_session
        join call using (call_id)
        where dialled_number like '%02'
        """) == 0)
    #expect(
      try shop.rows(
        """
        select distinct touchpoint.channel, probability
        from touchpoint
        join call on kind = 'call' and member = call_id
        where dialled_number like '%02'
        """) == ["paid-other|1.0"])
  }

  @Test func `a number that gets a channel later takes the sessions from its calls`() throws {
    let shop = try shop(2, nights: 1)
    let before = try shop.number("select count(distinct call_id) from call_session")
    try shop.write(
      """
      number,geodomain,kind,campaign,channel,valid_from,valid_to
      8 495 000-00-09,,static,,organic-search,2026-01-01,

      """, to: "numbers/2.csv")
    try shop.run()
    // One call a day for seven days.
    #expect(try shop.number("select count(distinct call_id) from call_session") == before - 7)
  }

  @Test func `a changed day leaves the calls of earlier months as they are`() throws {
    let shop = try shop(3, nights: 1)
    let rows = """
      select call_session.rowid || ' ' || call_id
      from call_session
      join call using (call_id)
      where zoned_day(started_at) like '2026-09%'
      order by 1
      """
    let september = try shop.rows(rows)
    #expect(!september.isEmpty)
    try shop.write(
      "call_id,started_at,dialled_number,caller,talk_seconds\n"
        + "late,2026-10-31T12:10:00+03:00,8 495 000-00-01,+7 900 000-00-03,40\n",
      to: "calls/late.csv")
    try shop.run()
    #expect(try shop.number("select count(*) from call_session where call_id = 'late'") > 0)
    #expect(try shop.rows(rows) == september)
  }

  @Test func `another version of the rates replays the calls of all months`() throws {
    let shop = try shop(5, nights: 1)
    let rows = "select call_id, session_id, probability from call_session order by 1, 2"
    let before = try shop.rows(rows)
    #expect(before.count > 20)
    let pipeline = try shop.pipeline()
    func change(_ statement: String) throws {
      try Warehouse(path: pipeline.warehouse, settings: WarehouseSettings(pipeline)).run(statement)
    }
    try change("update call_session set probability = 0 where session_id is not null")
    try shop.run()
    #expect(try shop.rows(rows) != before)
    try change("update fingerprint set value = '1' where name = 'call-sources'")
    try shop.run()
    #expect(try shop.rows(rows) == before)
  }

  @Test func `a call is one conversion whose ways share its credit`() throws {
    let shop = try shop(4, nights: 1)
    let wrong = try shop.rows(
      """
      select member
      from touchpoint
      where kind = 'call'
      group by member
      having abs(sum(probability) - 1) > 1e-9
      """)
    #expect(wrong.isEmpty)
    #expect(
      try shop.number(
        "select count(*) from touchpoint where kind = 'call' and channel = 'paid-search'") > 0)
  }
}
