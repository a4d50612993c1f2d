import TributaryAnalysis
import TributaryModel

/// The words of the key figures.
extension Words {
  var indicator: String { say("Indicator", "Показатель") }
  var indicatorLabel: String { say("Key indicators", "Главные показатели") }
  var sevenDays: String { say("7 days", "7 дней") }
  var eightWeeks: String { say("8 weeks against the season", "8 недель к сезону") }
  var forThisSeason: String { say("For this time of the season", "Для этого места сезона") }
  var onLastYear: String { say("On last year", "К прошлому году") }
  var onLastWeek: String { say("On last week", "К прошлой неделе") }
  var onFourWeeks: String { say("On 4 weeks ago", "К 4 неделям назад") }

  func indicatorTopic(_ asOf: Day) -> String {
    say(
      "Key indicators, 7 days to \(fullDay(asOf))",
      "Главные показатели, 7 дней по \(fullDay(asOf))")
  }

  /// One sentence for the seven days: orders first, then what left its range.
  func indicatorClaim(_ summary: IndicatorSummary) -> String {
    guard !summary.isEmpty else {
      return say("No key figure can be formed yet.", "Ни одного показателя пока не посчитать.")
    }
    let start = summary.orders.map { ordersOnLastYear($0) + "; " } ?? ""
    return capitalised(start + rangeClause(summary)) + "."
  }

  private func ordersOnLastYear(_ orders: Indicator) -> String {
    let count = Int((orders.value ?? 0).rounded())
    let counted = counted(count, .order)
    guard let value = orders.value, let past = orders.lastYear, past > 0 else {
      return say("\(counted) in seven days", "\(counted) за семь дней")
    }
    let change = value / past - 1
    let size = percent(abs(change), decimals: 0)
    if size == percent(0, decimals: 0) {
      return say("\(counted), as many as a year ago", "\(counted), столько же, сколько год назад")
    }
    return change > 0
      ? say(
        "\(counted), \(size) more than a year ago", "\(counted), на \(size) больше, чем год назад")
      : say(
        "\(counted), \(size) fewer than a year ago", "\(counted), на \(size) меньше, чем год назад")
  }

  private func rangeClause(_ summary: IndicatorSummary) -> String {
    var parts: [String] = []
    if !summary.below.isEmpty {
      let names = lowered(summary.below)
      parts.append(say("below the usual range: \(names)", "ниже обычного: \(names)"))
    }
    if !summary.above.isEmpty {
      let names = lowered(summary.above)
      parts.append(say("above it: \(names)", "выше обычного: \(names)"))
    }
    if summary.isUnjudged {
      parts.append(
        say(
          "there is too little history to say what is usual",
          "истории мало, чтобы сказать, что здесь обычно"))
    } else if parts.isEmpty {
      parts.append(
        say(
          "\(counted(summary.inside, .indicator)) inside the usual range",
          "в обычных пределах \(counted(summary.inside, .indicator))"))
    }
    if !summary.incomplete.isEmpty {
      let names = lowered(summary.incomplete)
      parts.append(say("incomplete: \(names)", "неполно: \(names)"))
    }
    return parts.joined(separator: "; ")
  }

  /// Names inside a sentence.
  func lowered(_ names: [Indicator.Name]) -> String {
    list(names.map { name($0).lowercased() })
  }

  var noIndicators: String {
    say(
      """
      Key figures need orders of seven days. Name the order files in the pipeline file under \
      sources; they show after the next run.
      """,
      """
      Для показателей нужны заказы за семь дней. Укажите файлы заказов в файле конвейера, в \
      разделе sources: показатели появятся после следующего запуска.
      """)
  }

  var indicatorRemark: Markup {
    rich(
      """
      The small lines show each figure over what the season expects (middle line), with its \
      usual range in grey. Changes on last week and on four weeks ago are pale because the \
      season explains most of them. Orders, revenue and all else are compared as known today; \
      cancelled orders and paid invoices of past weeks as known on the last day of each week, for \
      they grow with time. Open invoices, neither paid nor due, are in no share.
      """,
      """
      Маленькие линии показывают отношение к ожиданию сезона (средняя черта), серым обычный \
      размах. Изменения к прошлой неделе и к четырём неделям назад бледные, потому что их чаще \
      всего объясняет сезон. Заказы, выручка и прочее сравниваются, как известны сегодня; отмены и \
      оплаты счетов прошлых недель – как были известны в последний день каждой недели, ведь со \
      временем они растут. Открытые счета, не оплаченные и не просроченные, в долю не входят.
      """)
  }

  /// A figure as its unit asks.
  func value(_ value: Double, of indicator: Indicator.Name) -> String {
    switch indicator.unit {
    case .money: money(value)
    case .count: number(value)
    case .share: percent(value)
    case .ratio: number(value, decimals: 1)
    }
  }

  func range(_ interval: Interval, of indicator: Indicator.Name) -> String {
    switch indicator.unit {
    case .money: moneyRange(interval)
    case .count: range(interval, decimals: 0)
    case .share: percentRange(interval)
    case .ratio: range(interval, decimals: 1)
    }
  }

  func verdict(_ verdict: Indicator.Verdict) -> String {
    switch verdict {
    case .inside: say("as expected", "как ожидали")
    case .above: say("above the usual", "выше обычного")
    case .below: say("below the usual", "ниже обычного")
    case .incomplete: say("incomplete", "неполно")
    case .undated: say("not compared: no dates", "не сравнить: нет дат")
    case .tooLittle: say("too little data", "мало данных")
    }
  }

  /// What the figure is, or how many of its days are missing.
  func note(_ indicator: Indicator) -> String {
    let missing = indicator.missingDays
    if missing > 0 {
      return say("\(missing) of 7 days missing", "нет \(missing) из 7 дней")
    }
    switch indicator.name {
    case .revenue: return say("without cancelled orders", "без отменённых заказов")
    case .orders: return say("all ways of ordering", "все способы заказа")
    case .margin:
      guard let share = indicator.costedShare else {
        return say("after cost of goods", "за вычетом закупки")
      }
      let part = percent(share, decimals: 0)
      return say(
        "of the \(part) of revenue whose cost is known",
        "от \(part) выручки: для остальной закупка неизвестна")
    case .visits: return say("people, not robots", "люди, не роботы")
    case .conversion: return say("orders made on the site per visit", "заказы на сайте на визит")
    case .averageOrder: return say("revenue per order", "выручка на заказ")
    case .cancelledShare: return say("of orders placed, so far", "от сделанных заказов, пока")
    case .calls: return say("all numbers", "все номера")
    case .letters: return say("all mailboxes", "все ящики")
    case .spend: return say("all platforms", "все площадки")
    case .returnOnAdSpend:
      return say(
        "revenue credited to ads by equal shares, per \(currencySign)1 they cost",
        "зачтённая рекламе поровну выручка на 1\(Words.noBreak)\(currencySign) её расхода")
    case .paidInvoiceShare:
      let open = indicator.open ?? 0
      let rest = open > 0 ? say("; \(number(open)) open", "; открыто: \(number(open))") : ""
      return say("of those due in these days\(rest)", "от тех, чей срок в эти дни\(rest)")
    }
  }
}
