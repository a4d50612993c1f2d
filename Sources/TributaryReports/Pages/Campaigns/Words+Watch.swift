import TributaryAnalysis
import TributaryModel

/// The words of the watch after a cut.
extension Words {
  var watchTopic: String { say("Watch after the cut", "Что стало после сокращения") }

  func watchClaim(_ watches: [SpendWatch]) -> String {
    func count(_ verdict: SpendWatch.Verdict) -> Int { watches.count { $0.verdict == verdict } }
    let small = watches.count {
      $0.verdict == .open && $0.daysNeeded == nil && $0.expected?.interval != nil
    }
    let parts = [
      (
        count(.kept),
        say("cost nothing that can be seen", "потерь не видно")
      ),
      (count(.lost), say("cost orders", "заказов стало меньше")),
      (count(.open) - small, say("cannot be told yet", "сказать рано")),
      (small, say("too small to be seen", "слишком малы, чтобы увидеть")),
    ].filter { $0.0 > 0 }
    let list = list(
      parts.map { isRussian ? "\($0.1) – \(number($0.0))" : "\(number($0.0)) \($0.1)" })
    return say(
      "Of \(counted(watches.count, .cut)) \(list).",
      "Сокращения (\(number(watches.count))): \(list).")
  }

  var watchCaption: String {
    say(
      "Orders of the whole shop since the cut, whatever brought them, against what the four weeks before "
        + "and the season let expect",
      "Заказы всего магазина с начала сокращения, что бы их ни привело, против ожидаемых по четырём "
        + "неделям до него и по сезону")
  }

  /// `stopped on 1 November`, `−60% on 2 November`.
  func cutDone(_ watch: SpendWatch) -> String {
    let date = day(watch.change.on)
    guard watch.change.kept >= 0.02 else { return say("stopped on \(date)", "остановлена \(date)") }
    let share = percent(1 - watch.change.kept, decimals: 0)
    return say("−\(share) on \(date)", "−\(share) с \(date)")
  }

  func verdict(_ watch: SpendWatch) -> String {
    switch watch.verdict {
    case .lost:
      let share = percent(watch.lostShare ?? 0, decimals: 0)
      return say("loss of \(share)", "потеря \(share)")
    case .kept:
      let most = percent(watch.mostLost ?? 0, decimals: 0)
      return say("no loss above \(most)", "потери больше \(most) нет")
    case .open:
      if let days = watch.daysNeeded {
        return say(
          "not yet, about \(counted(days, .day)) more", "рано, ещё примерно \(counted(days, .day))")
      }
      return watch.expected?.interval == nil
        ? say("too little history", "мало истории")
        : say("too small to be seen", "слишком мало, чтобы увидеть")
    }
  }

  var watchRead: Markup {
    rich(
      """
      A cut is less money than the season lets expect, by three tenths at least; of one campaign, less \
      than the others'. The range is how far such forecasts were off in this shop before, so a small campaign cannot be \
      seen in the orders of a large shop: then the ratings are all there is. Cuts of the same days are \
      not told apart.
      """,
      """
      Сокращение – это когда денег меньше, чем положено по сезону, хотя бы на три десятых; у отдельной \
      кампании – и меньше, чем у остальных. Интервал – это ошибки таких же прогнозов в этом магазине раньше, поэтому в заказах большого \
      магазина маленькую кампанию не разглядеть: тогда остаются оценки. Сокращения одних и тех же дней \
      друг от друга не отличить.
      """)
  }

  var allAdvertising: String { say("All advertising", "Вся реклама") }
  var actualHead: String { say("Orders", "Заказов") }
  var expectedHead: String { say("Expected (90%)", "Ожидалось (90\(Words.noBreak)%)") }
  var assumedLossHead: String { say("Loss assumed", "Потеря по оценке") }
  var spendBeforeHead: String { say("A week before", "В неделю до") }
  var spendAfterHead: String { say("A week since", "В неделю после") }
}
