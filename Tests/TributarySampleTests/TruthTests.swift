import Foundation
import Testing
import TributaryModel

@testable import TributarySample

struct TruthTests {
  @Test func `it is JSON that names each bad row and each website order of the logged days`()
    throws
  {
    let sample = SmallShop.sample
    let bad = sample.tables.flatMap(\.badRows) + sample.log.badRows
    let text = Truth(of: sample, badRows: bad).json.document
    let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let root = try #require(parsed)
    #expect((root["bad_rows"] as? [Any])?.count == bad.count)
    #expect((root["campaigns"] as? [Any])?.count == 14)
    #expect((root["geodomains"] as? [Any])?.count == 8)
    let orders = try #require(root["web_orders_in_log"] as? [[String: String]])
    let logged = sample.settings.logged
    #expect(
      orders.compactMap { $0["order"] }
        == sample.orders.filter { $0.isOnWebsite && logged.contains($0.placedAt.day) }.map(\.id))
  }

  @Test func `keys are sorted and texts escaped`() {
    let value = JSONText.object(["b": .text("a\"\\\n"), "a": .list([.integer(1)]), "c": .list([])])
    #expect(
      value.document == "{\n  \"a\": [\n    1\n  ],\n  \"b\": \"a\\\"\\\\\\n\",\n  \"c\": []\n}\n")
  }

  @Test(arguments: [(1, 3, "0.3333"), (2, 3, "0.6667"), (0, 5, "0.0000"), (5, 5, "1.0000")])
  func `a share has four digits`(part: Int, whole: Int, text: String) {
    #expect(JSONText.share(part, of: whole).document == text + "\n")
  }

  @Test func `the launched city orders more from its launch on`() throws {
    let settings = SmallShop.longSettings
    let curve = DemandCurve(asOf: settings.asOf)
    let city = try #require(City.withDomain.first { $0.launchedBefore != nil })
    let launch = try #require(city.launchDay(asOf: settings.asOf))
    #expect(launch.description == "2026-02-16")
    let after = OrderBook.onlineMean(city, on: launch, settings: settings, curve: curve)
    let before = OrderBook.onlineMean(
      city, on: launch.adding(-7), settings: settings, curve: curve)
    let season = curve.multiple(launch) / curve.multiple(launch.adding(-7))
    #expect((after / before / season - 1.6).magnitude < 1e-9)
    #expect(city.host(on: launch.adding(-1), asOf: settings.asOf) == City.mainHost)
    #expect(city.host(on: launch, asOf: settings.asOf) == "krasnodar.maskarad.example")
  }
}
