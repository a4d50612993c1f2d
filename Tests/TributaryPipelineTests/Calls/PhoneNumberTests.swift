import Foundation
import Testing

@testable import TributaryPipeline

@Suite struct PhoneNumberTests {
  /// A number of Perm that became one of Omsk on 1 March, with a week in April of an
  /// advertisement of its own; a toll-free one, and one on a wall.
  private func shop() throws -> Shop {
    let shop = try Shop.small(
      "{kind: 'phone_numbers', paths: ['numbers.csv']}, {kind: 'geodomains', paths: ['g.csv']},")
    try shop.write(
      """
      number,geodomain,kind,campaign,channel,valid_from,valid_to
      +7 495 000-00-01,perm.shop.example,static,,,,
      8 (495) 000-00-01,omsk.shop.example,static,,,2026-03-01,
      8 (495) 000-00-01,omsk.shop.example,static,Radio,audio,2026-04-06,2026-04-12
      8 800 000-00-02,,tollfree,,,,
      4950000003,omsk.shop.example,static,Wall,paid-other,2026-01-01,2026-10-31

      """, to: "numbers.csv")
    try shop.write(
      "domain,city\nperm.shop.example,Perm\nomsk.shop.example,Omsk\n", to: "g.csv")
    return shop
  }

  private func write(_ calls: [String], to shop: Shop, columns: String = "") throws {
    try shop.write(
      "call_id,started_at,dialled_number,caller,talk_seconds\(columns)\n"
        + calls.map { $0 + "\n" }.joined(), to: "calls/1.csv")
  }

  // 28 February 23:59 of Moscow is still February there.
  @Test(arguments: [
    ("2026-02-10T12:00:00+03:00", "perm.shop.example|call|null"),
    ("2026-02-28T23:59:00+03:00", "perm.shop.example|call|null"),
    ("2026-02-28T21:00:00+00:00", "omsk.shop.example|call|null"),
    ("2026-04-05T12:00:00+03:00", "omsk.shop.example|call|null"),
    ("2026-04-06T00:00:00+03:00", "omsk.shop.example|audio|name:radio"),
    ("2026-04-12T23:59:59+03:00", "omsk.shop.example|audio|name:radio"),
    ("2026-04-13T00:00:00+03:00", "omsk.shop.example|call|null"),
  ])
  func `a number stands for what it stood for on the day of the call`(
    at: String, expected: String
  ) throws {
    let shop = try shop()
    try write(["c1,\(at),+74950000001,+79000000001,60"], to: shop)
    try shop.run()
    #expect(
      try shop.rows("select geodomain, channel, campaign_key from touchpoint") == [expected])
    let city = expected.prefix { $0 != "|" }
    #expect(
      try shop.rows("select geodomain, calls from mart_geodomain_day where calls > 0")
        == ["\(city)|1"])
    #expect(
      try shop.rows("select geodomain from conversion where kind = 'call'") == [String(city)])
  }

  @Test func `a campaign that only a number names is listed`() throws {
    let shop = try shop()
    try shop.run()
    #expect(
      try shop.rows("select campaign_key, name from campaign order by 1")
        == ["name:radio|Radio", "name:wall|Wall"])
  }

  @Test func `calls of no city are counted by number, known and unknown apart`() throws {
    let shop = try shop()
    try write(
      [
        "c1,2026-11-10T12:00:00+03:00,88000000002,+79000000001,60",
        "c2,2026-11-11T12:00:00+03:00,88000000002,+79000000002,0",
        "c3,2026-11-12T12:00:00+03:00,84950000009,+79000000003,60",
        // The wall was painted over: the number's row has ended.
        "c4,2026-11-13T12:00:00+03:00,84950000003,+79000000004,0",
        "c5,2026-11-13T12:00:00+03:00,84950000001,+79000000005,60",
        // Older than the report's 28 days.
        "c6,2026-08-13T12:00:00+03:00,84950000009,+79000000006,60",
      ], to: shop)
    try shop.run()
    let file = try #require(try shop.reports()["calls-unassigned.csv"])
    let lines = String(decoding: file, as: UTF8.self).split(whereSeparator: \.isNewline)
    #expect(
      lines.dropFirst().map(String.init) == [
        "78000000002,tollfree,2,1,2026-11-11", "74950000003,unlisted,1,1,2026-11-13",
        "74950000009,unlisted,1,0,2026-11-12",
      ])
    let page = try #require(try shop.reports()["cities.html"])
    #expect(
      String(decoding: page, as: UTF8.self).contains("2 of them numbers that are not listed"))
    #expect(
      try shop.rows(
        "select sum(calls) from mart_geodomain_day where geodomain = '' and day > '2026-11'")
        == ["4"])
  }

  @Test func `what a tracker says of a call holds where the number says nothing`() throws {
    let shop = try shop()
    try write(
      [
        "c1,2026-11-10T12:00:00+03:00,84950000009,+79000000001,60,yandex,cpc,Spring Sale",
        "c2,2026-04-07T12:00:00+03:00,84950000001,+79000000002,60,yandex,cpc,Spring Sale",
        "c3,2026-11-12T12:00:00+03:00,84950000001,+79000000003,60,,,",
      ], to: shop, columns: ",source,medium,campaign")
    try shop.run()
    #expect(
      try shop.rows(
        "select member, channel, source, medium, campaign_key from touchpoint order by member")
        == [
          "c1|paid-search|yandex|cpc|name:yandex/spring sale", "c2|audio|null|null|name:radio",
          "c3|call|null|null|null",
        ])
    #expect(
      try shop.rows("select name, source, medium from campaign where campaign_key like '%sale'")
        == ["Spring Sale|yandex|cpc"])
  }

  // An exchange that writes UTC: 21:30 of 2 March is 00:30 of 3 March in Moscow.
  @Test func `a source has a zone of its own`() throws {
    let shop = try Shop(
      """
      {name: 'shop', timezone: 'Europe/Moscow', currency: 'RUB', as_of: '2026-11-14',
       sources: [{kind: 'calls', format: 'asterisk-cdr', timezone: 'UTC', paths: ['Master.csv']}]}
      """)
    try shop.write(
      "\"\",\"79161234567\",\"74951112233\",\"from-trunk\",\"\",\"PJSIP/t-1\",\"PJSIP/101-1\","
        + "\"Dial\",\"\",\"2026-03-02 21:30:00\",\"2026-03-02 21:30:10\",\"2026-03-02 21:31:10\","
        + "70,60,\"ANSWERED\",\"DOCUMENTATION\",\"1772487000.1\"\n", to: "Master.csv")
    try shop.run()
    #expect(
      try shop.rows("select call_id, started_at, zoned_day(started_at) from call")
        == ["1772487000.1|1772487000000|2026-03-03"])
  }

  @Test func `the legs of a call add up in the ledger`() throws {
    let shop = try Shop(
      """
      {name: 'shop', timezone: 'UTC', currency: 'RUB', as_of: '2026-11-14',
       sources: [{kind: 'calls', format: 'mango-office', paths: ['m.csv']}]}
      """)
    try shop.write(
      """
      [];1772434800;1772434820;0;;79161234567;101;74951112233;1111;74951112233;abonent;A=
      [];1772434820;1772434890;1772434830;;79161234567;102;74951112233;1110;74951112233;abonent;A=
      [];1772436000;1772436060;1772436010;101;74951112233;;79161234567;1110;74951112233;;C=
      [];1772437000;1772437060;1772437010;;79161234567;101;;1110;;;D=

      """, to: "m.csv")
    let counts = try shop.run().sources.map(\.counts)
    #expect(counts.map(\.read) == [4])
    #expect(counts.map(\.loaded) == [2])
    #expect(counts.map(\.filtered) == [1])
    #expect(counts.map(\.rejected) == [1])
    #expect(try shop.rows("select call_id, talk_seconds from call") == ["A=|60"])
  }
}
