import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// Spend that is told again and again: renamed, restated, taken back, overlaid by other files.
@Suite struct SpendOverTimeTests {
  private static let head = "date,source,medium,campaign,campaign_id,ad_group,cost,clicks\n"

  /// A shop with spend files, written in that order with times of modification a day apart.
  private func facts(
    _ files: [(name: String, text: String)], nightly: Bool = true, backwards: Bool = false
  ) throws -> [String] {
    let shop = try Shop.small()
    let numbered = files.enumerated().map { ($0.offset, $0.element) }
    for (index, file) in backwards ? numbered.reversed() : numbered {
      let name = "spend/" + file.name
      try shop.write(file.text, to: name)
      try shop.touch(name, "2026-11-\(10 + index)T09:00:00Z")
      if nightly { #expect(try shop.run().exitCode == 0) }
    }
    if !nightly { #expect(try shop.run().exitCode == 0) }
    #expect(try shop.warehouse().moneyMismatches().isEmpty)
    return try shop.rows(
      """
      select day, campaign_key, sum(cost), sum(clicks) from spend_fact
      group by 1, 2 order by 1, 2
      """)
  }

  private func expect(
    _ files: [(name: String, text: String)], _ expected: [String],
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try facts(files) == expected, sourceLocation: place)
    #expect(try facts(files, nightly: false) == expected, sourceLocation: place)
    #expect(try facts(files, backwards: true) == expected, sourceLocation: place)
  }

  @Test func `other case, another name and a number given later are the same row`() throws {
    try expect(
      [
        ("a.csv", Self.head + "2026-11-01,google,cpc,Wigs,,,10,5\n2026-11-01,fb,cpc,Hats,7,,3,1\n"),
        ("b.csv", Self.head + "2026-11-01,Google,CPC,wigs,70,,11,6\n"),
        ("c.csv", Self.head + "2026-11-01,facebook,cpc,Hats and caps,7,,4,2\n"),
      ],
      ["2026-11-01|id:facebook/7|400|2", "2026-11-01|id:google/70|1100|6"])
  }

  @Test func `a renamed ad group counts once, and another campaign's export takes nothing back`()
    throws
  {
    let groups = "date,source,campaign_id,ad_group,ad_group_id,cost\n"
    try expect(
      [
        ("a.csv", groups + "2026-11-01,vk,7,North,1,10\n2026-11-01,vk,7,South,2,20\n"),
        ("b.csv", groups + "2026-11-01,vk,7,Far north,1,12\n"),
        ("c.csv", groups + "2026-11-01,vk,8,North,3,1\n"),
      ],
      ["2026-11-01|id:vk/7|3200|0", "2026-11-01|id:vk/8|100|0"])
  }

  @Test func `what a newer version of a file takes back shows what other files say again`() throws {
    let shop = try Shop.small()
    func write(_ name: String, _ rows: String, _ day: Int) throws {
      try shop.write(Self.head + rows, to: "spend/" + name)
      try shop.touch("spend/" + name, "2026-11-\(day)T09:00:00Z")
      #expect(try shop.run().exitCode == 0)
    }
    let sum = "select sum(cost) from spend_fact"
    try write("a.csv", "2026-11-01,vk,cpc,wigs,7,,10,1\n2026-11-01,vk,cpc,hats,8,,5,1\n", 10)
    try write("b.csv", "2026-11-01,vk,cpc,wigs,7,,12,1\n2026-11-01,vk,cpc,caps,9,,1,1\n", 11)
    #expect(try shop.number(sum) == 1800)
    try write("b.csv", "2026-11-01,vk,cpc,caps,9,,1,1\n", 12)
    #expect(try shop.number(sum) == 1600)
    try write("a.csv", "2026-11-01,vk,cpc,hats,8,,5,1\n", 13)
    #expect(try shop.number(sum) == 600)
    // A file that is gone keeps what it said.
    try FileManager.default.removeItem(at: shop.url("spend/b.csv"))
    let notes = "select path, note, count from file_note join source_file using (source_file_id)"
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.number(sum) == 600)
    #expect(try shop.rows(notes).contains { $0.hasPrefix("spend/b.csv|spend-of-gone-file|") })
    let page = try #require(try shop.reports()["quality.html"])
    #expect(String(decoding: page, as: UTF8.self).contains("records of spend stay"))
    try write("b.csv", "2026-11-01,vk,cpc,caps,9,,1,1\n", 12)
    #expect(try !shop.rows(notes).contains { $0.contains("gone") })
  }

  @Test func `a newer file without clicks leaves those of the older one`() throws {
    try expect(
      [
        ("a.csv", Self.head + "2026-11-01,vk,cpc,wigs,7,,10,5\n2026-11-01,vk,cpc,hats,8,,2,3\n"),
        ("b.csv", "date,source,medium,campaign_id,cost\n2026-11-01,vk,cpc,7,12\n"),
        ("c.csv", Self.head + "2026-11-01,vk,cpc,hats,8,,2,\n"),
      ],
      ["2026-11-01|id:vk/7|1200|5", "2026-11-01|id:vk/8|200|0"])
  }

  @Test func `of several depths of one campaign or account the newest file's counts`() throws {
    let campaigns = "date,source,medium,campaign,campaign_id,cost,clicks\n"
    let keywords = "date,source,medium,campaign,campaign_id,keyword,keyword_id,cost,clicks\n"
    let words = "2026-11-01,bing,cpc,wigs,7,hair,1,6,3\n2026-11-01,bing,cpc,wigs,7,,,4,2\n"
    let whole = "2026-11-01,bing,cpc,wigs,7,11,4\n2026-11-01,bing,cpc,hats,8,5,1\n"
    try expect(
      [("a.csv", campaigns + whole), ("b.csv", keywords + words)],
      ["2026-11-01|id:bing/7|1000|5", "2026-11-01|id:bing/8|500|1"])
    try expect(
      [("a.csv", keywords + words), ("b.csv", campaigns + whole)],
      ["2026-11-01|id:bing/7|1100|4", "2026-11-01|id:bing/8|500|1"])
    try expect(
      [
        ("a.csv", "date,source,medium,cost\n2026-11-01,bing,cpc,20\n2026-11-01,ok,cpc,3\n"),
        ("b.csv", campaigns + whole),
      ],
      [
        "2026-11-01|id:bing/7|1100|4", "2026-11-01|id:bing/8|500|1",
        "2026-11-01|tag:ok/cpc|300|0",
      ])
  }

  @Test func `a column that another file lacks makes no other row`() throws {
    let plain = "date,source,medium,campaign,campaign_id,cost\n2026-11-01,tiktok,cpc,wigs,7,10\n"
    for other in [
      "date,source,medium,campaign,campaign_id,geodomain,cost\n2026-11-01,tiktok,cpc,wigs,7,a.example,9\n",
      "date,source,medium,campaign,campaign_id,currency,cost\n2026-11-01,tiktok,cpc,wigs,7,RUB,9\n",
      "date,source,campaign,campaign_id,cost\n2026-11-01,tiktok,wigs,7,9\n",
      "date,source,medium,campaign,campaign_id,cost\n2026-11-01,tiktok,target,wigs,7,9\n",
      "date,campaign,campaign_id,cost\n2026-11-01,wigs,7,9\n",
      "date,campaign,cost\n2026-11-01,Wigs,9\n",
    ] {
      #expect(try facts([("a.csv", plain), ("b.csv", other)], nightly: false).count == 1)
      #expect(
        try facts([("a.csv", plain), ("b.csv", other)], backwards: true)
          .map { $0.split(separator: "|")[2] } == ["900"])
      #expect(
        try facts([("a.csv", other), ("b.csv", plain)])
          .map { $0.split(separator: "|")[2] } == ["1000"])
    }
  }

  @Test func `a number has one spelling, and a name without one is all of its numbers`() throws {
    try expect(
      [
        ("a.csv", Self.head + "2026-11-01,ok,cpc,wigs,М-7,,10,1\n2026-11-01,ok,cpc,hats,0,,5,1\n"),
        ("b.csv", Self.head + "2026-11-01,ok,cpc,wigs,7.0,,12,1\n2026-11-01,ok,cpc,caps,0,,1,1\n"),
      ],
      [
        "2026-11-01|id:ok/7|1200|1", "2026-11-01|name:ok/caps|100|1",
        "2026-11-01|name:ok/hats|500|1",
      ])
    try expect(
      [
        ("a.csv", "date,source,medium,campaign,cost,clicks\n2026-11-01,google,cpc,May_sale,10,4\n"),
        (
          "b.csv",
          Self.head
            + "2026-11-01,google,cpc,may sale,15,,6,2\n2026-11-01,google,cpc,may sale,16,,4,2\n"
        ),
      ], ["2026-11-01|id:google/15|600|2", "2026-11-01|id:google/16|400|2"])
  }

  @Test func `a copy of a file counts nothing twice and is told as a repeat`() throws {
    let text = Self.head + "2026-11-01,vk,cpc,wigs,7,,10,5\n"
    try expect([("a.csv", text), ("copy.csv", text)], ["2026-11-01|id:vk/7|1000|5"])
  }
}

/// Which campaign visits and spend belong to, through a whole night.
@Suite struct CampaignPlatformTests {
  private func night(
    spend: String, visits: [(day: Int, query: String)], more: String = ""
  ) throws -> Shop {
    let shop = try Shop.small()
    if !more.isEmpty {
      try shop.replace("own_domains: ['shop.example']", "own_domains: ['shop.example'], \(more)")
    }
    try shop.write(
      "date,source,medium,campaign,campaign_id,cost,clicks\n" + spend, to: "spend/a.csv")
    let lines = visits.enumerated().map { index, visit in
      """
      shop.example 203.0.113.\(index + 1) - - [0\(visit.day)/Nov/2026:10:00:00 +0300] \
      "GET /?\(visit.query) HTTP/1.1" 200 5 "-" "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"

      """
    }
    try shop.write(lines.joined(), to: "log/a.log")
    #expect(try shop.run().exitCode == 0)
    return shop
  }

  private let marts = """
    select campaign_key, sum(spend), sum(sessions) from mart_campaign_day group by 1 order by 1
    """

  @Test func `one number and one name on two platforms are two campaigns each`() throws {
    let shop = try night(
      spend: """
        2026-11-03,yandex,cpc,a,15,10,1
        2026-11-03,vk,cpc,b,15,1000,50
        2026-11-03,google,,may,,20,1
        2026-11-03,ok,,may,,30,1

        """,
      visits: [
        (3, "utm_source=ya&utm_medium=cpc&utm_id=15"),
        (3, "utm_source=vk.com&utm_medium=target&utm_id=15"),
        (3, "utm_source=adwords&utm_medium=ppc&utm_campaign=MAY"),
        (3, "utm_source=ok&utm_medium=social&utm_campaign=may"),
        (3, "utm_source=mail&utm_medium=email&utm_campaign=may"),
      ])
    #expect(
      try shop.rows(marts) == [
        "id:vk/15|100000|1", "id:yandex/15|1000|1", "name:google/may|2000|1", "name:mail/may|0|1",
        "name:ok/may|3000|1",
      ])
    #expect(try shop.rows("select channel from session where source = 'ok'") == ["paid-social"])
  }

  @Test func `a platform may have a name of the shop's own`() throws {
    let visits = [(day: 3, query: "utm_source=rsya-msk&utm_medium=cpc&utm_campaign=may")]
    let spend = "2026-11-03,yandex,cpc,may,,10,1\n"
    #expect(
      try night(spend: spend, visits: visits).rows(marts)
        == ["name:rsya-msk/may|0|1", "name:yandex/may|1000|0"])
    let shop = try night(spend: spend, visits: visits, more: "platforms: {'rsya-msk': 'direct'}")
    #expect(try shop.rows(marts) == ["name:yandex/may|1000|1"])
    // The key changes what was made before it.
    try shop.replace(", platforms: {'rsya-msk': 'direct'}", "")
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.rows(marts) == ["name:rsya-msk/may|0|1", "name:yandex/may|1000|0"])
  }

  @Test func `a campaign made anew takes the visits of its days, when its spend comes`() throws {
    let named = "utm_source=google&utm_medium=cpc&utm_campaign=wigs"
    let shop = try night(
      spend: "2026-11-02,google,cpc,wigs,111,10,1\n",
      visits: [(1, named), (2, named), (4, named), (5, named), (6, named)])
    #expect(try shop.rows(marts) == ["id:google/111|1000|5"])
    try shop.write(
      "date,source,medium,campaign,campaign_id,cost,clicks\n2026-11-05,google,cpc,wigs,222,20,1\n",
      to: "spend/b.csv")
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.rows(marts) == ["id:google/111|1000|3", "id:google/222|2000|2"])
    #expect(try shop.number("select count(*) from campaign_audit where finding like '%alone'") == 0)
  }

  @Test func `days that newer files take back make no campaign of the name`() throws {
    let named = "utm_source=google&utm_medium=cpc&utm_campaign=wigs"
    let shop = try night(
      spend: """
        2026-11-02,google,cpc,wigs,111,10,1
        2026-11-05,google,cpc,wigs,111,3,1
        2026-11-05,google,cpc,wigs,222,20,1

        """, visits: [(2, named), (5, named), (6, named)])
    try shop.touch("spend/a.csv", "2026-11-08T09:00:00Z")
    #expect(try shop.rows(marts).contains("name:google/wigs|0|2"))
    // The old one was restated to nothing, and is called otherwise since.
    try shop.write(
      "date,source,medium,campaign,campaign_id,cost,clicks\n2026-11-05,google,cpc,old,111,0,0\n"
        + "2026-11-02,google,cpc,old,111,10,1\n", to: "spend/b.csv")
    try shop.touch("spend/b.csv", "2026-11-09T09:00:00Z")
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.rows(marts) == ["id:google/111|1000|1", "id:google/222|2000|2"])
  }

  @Test func `an export without numbers meets visits that have one`() throws {
    let shop = try night(
      spend: "2026-11-03,facebook,paid,Wigs,,10,1\n2026-11-03,vk,,,,7,1\n",
      visits: [
        (3, "utm_source=fb&utm_medium=paid&utm_campaign=Wigs&utm_id=120015"),
        (3, "utm_source=an&utm_medium=paid&utm_campaign=wigs"),
        (3, "utm_source=vk-reklama&utm_medium=cpc"), (3, "utm_source=vk&utm_medium=social"),
        (3, "utm_source=vk&utm_medium=email"), (3, "utm_campaign=wigs"),
      ])
    #expect(
      try shop.rows(marts) == ["name:facebook/wigs|1000|3", "tag:vk/|700|2"])
    #expect(
      try shop.rows("select distinct channel from session where campaign_key = 'tag:vk/'")
        == ["paid-social"])
  }

  @Test func `a name that two numbers spend under on one day is told, none is graded`() throws {
    let named = "utm_source=google&utm_medium=cpc&utm_campaign=wigs"
    let shop = try night(
      spend: """
        2026-11-05,google,cpc,wigs,111,1000,60
        2026-11-05,google,cpc,wigs,222,2000,60
        2026-11-05,google,cpc,hats,333,2000,60

        """, visits: [(5, named), (5, named), (5, "utm_source=google&utm_medium=cpc&utm_id=111")])
    #expect(
      try shop.rows(marts) == [
        "id:google/111|100000|1", "id:google/222|200000|0", "id:google/333|200000|0",
        "name:google/wigs|0|2",
      ])
    #expect(
      try shop.rows(
        "select campaign_key, finding, at_risk from campaign_audit order by campaign_key") == [
          "id:google/111|shared-name|0", "id:google/222|shared-name|0",
          "id:google/333|spend-alone|200000", "name:google/wigs|shared-name|0",
        ])
    #expect(
      try shop.rows(
        "select grade from campaign_rating where campaign_key in ('id:google/111', 'id:google/222')"
      ).allSatisfy { $0 == "null" || $0 == "" })
    let page = try #require(try shop.reports()["campaigns.html"])
    #expect(String(decoding: page, as: UTF8.self).contains("one name, several numbers"))
    let told = Checkup(of: try shop.pipeline()).findings.filter { $0.name == "campaigns" }
    #expect(told.map(\.isNote) == [true])
    #expect(told.allSatisfy { $0.message.contains("wigs (id:google/111), wigs (id:google/222);") })
  }
}
