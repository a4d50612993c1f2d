import Testing

@testable import TributaryIngest

struct AgentListTests {
  private let list = AgentList(bots: ["PriceWatch", "kiosk", ""], humans: ["Kiosk/2"])

  @Test(arguments: [
    ("Mozilla/5.0 pricewatch/1", true, false), ("Mozilla/5.0 KIOSK/1.0", true, false),
    ("Mozilla/5.0 kiosk/2.0", false, true), ("Mozilla/5.0 Chrome/141", false, false),
    ("", false, false),
  ])
  func `the shop's lists go by parts of the agent, people first`(
    _ agent: String, _ isBot: Bool, _ isHuman: Bool
  ) {
    #expect(list.isBot(agent) == isBot)
    #expect(list.isHuman(agent) == isHuman)
  }

  @Test func `empty lists name nobody`() {
    let none = AgentList(bots: [], humans: [])
    #expect(!none.isBot("Mozilla/5.0"))
    #expect(!none.isHuman("Mozilla/5.0"))
  }
}
