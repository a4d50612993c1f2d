import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// Channels by every model side by side: those of the marts, and the Markov chain of the window.
  func channels(_ attribution: AttributionReport) throws(WarehouseError) -> ChannelReport {
    var credits: [String: [AttributionModel: CampaignCredit]] = [:]
    var totals: [AttributionModel: CampaignCredit] = [:]
    for row in try rows(.channelCredits, window) {
      guard let model = AttributionModel(rawValue: try row.text("model")) else { continue }
      let credit = try row.credit()
      credits[try row.text("channel"), default: [:]][model] = credit
      totals[model] = (totals[model] ?? .none) + credit
    }
    for row in attribution.part(.order, by: .channel)?.rows ?? [] {
      guard let markov = row.credits[.markov] else { continue }
      credits[row.player, default: [:]][.markov] = CampaignCredit(
        conversions: markov.conversions.value, revenue: markov.value, margin: markov.margin)
    }
    var visits: [String: (sessions: Int, spend: Int64)] = [:]
    for row in try rows(.channelSessions, window) {
      visits[try row.text("channel")] = (try row.int("sessions"), try row.int64("spend"))
    }
    let found = Channel.allCases.filter {
      visits[$0.rawValue] != nil || credits[$0.rawValue] != nil
    }
    let channelRows = found.map { channel in
      ChannelReport.Row(
        channel: channel, sessions: visits[channel.rawValue]?.sessions ?? 0,
        spend: visits[channel.rawValue]?.spend ?? 0, credits: credits[channel.rawValue] ?? [:])
    }
    return ChannelReport(
      window: window, rows: channelRows.sorted(by: ChannelReport.Row.leads),
      unattributed: credits[""]?[.first] ?? .none, total: totals[.first] ?? .none)
  }
}

extension CampaignCredit {
  static let none = CampaignCredit(conversions: 0, revenue: 0, margin: 0)

  static func + (left: CampaignCredit, right: CampaignCredit) -> CampaignCredit {
    CampaignCredit(
      conversions: left.conversions + right.conversions, revenue: left.revenue + right.revenue,
      margin: left.margin + right.margin)
  }
}

extension ChannelReport.Row {
  fileprivate static func leads(_ left: Self, _ right: Self) -> Bool {
    func rank(_ row: Self) -> (Double, Int) {
      (row.credits[.first]?.conversions ?? 0, row.sessions)
    }
    return rank(left) == rank(right)
      ? left.channel.rawValue < right.channel.rawValue : rank(left) > rank(right)
  }
}
