import TributaryAnalysis
import TributaryIngest
import TributaryModel

extension RobotJudgement {
  /// Judges by the shop's rules; each agent's text is looked at once.
  init(of views: PageViews, rules: SessionRules, zone: Zone, habits: [Habit]) {
    var listed: Set<Int32> = []
    var exempt: Set<Int32> = []
    if !rules.botAgents.isEmpty || !rules.humanAgents.isEmpty {
      let list = AgentList(bots: rules.botAgents, humans: rules.humanAgents)
      for code in Set(views.userAgent) where views.texts.indices.contains(Int(code)) {
        let agent = views.texts[Int(code)]
        if list.isBot(agent) { listed.insert(code) }
        if list.isHuman(agent) { exempt.insert(code) }
      }
    }
    // Zones are whole quarters of an hour away from UTC, and so are their days.
    var days: [Int64: Day] = [:]
    var last: (quarter: Int64, day: Day)?
    self.init(
      of: views, maxPagesPerMinute: rules.maxPagesPerMinute, listed: listed, exempt: exempt,
      habits: habits
    ) { at in
      let quarter = at >= 0 ? at / 900_000 : (at - 899_999) / 900_000
      if let last, last.quarter == quarter { return last.day }
      let day = days[quarter] ?? zone.day(of: Instant(milliseconds: at))
      days[quarter] = day
      last = (quarter, day)
      return day
    }
  }
}
