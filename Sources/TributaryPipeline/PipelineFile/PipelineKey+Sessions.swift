import TributaryModel

extension PipelineKey {
  /// The keys that tell how page views become sessions.
  static let sessions = [
    PipelineKey(
      "sessions", .object, default: "{}",
      "How page views become sessions; a change cuts the sessions of all days anew."),
    PipelineKey(
      "sessions.gap_minutes", .integer(1...1440), unit: "minutes", default: "30",
      "A longer pause ends a session."),
    PipelineKey(
      "sessions.max_pages_per_minute", .integer(1...100_000), unit: "page views", default: "60",
      "More page views of a visitor within any minute make it a robot for that day."),
    PipelineKey(
      "sessions.bot_agents", .list(.text), default: "[]",
      "Parts of user agents that are robots, besides the well-known ones; case does not matter."),
    PipelineKey(
      "sessions.human_agents", .list(.text), default: "[]",
      "Parts of user agents that `bot_agents` and `max_pages_per_minute` do not make robots; those "
        + "of the well-known robots are not kept as page views and stay robots."),
  ]
}
