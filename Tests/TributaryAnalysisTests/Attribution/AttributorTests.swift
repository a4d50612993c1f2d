import Testing
import TributaryModel

@testable import TributaryAnalysis

struct AttributorTests {
  private static let day: Int64 = 86_400_000

  private static func touch(
    _ at: Int64, _ channel: Channel, person: String = "p", kind: Touchpoint.Kind = .session,
    member: String? = nil, orders: [String] = []
  ) -> Touchpoint {
    Touchpoint(
      personID: person, at: Instant(milliseconds: at), kind: kind,
      member: member ?? "\(kind)-\(at)", channel: channel, orderIDs: orders)
  }

  private static func sale(
    _ at: Int64, value: Int64 = 100, margin: Int64 = 10, person: String = "p", id: String = "1",
    isCounted: Bool = true
  ) -> Conversion {
    Conversion(
      personID: person, at: Instant(milliseconds: at), kind: .order, member: id, value: value,
      margin: margin, isCounted: isCounted)
  }

  /// Values by position of the touchpoint; -1 for nobody.
  private func values(
    _ model: AttributionModel, _ conversion: Conversion, _ touchpoints: [Touchpoint]
  ) -> [Int: Int64] {
    let credits = Attributor().credits(for: [conversion], touchpoints: touchpoints)
    return Dictionary(
      uniqueKeysWithValues: credits.filter { $0.model == model }
        .map { ($0.touchpoint ?? -1, $0.value) })
  }

  @Test func `each model shares a path as worked by hand`() {
    let path = [
      AttributorTests.touch(1, .paidSearch), AttributorTests.touch(2, .email),
      AttributorTests.touch(3, .direct),
    ]
    let sale = AttributorTests.sale(5)
    #expect(values(.first, sale, path) == [0: 100])
    #expect(values(.lastNonDirect, sale, path) == [1: 100])
    #expect(values(.linear, sale, path) == [0: 34, 1: 33, 2: 33])
  }

  /// 14 days, 7 days and no time before the sale weigh 1, 2 and 4 of 7 by time decay.
  @Test func `a model sees days, direct visits and channels of the touchpoints`() {
    let path = [
      AttributorTests.touch(0, .email), AttributorTests.touch(7 * AttributorTests.day, .direct),
      AttributorTests.touch(14 * AttributorTests.day, .email),
    ]
    let sale = AttributorTests.sale(14 * AttributorTests.day, value: 700)
    let credits = Attributor(rules: [TimeDecayCredit(), ShapleyCredit()])
      .credits(for: [sale], touchpoints: path)
    #expect(credits.filter { $0.model == .timeDecay }.map(\.value) == [100, 200, 400])
    #expect(credits.filter { $0.model == .shapley }.map(\.value) == [175, 350, 175])
  }

  @Test func `a path of direct visits falls back to the last of them`() {
    let path = [AttributorTests.touch(1, .direct), AttributorTests.touch(2, .direct)]
    #expect(values(.lastNonDirect, AttributorTests.sale(5), path) == [1: 100])
  }

  @Test func `the lookback ends at the instant thirty days before`() {
    let sale = AttributorTests.sale(40 * AttributorTests.day)
    let edge = 10 * AttributorTests.day
    #expect(values(.first, sale, [AttributorTests.touch(edge, .email)]) == [0: 100])
    #expect(values(.first, sale, [AttributorTests.touch(edge - 1, .email)]) == [-1: 100])
    let own = AttributorTests.touch(edge - 1, .email, orders: ["1"])
    #expect(values(.first, sale, [own]) == [0: 100])
  }

  @Test func `the same instant counts, a later one and another person's do not`() {
    let sale = AttributorTests.sale(5)
    let path = [
      AttributorTests.touch(6, .email, orders: ["1"]), AttributorTests.touch(5, .call, kind: .call),
      AttributorTests.touch(1, .email, person: "q"),
    ]
    #expect(values(.linear, sale, path) == [1: 100])
  }

  @Test func `a visit counts that began before a clock which is behind says so`() {
    let sale = Conversion(
      personID: "p", at: Instant(milliseconds: 5), kind: .order, member: "1", value: 100,
      margin: 10, creditedUntil: Instant(milliseconds: 7), isBridged: true)
    let path = [
      AttributorTests.touch(2, .email), AttributorTests.touch(7, .paidSearch),
      AttributorTests.touch(8, .direct),
    ]
    #expect(values(.linear, sale, path) == [0: 50, 1: 50])
    #expect(values(.timeDecay, sale, path) == [0: 50, 1: 50])
  }

  @Test func `a contact counts where it was made again within the lookback`() {
    let day: Int64 = 86_400_000
    let first = AttributorTests.touch(0, .letter)
    func found(_ saleDay: Int64, _ repeatDays: [Int64]) -> Bool {
      let letter = first.repeated(at: repeatDays.map { Instant(milliseconds: $0 * day) })
      let credits = Attributor().credits(
        for: [AttributorTests.sale(saleDay * day)], touchpoints: [letter])
      return credits.allSatisfy { $0.touchpoint == 0 }
    }
    #expect(found(30, []))
    #expect(!found(31, []))
    #expect(found(40, [5, 12]))
    #expect(!found(43, [5, 12]))
    // What came after the sale brought nothing to it.
    #expect(!found(40, [5, 41]))
  }

  @Test func `a lost order earns no credit`() {
    let lost = AttributorTests.sale(5, isCounted: false)
    #expect(Attributor().credits(for: [lost], touchpoints: []).isEmpty)
  }

  @Test func `a phone order credits the visit and the call before it`() {
    let path = [
      AttributorTests.touch(1, .paidSearch), AttributorTests.touch(4, .call, kind: .call),
    ]
    #expect(values(.linear, AttributorTests.sale(5, value: -3), path) == [0: -1, 1: -2])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `credit and money are conserved whatever the order of arrival`(_ seed: UInt64) {
    var generator = ShuffleSeed(state: seed)
    let channels: [Channel] = [.direct, .paidSearch, .email, .organicSearch]
    let touchpoints = (0..<300).map { number in
      AttributorTests.touch(
        Int64.random(in: 0..<60, using: &generator) * AttributorTests.day,
        channels[Int.random(in: 0..<4, using: &generator)],
        person: "p\(Int.random(in: 0..<9, using: &generator))", member: "s\(number)")
    }
    let conversions = (0..<120).map { number in
      AttributorTests.sale(
        Int64.random(in: 0..<60, using: &generator) * AttributorTests.day,
        value: Int64.random(in: 0..<10_000_000, using: &generator),
        margin: Int64.random(in: -5000..<5000, using: &generator),
        person: "p\(Int.random(in: 0..<10, using: &generator))", id: "\(number)",
        isCounted: number % 7 != 0)
    }
    let rules: [any CreditRule] = [
      FirstCredit(), LastCredit(), LastNonDirectCredit(), LinearCredit(), TimeDecayCredit(),
      PositionCredit(), ShapleyCredit(),
    ]
    let attributor = Attributor(rules: rules)
    let credits = attributor.credits(for: conversions, touchpoints: touchpoints)
    for model in rules.map(\.model) {
      for conversion in conversions {
        let parts = credits.filter { $0.model == model && $0.conversionID == conversion.id }
        let share = parts.reduce(0) { $0 + $1.credit }
        #expect(abs(share - (conversion.isCounted ? 1 : 0)) < 1e-9)
        guard conversion.isCounted else { continue }
        #expect(parts.reduce(0) { $0 + $1.value } == conversion.value)
        #expect(parts.reduce(0) { $0 + $1.margin } == conversion.margin)
      }
    }
    let mixed = touchpoints.shuffled(using: &generator)
    let again = attributor.credits(
      for: conversions.shuffled(using: &generator), touchpoints: mixed)
    func named(_ credits: [AttributionCredit], _ touchpoints: [Touchpoint]) -> [String] {
      credits.map {
        let member = $0.touchpoint.map { touchpoints[$0].member } ?? "nobody"
        return "\($0.conversionID) \($0.model) \(member) \($0.value) \($0.margin)"
      }
    }
    #expect(named(again, mixed) == named(credits, touchpoints))
  }
}
