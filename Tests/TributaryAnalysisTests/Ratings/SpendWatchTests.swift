import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct SpendWatchTests {
  private static let last = Day(number: 20_000)

  /// Money of each day, oldest first, to the last day.
  private static func spend(_ days: [Int64]) -> [Day: Int64] {
    Dictionary(
      uniqueKeysWithValues: days.enumerated().map {
        (last.adding($0.offset - days.count + 1), $0.element)
      })
  }

  private static func days(_ parts: (count: Int, value: Int64)...) -> [Int64] {
    parts.flatMap { [Int64](repeating: $0.value, count: $0.count) }
  }

  @Test func `the hand-worked cut is found on its day`() throws {
    let change = try #require(
      SpendChange.find(Self.spend(Self.days((28, 100), (14, 40))), last: Self.last))
    #expect(change.on == Self.last.adding(-13))
    #expect(change.before == 100 && change.after == 40 && change.kept == 0.4)
  }

  @Test(arguments: [
    days((70, 100)), days((60, 100), (10, 75)), days((60, 100), (6, 0)),
    days((40, 100), (7, 10), (10, 100)), days((20, 100), (20, 30)),
    (0..<90).map { Int64(1000 - 10 * $0) },
  ])
  func `no change, a small one, a young one, a hole, a young campaign and a slow decline are none`(
    _ days: [Int64]
  ) {
    #expect(SpendChange.find(Self.spend(days), last: Self.last) == nil)
  }

  /// Demand and spend both fall to a fifth on the same day; then spend alone is halved, too.
  @Test func `the end of a season is no cut, and a cut beside it is`() throws {
    let demand = Self.spend(Self.days((50, 500), (20, 100))).mapValues { Double($0) }
    let season = Self.spend(Self.days((50, 500), (20, 100)))
    #expect(SpendChange.find(season, demand: demand, last: Self.last) == nil)
    #expect(SpendChange.find(season, last: Self.last) != nil)
    let cut = Self.spend(Self.days((50, 500), (20, 50)))
    let change = try #require(SpendChange.find(cut, demand: demand, last: Self.last))
    #expect(change.on == Self.last.adding(-19) && abs(change.kept - 0.5) < 1e-9)
    #expect(change.before == 500 && change.after == 50)
  }

  /// Of two campaigns that fall together neither is cut, all advertising is; one that falls alone is.
  @Test func `a cut of all is told once, and a campaign's own by its name`() {
    func watches(_ other: Int64) -> [String] {
      let campaigns = [("a", Int64(200)), ("b", other)].map { name, after in
        var campaign = CampaignDays(
          key: name, name: name, source: "x", medium: "cpc", type: .generic, platform: "x",
          isShared: false)
        for (place, money) in Self.days((60, 1000), (20, after)).enumerated() {
          campaign.add(
            CampaignDays.Seen(
              day: Self.last.adding(place - 79), spend: money, impressions: 0, clicks: 1,
              sessions: 1))
        }
        return campaign
      }
      return SpendWatch.watching(
        campaigns, last: Self.last, sales: [:], assumptions: .usual, demand: []
      ).map(\.key)
    }
    #expect(watches(200) == [""])
    #expect(watches(1000) == ["", "a"])
    #expect(watches(1600) == ["a"])
  }

  /// A year of sales around `level` a day, of which `share` are left in the last days.
  private static func demand(
    _ level: Double, lastDays: Int, share: Double, seed: UInt64 = 1
  ) -> [SeasonalCurve.DemandDay] {
    var stream = SeededStream(seed: seed)
    return (0..<400).map { place in
      let isAfter = place >= 400 - lastDays
      return SeasonalCurve.DemandDay(
        day: last.adding(place - 399), actual: stream.poisson(level * (isAfter ? share : 1)),
        expected: level, isCensored: false)
    }
  }

  private static func watch(
    _ demand: [SeasonalCurve.DemandDay], soldBefore: Double
  ) throws -> SpendWatch {
    var campaign = CampaignDays(
      key: "x", name: "x", source: "x", medium: "cpc", type: .generic, platform: "x",
      isShared: false)
    for (place, money) in days((60, 1000), (28, 0)).enumerated() {
      campaign.add(
        CampaignDays.Seen(
          day: last.adding(place - 87), spend: money, impressions: 0, clicks: 1, sessions: 1))
    }
    let sales = Dictionary(
      uniqueKeysWithValues: (0..<60).map { (last.adding($0 - 87), soldBefore) })
    return try #require(
      SpendWatch.watching(
        [campaign], last: last, sales: ["x": sales], assumptions: .usual, demand: demand
      ).first)
  }

  /// 40 orders a day; the campaign was credited with 16 of them, 14 brought.
  @Test func `a loss that is there is seen, and one that is not is ruled out`() throws {
    let lost = try Self.watch(
      Self.demand(40, lastDays: 28, share: 0.65), soldBefore: 16)
    #expect(lost.verdict == .lost && lost.days == 28)
    let finding = Finding(.cutLost(lost), certainty: 0.9)
    #expect(finding.code == "cut-lost" && finding.about == "\(lost.change.on) \(lost.key)")
    #expect(finding.row.table == "spend_watch" && finding.since == nil)
    #expect(try abs(#require(lost.lostShare) - 0.35) < 0.1)
    #expect(abs(lost.assumedLoss - 28 * 16 * 0.88) < 1)
    let kept = try Self.watch(Self.demand(40, lastDays: 28, share: 1), soldBefore: 16)
    #expect(kept.verdict == .kept)
    #expect(try #require(kept.mostLost) < 0.35)
  }

  @Test func `a small campaign waits, and one that can never be seen is said to be too small`()
    throws
  {
    let small = try Self.watch(Self.demand(40, lastDays: 28, share: 1), soldBefore: 0.5)
    #expect(small.verdict == .open && small.daysNeeded == nil)
    #expect(small.expected?.interval != nil)
    let young = try Self.watch(
      Self.demand(40, lastDays: 28, share: 1).suffix(60), soldBefore: 16)
    #expect(young.verdict == .open && young.expected?.interval == nil)
  }

  /// Where nothing changes, the range leaves out one forecast in ten.
  @Test func `the range of placebos holds nine in ten`() throws {
    var (held, all) = (0, 0)
    for seed in UInt64(0)..<60 {
      let demand = Self.demand(20, lastDays: 28, share: 1, seed: seed)
      let watch = try Self.watch(demand, soldBefore: 1)
      guard let actual = watch.actual, let range = watch.expected?.interval else { continue }
      all += 1
      held += range.contains(actual) ? 1 : 0
    }
    #expect(all == 60)
    #expect((48...60).contains(held))
  }

  /// A tenth less since a week is no cut that data show; the shop says when, and of which.
  @Test func `a change that the shop tells of is watched from its first day`() throws {
    func campaign(_ name: String, _ money: Int64) -> CampaignDays {
      var days = CampaignDays(
        key: name, name: name, source: "x", medium: "cpc", type: .generic, platform: "x",
        isShared: false)
      for age in 0..<60 {
        days.add(
          CampaignDays.Seen(
            day: Self.last.adding(-age), spend: age < 7 ? money * 9 / 10 : money, impressions: 0,
            clicks: 1, sessions: 1))
      }
      return days
    }
    let campaigns = [campaign("vk spring", 1000), campaign("search", 2000)]
    func watches(_ declared: [DeclaredChange]) -> [SpendWatch] {
      SpendWatch.watching(
        campaigns, last: Self.last, sales: [:], assumptions: .usual,
        demand: Self.demand(40, lastDays: 28, share: 1), declared: declared)
    }
    #expect(watches([]).isEmpty)
    let day = Self.last.adding(-6)
    let one = watches([DeclaredChange(on: day, campaign: Glob("VK*", ignoresCase: true))])
    #expect(one.map(\.key) == ["vk spring"])
    #expect(one.first.map { $0.days == 7 && abs($0.change.kept - 0.9) < 1e-9 } == true)
    #expect(one.first?.change.before == 1000 && one.first?.change.after == 900)
    #expect(watches([DeclaredChange(on: day, campaign: nil)]).map(\.key) == [""])
    // Of two the later; none that is to come, that is too old, or after which spend rose.
    let earlier = DeclaredChange(on: day.adding(-3), campaign: Glob("search"))
    let later = DeclaredChange(on: day, campaign: Glob("search"))
    #expect(watches([later, earlier]).map(\.change.on) == [day])
    for on in [Self.last.adding(1), Self.last.adding(-70)] {
      #expect(watches([DeclaredChange(on: on, campaign: nil)]).isEmpty)
    }
  }
}
