import Testing
import TributaryModel

@testable import TributaryAnalysis

/// The whole way from page views to credit, worked by hand.
struct JourneyTests {
  private static let day: Int64 = 86_400_000

  /// An advertisement on day 1, a call on day 2, an order typed in directly on day 3.
  private func credits(visitor: Int64) throws -> [String] {
    var views = PageViews(texts: ["shop.example", "/", "/checkout/thanks"])
    func view(_ at: Int64, _ path: Int32, _ query: String?) {
      views.append(
        at: at, visitor: visitor, host: 0, path: path, query: query, referrer: -1, userAgent: -1,
        status: 200)
    }
    view(3 * JourneyTests.day, 2, "order_id=W1")
    view(JourneyTests.day, 1, "utm_source=yandex&utm_medium=cpc&utm_campaign=77&yclid=5")
    let sessions = SessionBuilder().sessions(of: views)
    let call = CallFact(
      id: "c", startedAt: Instant(milliseconds: 2 * JourneyTests.day), dialledNumber: "7",
      caller: "p", talkSeconds: 90)
    let order = OrderFact(
      id: "W1", placedAt: Instant(milliseconds: 3 * JourneyTests.day + 5), total: 100, margin: 40,
      isLost: false, phone: "p")
    let identities = PersonResolver().resolve(
      PersonMember.visitors(of: sessions) + [PersonMember(call), PersonMember(order)])
    let person = try #require(identities.person(of: .visitor(visitor)))
    let directory = CampaignDirectory()
    let day = Day(number: 20_000)
    let touchpoints =
      sessions.enumerated().map { number, session in
        Touchpoint(
          session: session, member: String(number), personID: person.id,
          campaignKey: directory.keys(
            source: session.traffic.source, medium: session.traffic.medium,
            campaign: session.traffic.campaign, campaignID: session.traffic.campaignID,
            isPaid: session.channel.isPaid
          ).key(on: day), geodomain: nil)
      } + [Touchpoint(call: call, personID: person.id, number: nil, campaignKey: nil)]
    let conversion = Conversion(order: order, personID: person.id)
    return Attributor().credits(for: [conversion], touchpoints: touchpoints).map { credit in
      let touchpoint = credit.touchpoint.map { touchpoints[$0] }
      return [
        credit.conversionID, credit.model.rawValue, touchpoint?.channel.rawValue ?? "nobody",
        touchpoint?.campaignKey ?? "-", String(credit.value), String(credit.margin), person.id,
      ].joined(separator: " ")
    }
  }

  @Test(arguments: [1, -9_000_000_000_000_000_000] as [Int64])
  func `an advertisement, a call and a direct visit share an order`(_ visitor: Int64) throws {
    #expect(
      try credits(visitor: visitor) == [
        "order:W1 first paid-search id:yandex/77 100 40 call:c",
        "order:W1 last direct - 100 40 call:c",
        "order:W1 last-non-direct call - 100 40 call:c",
        "order:W1 linear paid-search id:yandex/77 34 14 call:c",
        "order:W1 linear call - 33 13 call:c",
        "order:W1 linear direct - 33 13 call:c",
        // Two, one and no days before weigh 0.8203, 0.9057 and 1 of 2.7261.
        "order:W1 time-decay paid-search id:yandex/77 30 12 call:c",
        "order:W1 time-decay call - 33 13 call:c",
        "order:W1 time-decay direct - 37 15 call:c",
        "order:W1 position paid-search id:yandex/77 40 16 call:c",
        "order:W1 position call - 20 8 call:c",
        "order:W1 position direct - 40 16 call:c",
        "order:W1 shapley paid-search id:yandex/77 34 14 call:c",
        "order:W1 shapley call - 33 13 call:c",
        "order:W1 shapley direct - 33 13 call:c",
      ])
  }
}
