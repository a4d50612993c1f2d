/// What kind of site a host or a named source is.
public enum SiteKind: String, Sendable, CaseIterable, Hashable {
  case search
  case social
  case video
  case shopping
  case email
  case aiAssistant = "ai-assistant"
  /// A network whose frames show nothing but advertisements.
  case advertising
}
