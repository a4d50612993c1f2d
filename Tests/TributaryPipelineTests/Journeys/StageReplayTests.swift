import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

/// What was made with other keys, models or code is made anew, of files that are gone too.
@Suite struct StageReplayTests {
  private static let agent =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 "
    + "Safari/537.36"

  /// A visit at 01:30 in Moscow, which is the evening before in UTC, that ends in an order in
  /// roubles; an order in euros.
  private func shop(_ changes: [(String, String)] = []) throws -> Shop {
    let shop = try Shop.small()
    for (old, new) in changes { try shop.replace(old, new) }
    let lines = [
      "01:30:00 +0300] \"GET /?utm_source=yandex&utm_medium=cpc&utm_campaign=sale",
      "01:35:00 +0300] \"GET /checkout/thanks?order_id=W1",
    ].map {
      "shop.example:443 192.0.2.7 - - [12/Nov/2026:\($0) HTTP/1.1\" 200 512 \"-\" \"\(Self.agent)\"\n"
    }
    try shop.write(lines.joined(), to: "log/access.log")
    try shop.write(
      """
      order_id,placed_at,total,currency,customer_phone
      W1,2026-11-12T01:35:00+03:00,2000.00,RUB,+7 900 000-00-01
      W2,2026-11-12T12:00:00+03:00,30.00,EUR,+7 900 000-00-02

      """, to: "orders/1.csv")
    #expect(try shop.run().exitCode == 0)
    return shop
  }

  @Test(arguments: [
    ("currency: 'RUB'", "currency: 'EUR'"), ("timezone: 'Europe/Moscow'", "timezone: 'UTC'"),
  ])
  func `a key of the shop makes anew what came from files that are gone`(
    old: String, new: String
  ) throws {
    let fresh = try shop([(old, new)])
    let later = try shop()
    for name in ["log/access.log", "orders/1.csv"] {
      try FileManager.default.removeItem(at: later.url(name))
    }
    try later.replace(old, new)
    #expect(try later.run().exitCode == 0)
    for query in [
      "select * from order_fact order by order_id", "select day, channel, pages from session",
      "select day, conversion_id, model, value from attribution_credit order by 1, 2, 3",
      "select day, channel, value from mart_channel_credit_day where model = 'first' order by 1, 2",
    ] {
      #expect(try later.rows(query) == fresh.rows(query), "\(query)")
      #expect(try later.rows(query).isEmpty == false)
    }
  }

  @Test func `credit of a version with other models is shared anew`() throws {
    let shop = try Shop.small()
    try shop.write(GeneratedShop(seed: 7).files)
    try shop.run()
    let before = try WarehouseDump.meaning(shop.warehouse())
    let pipeline = try shop.pipeline()
    let models = AttributionModel.allCases.map(\.rawValue)
    do {
      let warehouse = try Warehouse(path: pipeline.warehouse, settings: WarehouseSettings(pipeline))
      for table in ["attribution_credit", "mart_channel_credit_day"] {
        #expect(try warehouse.run("delete from \(table) where model = 'shapley'") > 0)
      }
      try warehouse.setFingerprint(
        "journeys",
        PipelineStage.journeys.fingerprint(of: pipeline, lists: models.filter { $0 != "shapley" }))
    }
    #expect(try shop.run().exitCode == 0)
    let after = try WarehouseDump.meaning(shop.warehouse())
    #expect(Set(after).symmetricDifference(before).sorted() == [])
  }

  @Test func `another limit of sharers comes to what it comes to at once`() throws {
    func shop(_ limit: Int) throws -> Shop {
      let shop = try Shop.small(GeneratedCalls.sources)
      try shop.replace("as_of:", "identity: {shared_key_limit: \(limit)}, as_of:")
      for (name, text) in GeneratedCalls(seed: 3).files { try shop.write(text, to: name) }
      #expect(try shop.run().exitCode == 0)
      return shop
    }
    let (fresh, later) = (try shop(2), try shop(20))
    try later.replace("shared_key_limit: 20", "shared_key_limit: 2")
    #expect(try later.run().exitCode == 0)
    let (expected, found) = (
      try WarehouseDump.meaning(fresh.warehouse()), try WarehouseDump.meaning(later.warehouse())
    )
    #expect(Set(found).symmetricDifference(expected).sorted() == [])
  }
}
