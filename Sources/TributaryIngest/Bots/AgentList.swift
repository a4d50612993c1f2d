/// The shop's own word on which user agents are robots, beside `BotList`.
public struct AgentList: Sendable {
  private let bots: PatternMatcher
  private let humans: PatternMatcher

  /// - Parameters: parts of user agents; case does not matter, empty ones count for nothing.
  public init(bots: [String], humans: [String]) {
    func matcher(_ texts: [String]) -> PatternMatcher {
      PatternMatcher(
        texts.filter { !$0.isEmpty }.map { text in
          String(decoding: text.utf8.map(PatternMatcher.lowered), as: UTF8.self)
        })
    }
    self.bots = matcher(bots)
    self.humans = matcher(humans)
  }

  /// Whether the shop calls the agent a robot and not a person.
  public func isBot(_ agent: String) -> Bool {
    let bytes = agent.utf8.map(PatternMatcher.lowered)
    return bots.matches(bytes) && !humans.matches(bytes)
  }

  /// Whether the shop calls the agent a person, whatever else speaks against it.
  public func isHuman(_ agent: String) -> Bool {
    humans.matches(agent.utf8.map(PatternMatcher.lowered))
  }
}
