import Testing
import TributaryModel

@testable import TributaryAnalysis

struct WindowAttributionTests {
  private static let window = DayRange(last: Day(number: 110), count: 10)

  private static func touch(
    _ at: Int64, _ channel: Channel, campaign: String? = nil, keyword: String? = nil,
    kind: Touchpoint.Kind = .session, member: String? = nil, probability: Double = 1
  ) -> Touchpoint {
    Touchpoint(
      personID: "p", at: Instant(milliseconds: at), kind: kind, member: member ?? "m\(at)",
      channel: channel, campaignKey: campaign, keyword: keyword, probability: probability)
  }

  /// A conversion with the credits that the models give.
  private static func sale(
    _ value: Int64, _ touchpoints: [Touchpoint], margin: Int64 = 0
  ) -> CreditedConversion {
    var sale = CreditedConversion(kind: .order, day: window.last, value: value, margin: margin)
    sale.touchpoints = touchpoints
    let conversion = Conversion(
      personID: "p", at: Instant(milliseconds: 1000), kind: .order, member: "1", value: value,
      margin: margin)
    sale.credits = Attributor().credits(for: [conversion], touchpoints: touchpoints)
    return sale
  }

  private func report(
    _ conversions: [CreditedConversion], nulls: [[Touchpoint]] = []
  ) -> AttributionReport {
    var attribution = WindowAttribution(window: Self.window)
    for conversion in conversions { attribution.add(conversion) }
    for path in nulls {
      attribution.addClosed(
        path, conversions: [], kind: .order,
        closed: ClosedPaths(
          lookbackDays: 1, start: Instant(milliseconds: 0),
          end: Instant(milliseconds: 2 * 86_400_000)))
    }
    return attribution.report
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `ranges do not depend on the order in which paths were added`(_ seed: UInt64) {
    var generator = ShuffleSeed(state: seed)
    let ways: [[Channel]] = [
      [.email, .direct], [.direct], [.paidSearch, .email, .direct], [.organicSearch], [.email],
    ]
    let sales = ways.map { way in
      Self.sale(100, way.enumerated().map { Self.touch(Int64($0.offset + 1), $0.element) })
    }
    let nulls = ways.map { way in way.map { Self.touch(3, $0) } }
    let expected = report(sales, nulls: nulls)
    let found = report(
      sales.shuffled(using: &generator), nulls: nulls.shuffled(using: &generator))
    func ranges(_ report: AttributionReport) -> [String: Interval?] {
      let rows = report.part(.order, by: .channel)?.rows ?? []
      return Dictionary(
        uniqueKeysWithValues: rows.map { ($0.dimension, $0.credits[.markov]?.conversions.interval) }
      )
    }
    #expect(ranges(expected).count == 4)
    #expect(ranges(found) == ranges(expected))
  }

  /// Two paths email > direct with a sale, one email closed without: P(conversion) = 2/3. Without
  /// email nothing converts: effect 1. Without direct nothing does either, since both sales pass it:
  /// effect 1. So each gets half of two sales.
  @Test func `the chain counts ways that were closed without a sale`() throws {
    let path = [Self.touch(1, .email), Self.touch(2, .direct)]
    let report = report(
      [Self.sale(101, path), Self.sale(100, path)], nulls: [[Self.touch(3, .email)]])
    let part = try #require(report.part(.order, by: .channel))
    #expect(part.nulls == 1)
    for row in part.rows {
      let markov = try #require(row.credits[.markov])
      #expect(abs(markov.conversions.value - 1) < 1e-9)
      #expect(markov.conversions.interval != nil)
    }
    #expect(part.rows.compactMap { $0.credits[.markov]?.value }.sorted() == [100, 101])
  }

  /// email > direct sells twice, direct alone once, direct alone fails once. P = 3/4. Without
  /// direct nothing sells. Without email only the paths that start at direct go on: of four starts
  /// two, and after direct 3 of 4 sell: 2/4 x 3/4 = 3/8, effect 1 - (3/8)/(3/4) = 1/2. Credits:
  /// email 1/3, direct 2/3 of three sales.
  @Test func `removal effects are those worked by hand`() throws {
    let both = [Self.touch(1, .email), Self.touch(2, .direct)]
    let one = [Self.touch(2, .direct)]
    let report = report(
      [Self.sale(10, both), Self.sale(10, both), Self.sale(10, one)], nulls: [one])
    let rows = try #require(report.part(.order, by: .channel)).rows
    let credits = Dictionary(
      uniqueKeysWithValues: rows.map { ($0.dimension, $0.credits[.markov]?.conversions.value ?? 0) }
    )
    #expect(abs((credits["email"] ?? 0) - 1) < 1e-9)
    #expect(abs((credits["direct"] ?? 0) - 2) < 1e-9)
  }

  @Test(arguments: AttributionGrain.allCases)
  func `every model gives out all conversions and each kopeck`(_ grain: AttributionGrain) throws {
    let report = report([
      Self.sale(
        100,
        [
          Self.touch(1, .paidSearch, campaign: "id:1", keyword: "mask"),
          Self.touch(2, .email), Self.touch(3, .email),
        ], margin: -7),
      Self.sale(
        1, [Self.touch(1, .paidSearch, campaign: "id:2"), Self.touch(2, .direct)], margin: 5),
      Self.sale(33, []),
    ])
    let part = try #require(report.part(.order, by: grain))
    #expect(part.total.value == 134 && part.total.conversions.value == 3)
    #expect(part.unattributed.value == 33 && part.unattributed.conversions.value == 1)
    for model in AttributionModel.allCases {
      let credits = part.rows.compactMap { $0.credits[model] }
      #expect(abs(credits.reduce(0) { $0 + $1.conversions.value } - 2) < 1e-9, "\(model)")
      #expect(credits.reduce(0) { $0 + $1.value } == 101, "\(model)")
      #expect(credits.reduce(0) { $0 + $1.margin } == -2, "\(model)")
    }
  }

  @Test func `touchpoints outside campaigns are their channel's`() throws {
    let report = report([
      Self.sale(10, [Self.touch(1, .paidSearch, campaign: "id:7"), Self.touch(2, .email)])
    ])
    #expect(
      try #require(report.part(.order, by: .campaign)).rows.map(\.dimension)
        == ["channel:email", "id:7"])
    #expect(
      try #require(report.part(.order, by: .keyword)).rows.map(\.dimension)
        == ["channel:email", "channel:paid-search"])
  }

  /// A call from a search click with .6 or from nowhere with .4, and nothing else.
  @Test func `a call's credit goes the ways that it may have come`() throws {
    let report = report([
      Self.sale(
        100,
        [
          Self.touch(1, .paidSearch, kind: .call, member: "c", probability: 0.6),
          Self.touch(1, .call, kind: .call, member: "c", probability: 0.4),
        ])
    ])
    let rows = try #require(report.part(.order, by: .channel)).rows
    for model in AttributionModel.allCases {
      let found = rows.map { ($0.dimension, $0.credits[model]?.conversions.value ?? 0) }
      for (dimension, credit) in found {
        #expect(abs(credit - (dimension == "call" ? 0.4 : 0.6)) < 1e-9, "\(model) \(dimension)")
      }
    }
  }

  @Test func `a kind without a conversion has no part`() {
    #expect(report([]).parts.isEmpty)
    #expect(report([Self.sale(1, [])]).part(.call, by: .channel) == nil)
  }
}
