import TributaryAnalysis
import TributaryModel

/// The words of the morning page.
extension Words {
  var attentionTopic: String { say("Worth attention", "Стоит внимания") }
  var waitingTopic: String { say("What waits", "Что ждёт") }
  var nextPeakTopic: String { say("What comes", "Что впереди") }
  var sourcesTopic: String { say("Sources", "Источники") }
  var answersTopic: String { say("All answers", "Все ответы") }
  var status: String { say("Status", "Статус") }
  var ordersHead: String { say("Orders", "Заказы") }
  var moneyHead: String { say("Money", "Деньги") }
  var oldestHead: String { say("Oldest, days", "Старшее, дней") }
  var sourceHead: String { say("Source", "Источник") }
  var dataToHead: String { say("Has data to", "Данные по") }
  var fourteenDays: String { say("14 days", "14 дней") }
  var readHead: String { say("Read", "Прочитано") }
  var refusedHead: String { say("Refused", "Отвергнуто") }
  var nothingFound: String { say("nothing found", "ничего нет") }
  var noTime: String { say("no dates", "без дат") }

  var coverageCaption: String {
    say(
      "Last 14 days: filled is complete, half is part of a day, empty is missing",
      "Последние 14 дней: полный квадрат – день целиком, половина – часть дня, пустой – нет данных")
  }

  func attentionClaim(_ count: Int, isJudged: Bool) -> String {
    switch count {
    case 0 where !isJudged:
      say("Nothing can be judged without figures yet.", "Без показателей судить пока не о чем.")
    case 0: say("Nothing asks for attention this morning.", "Этим утром ничто не требует внимания.")
    case 1: say("One thing asks for attention.", "Внимания требует одно дело.")
    case 2: say("Two things, the most urgent first.", "Два дела, самое срочное сначала.")
    default: say("Three things, the most urgent first.", "Три дела, самое срочное сначала.")
    }
  }

  func attentionRemark(_ pages: [PageName]) -> Markup {
    rich(
      """
      At most three things stand here. A figure counts when it leaves its 90% range, so about \
      one in ten does by chance alone.
      """,
      """
      Здесь не больше трёх дел. Показатель попадает сюда, выйдя из размаха 90\(Words.noBreak)%, \
      то есть примерно один из десяти попадёт случайно.
      """)
  }

  func claim(_ attention: Attention) -> Markup {
    switch attention {
    case .indicatorBelow(let each), .indicatorAbove(let each):
      let isLow = each.verdict == .below
      let value = each.value.map { self.value($0, of: each.name) } ?? Words.unknown
      let expected = each.expected.map { self.value($0.value, of: each.name) } ?? Words.unknown
      let name = name(each.name)
      return isLow
        ? rich(
          "\(name): below the usual range, \(value) against \(expected) expected.",
          "\(name): ниже обычного, \(value) вместо ожидаемых \(expected).")
        : rich(
          "\(name): above the usual range, \(value) against \(expected) expected.",
          "\(name): выше обычного, \(value) вместо ожидаемых \(expected).")
    case .sourceBroken(let kind, let state): return claim(name(kind), state)
    case .campaignsLose(let count, let spend, _):
      return rich(
        "Stop \(counted(count, .campaign)): \(money(spend)) spent, and less comes back.",
        "Остановите \(stopped(count)): потрачено \(money(spend)), вернулось меньше.")
    case .ordersWait(let waiting):
      return rich(
        "Orders wait in “\(user: waiting.status)” for up to \(counted(waiting.oldestDays, .day)).",
        """
        Заказы ждут в статусе «\(user: waiting.status)», старшему \
        \(counted(waiting.oldestDays, .day)).
        """)
    }
  }

  func detail(_ attention: Attention) -> Markup {
    switch attention {
    case .indicatorBelow(let each), .indicatorAbove(let each):
      let range = each.expected?.interval.map { self.range($0, of: each.name) } ?? Words.unknown
      return rich(
        "Usual for this time of the season: \(range).",
        "Обычно для этого места сезона: \(range).")
    case .sourceBroken:
      return rich(
        "Figures that stand on it are not to be trusted until it is back.",
        "Числам, которые на нём стоят, верить нельзя, пока он не вернётся.")
    case .campaignsLose(_, _, let largest):
      return rich("The largest is \(user: largest).", "Самая крупная: \(user: largest).")
    case .ordersWait(let waiting):
      return rich(
        "\(counted(waiting.orders, .order)), \(money(waiting.money)).",
        "\(counted(waiting.orders, .order)), \(money(waiting.money)).")
    }
  }

  private func claim(_ source: String, _ state: SourceState) -> Markup {
    switch state {
    case .stops(let day):
      rich(
        "\(source): data stop on \(fullDay(day)).", "\(source): данные обрываются \(fullDay(day)).")
    case .refused(let count):
      rich(
        "\(source): \(counted(count, .file)) refused whole.",
        "\(source): целиком отвергнуто файлов: \(number(count)).")
    default:
      rich("\(source): nothing was found.", "\(source): ничего не найдено.")
    }
  }

  /// "1 кампанию", "2 кампании", "5 кампаний": the accusative.
  func stopped(_ count: Int) -> String {
    counted(count, Noun("campaign", "campaigns", ("кампанию", "кампании", "кампаний")))
  }

  func waitingClaim(_ waiting: [StatusFlow.Waiting]) -> String {
    let total = money(waiting.reduce(0) { $0 + $1.money })
    let orders = counted(waiting.reduce(0) { $0 + $1.orders }, .order)
    let first = VisibleText.cut(waiting.first?.status ?? "", to: 30)
    guard waiting.count > 1 else {
      return say(
        "\(total) waits in \(orders), all in “\(first)”.",
        "\(total) ждут действия: \(orders), все в статусе «\(first)».")
    }
    return say(
      "\(total) waits in \(orders); “\(first)” holds the most.",
      "\(total) ждут действия: \(orders), больше всего в статусе «\(first)».")
  }

  func nothingWaits(hasStatuses: Bool) -> String {
    hasStatuses
      ? say("No order waits for anybody.", "Ни один заказ никого не ждёт.")
      : say(
        "What waits cannot be told without order statuses.",
        "Без статусов заказов не сказать, что ждёт.")
  }

  var statusesMissing: String {
    say(
      """
      Add files of kind order_statuses to sources in the pipeline file; the list shows after the \
      next run.
      """,
      """
      Добавьте в sources файла конвейера файлы вида order_statuses: список появится после \
      следующего запуска.
      """)
  }

  var nextPeakRemark: Markup {
    rich(
      #"The curve, its ranges and past peaks: <a href="season.html">Season</a>."#,
      #"Кривая, её размах и прошлые пики: <a href="season.html">Сезон</a>."#)
  }

  func sourcesClaim(behind: [SourceKind], of count: Int) -> String {
    let names = list(behind.map { name($0).lowercased() })
    if count == 0 { return say("No source is loaded.", "Ни один источник не загружен.") }
    if behind.isEmpty { return say("All sources are whole.", "Все источники полны.") }
    if behind.count == count {
      return say("No source is whole.", "Ни один источник не полон.")
    }
    return say("Not whole: \(names); the rest is.", "Неполны: \(names); остальное полно.")
  }

  var noSources: String {
    say(
      "Name the first files under sources in the pipeline file and run again.",
      "Укажите первые файлы в разделе sources файла конвейера и запустите снова.")
  }

  func answersClaim(_ count: Int) -> String {
    count == 1
      ? say("One more page, one answer.", "Ещё одна страница, один ответ.")
      : say(
        "\(counted(count, .page)), one answer each.",
        "\(counted(count, .page)), на каждой один ответ.")
  }
}

extension MorningAnswer {
  func text(_ words: Words) -> String {
    let state = week(words)
    guard let action else { return words.capitalised(state) + "." }
    return words.capitalised(state) + "; " + action.text(words) + "."
  }

  private func week(_ words: Words) -> String {
    switch week {
    case .empty: words.say("no figures yet", "показателей пока нет")
    case .tooLittle:
      words.say("too little history to judge the week", "истории мало, чтобы судить о неделе")
    case .usual: words.say("a usual week for the season", "обычная для сезона неделя")
    case .weaker(let names):
      words.say(
        "a weaker week than usual: \(words.lowered(names)) low",
        "неделя слабее обычной, ниже нормы: \(words.lowered(names))")
    case .stronger(let names):
      words.say(
        "a stronger week than usual: \(words.lowered(names)) high",
        "неделя сильнее обычной, выше нормы: \(words.lowered(names))")
    case .mixed(let below, let above):
      words.say(
        "a mixed week: \(words.lowered(below)) low, \(words.lowered(above)) high",
        "неровная неделя, ниже нормы: \(words.lowered(below)), выше: \(words.lowered(above))")
    }
  }

}

extension MorningAnswer.Action {
  func text(_ words: Words) -> String {
    switch self {
    case .loadOrders: words.say("load orders first", "сначала загрузите заказы")
    case .mendSources(let count):
      words.say(
        "mend \(words.counted(count, .source)) first",
        "сначала почините \(words.counted(count, .source))")
    case .stopCampaigns(let count):
      words.say(
        "stop \(words.counted(count, .campaign)) that \(count == 1 ? "loses" : "lose") money",
        "остановите \(words.stopped(count)) себе в убыток")
    case .prepare(let name, let days):
      words.say(
        "prepare for \(words.peakName(name)): it starts in \(words.counted(days, .day))",
        "готовьтесь: \(words.peakName(name)), начало через \(words.counted(days, .day))")
    }
  }
}
