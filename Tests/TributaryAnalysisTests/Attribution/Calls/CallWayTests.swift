import Testing
import TributaryModel

@testable import TributaryAnalysis

struct CallWayTests {
  private let ways = [
    CallWay(channel: .paidSearch, source: "yandex", campaignKey: "id:1", probability: 0.1),
    CallWay(channel: .direct, probability: 0.2),
    CallWay(channel: .paidSearch, source: "yandex", campaignKey: "id:1", probability: 0.3),
    CallWay(channel: .paidSearch, source: "yandex", campaignKey: "id:2", probability: 0.15),
  ]

  @Test func `ways that are alike are one, with the probability of both`() {
    #expect(
      CallWay.merged(ways) == [
        CallWay(channel: .direct, probability: 0.2),
        CallWay(channel: .paidSearch, source: "yandex", campaignKey: "id:1", probability: 0.4),
        CallWay(channel: .paidSearch, source: "yandex", campaignKey: "id:2", probability: 0.15),
      ])
    #expect(CallWay.merged(ways.reversed()) == CallWay.merged(ways))
  }

  @Test func `what is left came none of these ways`() {
    #expect(CallWay.rest(of: ways) == 0.25)
    #expect(CallWay.rest(of: []) == 1)
    #expect(CallWay.rest(of: [CallWay(channel: .direct, probability: 1)]) == 0)
  }

  @Test func `a way has the session's source and the number's city`() {
    let call = CallFact(id: "c", startedAt: Instant(milliseconds: 5), dialledNumber: "7")
    let number = NumberDirectory.Row(number: "7", geodomain: "spb")
    let touchpoint = Touchpoint(call: call, way: ways[0], personID: "p", number: number)
    #expect(touchpoint.kind == .call)
    #expect(touchpoint.member == "c")
    #expect(touchpoint.channel == .paidSearch)
    #expect(touchpoint.campaignKey == "id:1")
    #expect(touchpoint.geodomain == "spb")
    #expect(touchpoint.probability == 0.1)
  }
}
