import TributaryModel

/// What each channel brought in one window, by every model side by side.
public struct ChannelReport: Sendable, Hashable {
  public let window: DayRange
  /// Most conversions by the first model first, then by channel.
  public let rows: [Row]
  /// Conversions that no touchpoint within the lookback explains.
  public let unattributed: Credit
  /// All conversions of the window; equals rows + unattributed for every model.
  public let total: Credit

  /// One channel: its visits, its spend, and what each model credits to it.
  public struct Row: Sendable, Hashable {
    public let channel: Channel
    public let sessions: Int
    /// Minor units.
    public let spend: Int64
    public let credits: [AttributionModel: Credit]

    package init(
      channel: Channel, sessions: Int, spend: Int64, credits: [AttributionModel: Credit]
    ) {
      self.channel = channel
      self.sessions = sessions
      self.spend = spend
      self.credits = credits
    }
  }

  package init(window: DayRange, rows: [Row], unattributed: Credit, total: Credit) {
    self.window = window
    self.rows = rows
    self.unattributed = unattributed
    self.total = total
  }
}
