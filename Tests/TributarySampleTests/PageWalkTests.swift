import Testing
import TributaryModel

@testable import TributarySample

struct PageWalkTests {
  private let at = LocalTime(SampleSettings.standard.asOf, second: 50_000)

  @Test(arguments: [
    (false, ["/product/hw-01-vampir", "/cart", "/checkout", "/checkout/thanks?order_id=W1"]),
    (true, ["/product/hw-01-vampir", "/checkout/thanks?order_id=W1"]),
  ])
  func `a visit that orders goes down the funnel; one click skips the cart`(
    isOneClick: Bool, funnel: [String]
  ) {
    let visit = Visit(
      visitor: 1, at: at, host: City.mainHost, source: .unpaid(0),
      goal: .order(id: "W1", product: "/product/hw-01-vampir", isOneClick: isOneClick))
    for seed in 0..<20 {
      let requests = PageWalk(of: visit, random: SeededRandom(seed: UInt64(seed), stream: "walk"))
        .requests
      let pages = requests.filter { $0.method == "GET" && !$0.target.contains(".") }
        .map(\.target)
      #expect(pages.suffix(funnel.count) == funnel[...])
      #expect(requests.last?.at == at)
      #expect(zip(requests, requests.dropFirst()).allSatisfy { $0.at <= $1.at })
    }
  }

  @Test func `the first request carries the campaign, and no later one does`() throws {
    let position = try #require(Campaign.all.firstIndex { $0.name == "search_costumes" })
    let visit = Visit(
      visitor: 1, at: at, host: City.mainHost, source: .campaign(position), goal: .browse)
    let requests = PageWalk(of: visit, random: SeededRandom(seed: 1, stream: "walk")).requests
    let first = try #require(requests.first)
    #expect(
      first.target.hasPrefix(
        "/catalog/istoricheskie?utm_source=google&utm_medium=cpc&utm_campaign=search_costumes"))
    #expect(first.target.contains("&gclid="))
    #expect(first.referrer == "https://www.google.com/")
    #expect(requests.dropFirst().allSatisfy { !$0.target.contains("utm_") })
    #expect(requests.dropFirst().allSatisfy { $0.referrer.hasPrefix("https://maskarad.example/") })
  }
}
