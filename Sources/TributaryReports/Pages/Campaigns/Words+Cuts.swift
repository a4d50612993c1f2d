import TributaryAnalysis
import TributaryModel

/// The words of what cuts would lose.
extension Words {
  var cutTopic: String { say("What a cut would lose", "Чего стоит сокращение") }

  func cutClaim(_ cuts: [CampaignCuts]) -> String {
    let safe = cuts.filter { $0.half.chance >= Grade.certainty }
    let saved = money(safe.reduce(0) { $0 + $1.half.saved })
    guard !safe.isEmpty else {
      return say(
        "No campaign can be halved with \(percent(Grade.certainty, decimals: 0)) certainty that it pays.",
        "Ни одну кампанию нельзя сократить вдвое с уверенностью "
          + "\(percent(Grade.certainty, decimals: 0)), что это окупится.")
    }
    return say(
      "Halving \(counted(safe.count, .campaign)) of \(number(cuts.count)) would save \(saved) and very "
        + "likely pays.",
      "Если сократить вдвое (\(counted(safe.count, .campaign)) из \(number(cuts.count))), сбережётся "
        + "\(saved), и это почти наверняка окупится.")
  }

  func cutCaption(_ days: Int) -> String {
    say(
      "Each campaign cut by half, or stopped, and nothing else changed; \(counted(days, .day))",
      "Каждая кампания сокращена вдвое или остановлена, остальное как есть; "
        + "\(counted(days, .day))")
  }

  /// How it had a part in sales, in small beneath the name.
  func parts(_ ways: CampaignWays) -> String {
    guard ways.all > 0 else { return say("no part in any sale", "ни в одной продаже не участвует") }
    let calls =
      ways.byCall > 0
      ? say("; by telephone \(number(ways.byCall))", "; по телефону \(number(ways.byCall))") : ""
    return say(
      "part in \(counted(ways.all, .sale)): alone \(number(ways.sales[.alone] ?? 0)), "
        + "opened \(number(ways.sales[.opened] ?? 0)), "
        + "helped \(number(ways.sales[.assisted] ?? 0)), "
        + "closed \(number(ways.sales[.closed] ?? 0))\(calls)",
      "с её участием \(counted(ways.all, .sale)): одна \(number(ways.sales[.alone] ?? 0)), "
        + "первая \(number(ways.sales[.opened] ?? 0)), "
        + "в середине \(number(ways.sales[.assisted] ?? 0)), "
        + "последняя \(number(ways.sales[.closed] ?? 0))\(calls)")
  }

  /// - Parameter pipeline: its name in commands.
  func cutRead(pipeline: String) -> Markup {
    rich(
      """
      Sales are lost where the campaign stood alone, and in part where it opened or helped a sale that \
      another one closed. A part that is cut loses less than its share, for the last money of a campaign \
      brings least. Any other part: \
      <code>tributary explain \(pipeline) campaign NAME --cut 30%</code>.
      """,
      """
      Продажи теряются там, где кампания была одна, и отчасти там, где она привела первой или помогла, \
      а закрыла продажу другая. Сокращение части расхода теряет меньше её доли: последние деньги кампании \
      приносят меньше всего. Любая другая доля: \
      <code>tributary explain \(pipeline) campaign ИМЯ --cut 30%</code>.
      """)
  }

  var halfSavedHead: String { say("Saved by half", "Вдвое: сбережено") }
  var leftHead: String { say("Left over (90%)", "Остаётся (90\(Words.noBreak)%)") }
  var chanceHead: String { say("Pays", "Окупится") }
  var stopSalesHead: String { say("Stopped: sales", "Остановить: продажи") }
  var stopLeftHead: String { say("Stopped: left over", "Остановить: остаётся") }
}
