import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

@Suite struct RunCreditTests {
  private func shop() throws -> Shop {
    let shop = try Shop.small()
    try shop.write(GeneratedShop(seed: 7).files)
    return shop
  }

  private func change(_ shop: Shop, _ sql: String) throws {
    let pipeline = try shop.pipeline()
    let warehouse = try Warehouse(
      path: pipeline.warehouse,
      settings: WarehouseSettings(zone: pipeline.zone, currency: pipeline.currency))
    #expect(try warehouse.run(sql) > 0)
  }

  @Test(arguments: [
    (
      "attribution_credit", "update attribution_credit set value = value + 1 where model = 'linear'"
    ),
    ("mart_channel_credit_day", "delete from mart_channel_credit_day where model = 'shapley'"),
    (
      "attribution_result by channel",
      "delete from attribution_result where grain = 'channel'"
        + " and model = 'markov' and dimension <> ''"
    ),
  ])
  func `credit that is not what was converted fails the check`(place: String, sql: String) throws {
    let shop = try shop()
    #expect(try shop.run().exitCode == 0)
    let pipeline = try shop.pipeline()
    #expect(Checkup(of: pipeline).findings.contains { $0.name == "credit" && $0.exitCode == 0 })
    try change(shop, sql)
    let check = Checkup(of: pipeline)
    #expect(check.exitCode == 65)
    #expect(
      check.findings.contains { $0.name == "credit" && $0.message.hasPrefix(place + ", ") })
  }

  /// The one order of a new customer, on a day of its own: everybody else keeps even the numbers of
  /// the rows.
  @Test func `a night leaves what it does not reach as it is`() throws {
    let shop = try shop()
    try shop.run()
    let tables = [
      "select * from person_touchpoint", "select * from person", "select * from person_member",
      "select * from attribution_credit", "select * from conversion",
      "select * from identity_key",
    ]
    let before = try tables.map { Set(try shop.rows($0)) }
    #expect(before.allSatisfy { $0.count > 4 })
    try shop.write(
      "order_id,placed_at,total,customer_phone\nNEW,2026-10-20T10:00:00+03:00,7,+7 955 000-00-00\n",
      to: "orders/new.csv")
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.number("select count(*) from conversion where member = 'NEW'") == 1)
    for (table, rows) in zip(tables, before) {
      #expect(rows.subtracting(try shop.rows(table)).isEmpty, "\(table)")
    }
  }
}
