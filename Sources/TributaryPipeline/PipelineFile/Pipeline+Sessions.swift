extension Pipeline {
  /// How page views become sessions.
  public struct Sessions: Sendable, Hashable {
    /// A longer pause ends a session.
    public let gapMinutes: Int
    /// More page views of a visitor within any minute are a robot's.
    public let maxPagesPerMinute: Int
    /// Parts of user agents that are robots.
    public let botAgents: [String]
    /// Parts of user agents that are people.
    public let humanAgents: [String]

    init(_ values: PipelineValues) {
      gapMinutes = values.integer("sessions.gap_minutes")
      maxPagesPerMinute = values.integer("sessions.max_pages_per_minute")
      botAgents = values.texts("sessions.bot_agents")
      humanAgents = values.texts("sessions.human_agents")
    }
  }
}
