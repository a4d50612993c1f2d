import TributaryAnalysis
import TributaryModel

/// The words of the morning page.
extension Words {
  var nextPeakTopic: String { say("What comes", "Что впереди") }
  var sourcesTopic: String { say("Sources", "Источники") }
  var answersTopic: String { say("All answers", "Все ответы") }
  var status: String { say("Status", "Статус") }
  var fourteenDays: String { say("14 days", "14 дней") }
  var nothingFound: String { say("nothing found", "ничего нет") }
  var noTime: String { say("no dates", "без дат") }

  var coverageCaption: String {
    say(
      "Last 14 days: filled is complete, half is part of a day, empty is missing",
      "Последние 14 дней: полный квадрат – день целиком, половина – часть дня, пустой – нет данных")
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
    case .ordersEnd(let day):
      words.say(
        "the orders end on \(words.fullDay(day))", "заказы кончаются \(words.fullDay(day))")
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
    case .loadNewerOrders:
      words.say("load those of the days since", "загрузите заказы за следующие дни")
    case .mendSources(let count):
      words.say(
        "mend \(words.counted(count, .source)) first",
        "сначала почините \(words.counted(count, .source))")
    case .stopCampaigns(let count):
      words.say(
        "stop \(words.counted(count, .campaign)) that \(count == 1 ? "loses" : "lose") money",
        "остановите \(words.counted(count, .losingCampaign))")
    case .prepare(let name, let days):
      words.say(
        "prepare for \(words.peakName(name)): it starts in \(words.counted(days, .day))",
        "готовьтесь: \(words.peakName(name)), начало через \(words.counted(days, .day))")
    }
  }
}
