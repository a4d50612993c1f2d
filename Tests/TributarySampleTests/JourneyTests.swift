import Testing
import TributaryModel

@testable import TributarySample

struct JourneyTests {
  private let day = SampleSettings.standard.asOf.adding(-20)

  @Test func `assisting campaigns open the paths of buyers and never close one`() {
    let journeys = journeys(20_000)
    let first = journeys.count { $0.sources.first?.role == .assist }
    #expect((800...2200).contains(first))
    for journey in journeys where journey.sources.contains(where: { $0.role == .assist }) {
      #expect(journey.sources.count > 1)
      #expect(journey.sources.last?.role != .assist)
    }
  }

  @Test func `useless campaigns cause almost nothing, and brand little of what it closes`() {
    let journeys = journeys(20_000)
    func caused(by role: Campaign.Role) -> Int {
      journeys.count { $0.cause.map { Campaign.all[$0].role == role } ?? false }
    }
    let closedByBrand = journeys.count { $0.sources.last?.role == .brand }
    #expect(caused(by: .useless) < 60)
    #expect(closedByBrand > 1_500)
    #expect(caused(by: .brand) * 10 < closedByBrand)
    #expect(caused(by: .generic) > 5_000)
  }

  @Test func `a city's campaign is seen in that city only, a seasonal one in its months`() {
    let elsewhere = TrafficSource.everything.filter {
      $0.weight(.opening, host: "tver.maskarad.example", on: day) > 0
    }.map(\.name)
    #expect(!elsewhere.contains("spb_poisk"))
    #expect(!elsewhere.contains("novyj_god_poisk"))
    #expect(elsewhere.contains("Хэллоуин поиск"))
  }

  @Test func `a campaign's name is percent-encoded in a link`() {
    #expect(LandingTags.encoded("Хэ п-1") == "%D0%A5%D1%8D%20%D0%BF-1")
  }

  private func journeys(_ count: Int) -> [Journey] {
    var random = SeededRandom(seed: 3, stream: "journeys")
    return (0..<count).map { _ in Journey.buying(host: City.mainHost, on: day, &random) }
  }
}
