import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

@Suite struct CitySpellingTests {
  private func shop(_ own: String = "") throws -> Shop {
    let shop = try Shop(
      """
      {name: 'shop', timezone: 'Europe/Moscow', currency: 'RUB', as_of: '2026-11-14',
       reports: 'reports', \(own)
       sources: [{kind: 'orders', paths: ['orders/*']}, {kind: 'geodomains', paths: ['cities.csv']}]}
      """)
    let cities = [
      "Казань", "Qazan", "Казань", "г. казань", "КЗН", "Питер", "Самара", "Samara", "Челны", "",
    ]
    let rows = cities.enumerated().map { "\($0),2026-11-12T10:00:00Z,100,\($1)" }
    try shop.write(
      (["order_id,placed_at,total,city"] + rows).joined(separator: "\n") + "\n",
      to: "orders/1.csv")
    try shop.write(
      """
      domain,city
      kazan.example,Казань
      spb.example,Санкт-Петербург
      samara.example,г. Самара

      """, to: "cities.csv")
    return shop
  }

  private let homes =
    "select home, count(*) from order_fact where home <> '' group by home order by home"
  private let told = "select spelling, city, orders from city_spelling order by position"

  @Test func `usual spellings belong to the city and are told`() throws {
    let shop = try shop()
    try shop.run()
    #expect(try shop.rows(homes) == ["kazan.example|3", "samara.example|2", "spb.example|1"])
    #expect(
      try shop.rows(told) == [
        "Samara|г. Самара|1", "Питер|Санкт-Петербург|1", "Самара|г. Самара|1", "г. казань|Казань|1",
      ])
    let check = Checkup(of: try shop.pipeline()).findings.filter { $0.name == "cities" }
    #expect(
      check.map(\.message) == [
        "4 orders spell their city otherwise than geodomains, and belong to it: "
          + "Samara = г. Самара, Питер = Санкт-Петербург, Самара = г. Самара, …"
      ])
    #expect(check.allSatisfy { $0.exitCode == 0 && $0.isNote })
    let page = String(decoding: try #require(try shop.reports()["quality.html"]), as: UTF8.self)
    #expect(page.contains("Cities in other spellings"))
  }

  @Test func `spellings of the pipeline file belong to the city too, also when they come later`()
    throws
  {
    let shop = try shop()
    try shop.run()
    let own = "geodomains: {city_spellings: {'Qazan': 'Казань', 'кзн': 'Qazan'}},"
    try shop.replace("reports: 'reports',", "reports: 'reports', " + own)
    try shop.run()
    #expect(try shop.rows(homes) == ["kazan.example|5", "samara.example|2", "spb.example|1"])
    #expect(try shop.rows(told).contains("Qazan|Казань|1"))
    #expect(try shop.rows(told).contains("КЗН|Казань|1"))
    let atOnce = try self.shop(own)
    try atOnce.run()
    #expect(try atOnce.rows(homes) == shop.rows(homes))
    #expect(try atOnce.rows(told) == shop.rows(told))
  }

  @Test func `where every order spells its city as the table of domains does nothing is told`()
    throws
  {
    let shop = try shop()
    try shop.write(
      "order_id,placed_at,total,city\nA,2026-11-12T10:00:00Z,100,Казань\n", to: "orders/1.csv")
    try shop.run()
    #expect(try shop.rows(told) == [])
    #expect(Checkup(of: try shop.pipeline()).findings.allSatisfy { $0.name != "cities" })
  }
}
