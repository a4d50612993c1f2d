import TributaryModel

extension ChannelReport {
  /// Channels that were visited or credited, those with most conversions by the first click first.
  ///
  /// `credits`, `visits` by channel; '' is what no touchpoint explains. `totals`: by model.
  public static func counting(
    credits: [String: [AttributionModel: Credit]],
    totals: [AttributionModel: Credit],
    visits: [String: (sessions: Int, spend: Int64)], window: DayRange
  ) -> ChannelReport {
    let found = Channel.allCases.filter {
      visits[$0.rawValue] != nil || credits[$0.rawValue] != nil
    }
    let rows = found.map { channel in
      Row(
        channel: channel, sessions: visits[channel.rawValue]?.sessions ?? 0,
        spend: visits[channel.rawValue]?.spend ?? 0, credits: credits[channel.rawValue] ?? [:])
    }
    return ChannelReport(
      window: window, rows: rows.sorted(by: Row.leads),
      unattributed: credits[""]?[.first] ?? .none, total: totals[.first] ?? .none)
  }
}

extension ChannelReport.Row {
  fileprivate static func leads(_ left: Self, _ right: Self) -> Bool {
    func rank(_ row: Self) -> (Double, Int) {
      (row.credits[.first]?.conversions.value ?? 0, row.sessions)
    }
    return rank(left) == rank(right)
      ? left.channel.rawValue < right.channel.rawValue : rank(left) > rank(right)
  }
}
