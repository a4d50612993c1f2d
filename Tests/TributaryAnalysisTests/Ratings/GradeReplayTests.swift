import Foundation
import Testing
import TributaryModel

@testable import TributaryAnalysis

/// Letters from night to night, on shops where nothing changes but chance.
@Suite struct GradeReplayTests {
  static let asOf = Day(number: 20_771)

  /// The nights of a shop whose campaigns keep their rates: each day's clicks and buyers are drawn,
  /// and some buyers come back by the first campaign on the shop's own name.
  static func nights(_ shop: SimulatedShop, seed: UInt64) -> [RatedNight] {
    var stream = SeededStream(seed: seed)
    let length = 28 + GradeReplay.nights - 1
    let brand = shop.campaigns.firstIndex { $0.type == .brand }
    var seen = shop.campaigns.map { _ in [(clicks: Int, first: Double, last: Double)]() }
    for _ in 0..<length {
      var last = [Double](repeating: 0, count: shop.campaigns.count)
      for (index, campaign) in shop.campaigns.enumerated() {
        let clicks = Int(stream.poisson(Double(campaign.clicks) / 182))
        let buyers = stream.binomial(clicks, campaign.rate)
        let again = brand == nil ? 0 : stream.binomial(buyers, campaign.assisted * 0.4)
        last[index] += Double(buyers - again)
        if let brand { last[brand] += Double(again) }
        seen[index].append((clicks, Double(buyers), 0))
      }
      for index in last.indices { seen[index][seen[index].count - 1].last = last[index] }
    }
    return (0..<GradeReplay.nights).map { night in
      RatedNight(
        day: asOf.adding(night - GradeReplay.nights + 1),
        campaigns: shop.campaigns.enumerated().map { index, campaign in
          let days = seen[index][night..<(night + 28)]
          let first = days.reduce(0) { $0 + $1.first }
          let last = days.reduce(0) { $0 + $1.last }
          let clicks = days.reduce(0) { $0 + $1.clicks }
          func credit(_ sales: Double) -> Credit {
            Credit(
              conversions: Estimate(sales), value: 0, margin: Int64(sales * campaign.margin * 100))
          }
          return CampaignFacts(
            key: "id:x/\(index)", name: "c\(index)", source: "x", medium: "cpc",
            type: campaign.type, spend: Int64(campaign.spend / 182 * 28 * 100), impressions: 0,
            clicks: clicks, sessions: clicks,
            credits: [
              .first: credit(first), .lastNonDirect: credit(last),
              .shapley: credit((first + last) / 2), .markov: credit((first + 2 * last) / 3),
            ])
        })
    }
  }

  static func changes(_ letters: [String: [Grade]]) -> Int {
    letters.values.reduce(0) { sum, own in
      sum + zip(own, own.dropFirst()).count { $0 != $1 }
    }
  }

  @Test func `where nothing changes, at most one letter in a hundred nights does`() {
    var (changes, fresh, nights) = (0, 0, 0)
    var payers = (right: 0, all: 0)
    var losers = (right: 0, all: 0)
    for seed in UInt64(0)..<3 {
      let shop = SimulatedShop(seed: seed)
      let night = Self.nights(shop, seed: seed + 1_000)
      let replay = GradeReplay(night, .usual)
      let held = replay.letters.mapValues { $0.map(\.grade) }
      let alone = Dictionary(
        grouping: night.flatMap { night in
          GradeReplay([night], .usual).letters.values.flatMap(\.self)
        }, by: \.key
      ).mapValues { $0.sorted { $0.day < $1.day }.map(\.grade) }
      changes += Self.changes(held)
      fresh += Self.changes(alone)
      nights += held.values.reduce(0) { $0 + $1.count }
      for (key, letters) in held {
        guard let index = Int(key.dropFirst(5)), let letter = letters.last else { continue }
        let truth = shop.trueReturn(index)
        if letter < .c { payers = (payers.right + (truth > 1 ? 1 : 0), payers.all + 1) }
        if letter > .c { losers = (losers.right + (truth < 1 ? 1 : 0), losers.all + 1) }
      }
    }
    #expect(Double(changes) <= 0.01 * Double(nights))
    #expect(fresh > changes)
    #expect(Double(payers.right) >= 0.95 * Double(payers.all))
    #expect(Double(losers.right) >= 0.9 * Double(losers.all))
  }

  /// 10,000 clicks; R = sales x 1,000 x .88 / 10,000,000 x 100.
  private static func night(_ day: Int64, sales: Double) -> RatedNight {
    RatedNight(
      day: Day(number: Int(day)),
      campaigns: [
        CampaignFacts(
          key: "x", name: "x", source: "x", medium: "cpc", type: .generic, spend: 10_000_000,
          impressions: 0, clicks: 10_000, sessions: 10_000,
          credits: Dictionary(
            uniqueKeysWithValues: AttributionModel.rating.map {
              (
                $0,
                Credit(
                  conversions: Estimate(sales), value: 0, margin: Int64(sales * 100_000))
              )
            }))
      ])
  }

  @Test func `a letter outlasts a dip, gives way to a real fall, and tells since when`() throws {
    func letters(_ sales: [Double]) -> (letters: [Grade], since: Day?) {
      let nights = sales.enumerated().map { Self.night(Int64(100 + $0.offset), sales: $0.element) }
      let replay = GradeReplay(nights, .usual)
      return (replay.letters["x"]?.map(\.grade) ?? [], replay.since("x"))
    }
    let alone = letters([140]).letters
    #expect(alone == [.b])
    #expect(letters([118]).letters == [.c])
    #expect(letters([140, 118, 140]).letters == [.b, .b, .b])
    #expect(letters([140, 118, 140]).since == nil)
    let fall = letters([140, 140, 60, 60])
    #expect(fall.letters == [.b, .b, .e, .e])
    #expect(fall.since == Day(number: 102))
  }

  @Test func `under 28 days of history there is no letter, and it is said how long`() throws {
    let night = Self.night(20_771, sales: 400)
    let window = DayRange(last: night.day, count: 28)
    func rating(history count: Int) throws -> CampaignRating {
      let history = DayRange(last: night.day, count: count)
      let report = CampaignReport.rating(
        night.campaigns, window: window, covered: history.overlap(window), history: history)
      return try #require(report.ratings.first)
    }
    let young = try rating(history: 27)
    #expect(young.grade == .c && young.advice == .wait && young.isOpen)
    #expect(young.daysNeeded == 1 && young.conversionsNeeded == nil)
    let known = try rating(history: 28)
    #expect(known.grade == .a && known.daysNeeded == nil)
  }
}
