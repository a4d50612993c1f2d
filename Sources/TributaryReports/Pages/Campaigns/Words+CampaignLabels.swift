import TributaryAnalysis
import TributaryModel

/// The labels, verdicts and notes of the campaigns' page.
extension Words {
  var whatPaysTopic: String { say("What pays", "Что окупается") }
  var whatPaysQuestion: String {
    say("Which campaigns pay cannot be said yet.", "Какие кампании окупаются, сказать пока нельзя.")
  }
  var ratingsTopic: String { say("Ratings", "Оценки") }
  var adviceTopic: String { say("Advice", "Советы") }
  var modelsTopic: String { say("Ways of giving credit", "Модели атрибуции") }
  var unmatchedTopic: String { say("Without a partner", "Без пары") }
  var lettersNote: String { say("The letters", "Буквы") }
  var campaignHead: String { say("Campaign", "Кампания") }
  var gradeHead: String { say("Grade", "Оценка") }
  var quarterToFour: String { say("¼ to 4, line at 1", "¼…4, черта на 1") }
  var adviceHead: String { say("Advice", "Совет") }
  var expectedMarginHead: String { say("Expected \(gain)", "Ожидаемая \(gain)") }
  var conversionsHead: String { say("Orders", "Заказы") }
  var costHead: String { say("Cost per order", "Цена заказа") }
  var returnHead: String { say("Return on ad spend", "Отдача рекламы") }
  var filterCampaigns: String { say("Filter campaigns", "Найти кампанию") }
  var takeFrom: String { say("Take from", "Забрать у") }
  var giveTo: String { say("Give to", "Отдать") }
  var scatterTitle: String {
    say("Spend against \(gain) by campaign", "Расход и \(gain) по кампаниям")
  }
  var modelsCaption: String {
    say("Orders credited by each way", "Заказы по каждой модели")
  }

  var marginReturnHead: String {
    say(
      "\(capitalised(gain)) per \(currencySign)1 (90%)",
      "\(capitalised(gain)) на 1\(Words.noBreak)\(currencySign) (90\(Words.noBreak)%)")
  }

  var campaignsMissing: String {
    say(
      """
      Add files of kind spend to sources in the pipeline file, and tag links with utm_campaign; \
      ratings show after the next run.
      """,
      """
      Добавьте в sources файла конвейера файлы вида spend и метки utm_campaign в ссылки: оценки \
      появятся после следующего запуска.
      """)
  }

  var nothingGraded: String {
    say(
      """
      No campaign has both spend and a return in these days. Check that utm_campaign in the \
      links is the campaign’s name or id in the spend files.
      """,
      """
      В эти дни ни у одной кампании нет и расхода, и отдачи. Проверьте, что utm_campaign в \
      ссылках совпадает с названием или номером кампании в файлах расхода.
      """)
  }

  func scatterCaption(_ window: DayRange, drawn: Int, of count: Int) -> Markup {
    let rest: Markup =
      drawn == count
      ? ""
      : rich(
        "; \(number(drawn)) of \(number(count)), most spend first",
        "; \(number(drawn)) из \(number(count)), сначала самый большой расход")
    return rich(
      """
      <b>\(capitalised(gain)) brought against money spent</b>, \(days(window)); letter is the grade, bar the 90% \
      range, ? too little data; both axes logarithmic\(rest)
      """,
      """
      <b>Принесённая \(gain) и расход</b>, \(days(window)); буква – оценка, черта – размах \
      90\(Words.noBreak)%, ? – мало данных; обе оси логарифмические\(rest)
      """)
  }

  func ratingsCaption(_ window: DayRange) -> String {
    say(
      "Most spend first; \(counted(window.count, .day)), \(days(window))",
      "Сначала самый большой расход; \(counted(window.count, .day)), \(days(window))")
  }

  var gradeKey: Markup {
    let one = fullMoney(currency.minorUnits)
    let sure = percent(Grade.certainty, decimals: 0)
    let high = number(Grade.high, decimals: 2)
    let even = number(Grade.even)
    let low = number(Grade.low, decimals: 2)
    return rich(
      """
      \(GradeMark.of(.a)) pays well: \(sure) sure of over \(high) per \(one)<br>\
      \(GradeMark.of(.b)) pays: \(sure) sure of over \(even)<br>\
      \(GradeMark.of(.c)) not enough evidence<br>\
      \(GradeMark.of(.d)) likely loses: \(sure) sure of under \(even)<br>\
      \(GradeMark.of(.e)) loses: \(sure) sure of under \(low)<br>\
      \(GradeMark.open) too little data, and how much more
      """,
      """
      \(GradeMark.of(.a)) хорошо окупается: с уверенностью \(sure) \
      больше \(high) на \(one)<br>\
      \(GradeMark.of(.b)) окупается: больше \(even)<br>\
      \(GradeMark.of(.c)) сказать нельзя<br>\
      \(GradeMark.of(.d)) скорее убыточна: меньше \(even)<br>\
      \(GradeMark.of(.e)) убыточна: меньше \(low)<br>\
      \(GradeMark.open) мало данных, и сколько ещё нужно
      """)
  }

  var ratingsRead: Markup {
    rich(
      """
      Orders and their cost stand as credited, the mean of three ways; return on ad spend is the \
      revenue so credited over spend. The expected \(gain) and its range are drawn to \
      campaigns of the same kind, and the more so the fewer orders a campaign has: chance alone \
      makes few orders look very good or very bad.
      """,
      """
      Заказы и их цена – в среднем по трём моделям; отдача рекламы – так же зачтённая выручка на \
      расход. Ожидаемая \(gain) и её размах подтянуты к кампаниям \
      того же вида, и тем сильнее, чем меньше у кампании заказов: на малом числе случай рисует \
      и успех, и провал.
      """)
  }

  var campaignsHowSure: Markup {
    rich(
      """
      The range holds chance and the distance between three ways of giving credit: first click, \
      last click that was not direct, equal shares.
      """,
      """
      Размах включает случайность и расхождение трёх моделей: первый клик, последний непрямой \
      клик, поровну.
      """)
  }

  var campaignsAssumed: Markup {
    rich(
      """
      A credited order counts as brought by the campaign. For ads on the shop’s own name that \
      flatters: many buyers would have come anyway.
      """,
      """
      Заказ целиком считается приведённым кампанией. Рекламе по имени магазина это льстит: \
      многие пришли бы и так.
      """)
  }

  /// Why the grade stands, in small beneath the name.
  func verdict(_ rating: CampaignRating) -> String {
    if let needed = rating.conversionsNeeded, needed > 0 {
      return say(
        "too little data: about \(number(needed)) more orders",
        "мало данных: нужно ещё заказов: \(number(needed))")
    }
    if rating.advice == .wait { return say("too little data", "мало данных") }
    switch rating.grade {
    case .a where rating.facts.isEnding && rating.advice == .keep:
      return say("pays well, but its season is over", "хорошо окупается, но её сезон прошёл")
    case .a: return say("pays well", "хорошо окупается")
    case .b: return say("pays", "окупается")
    case .c: return say("not enough evidence", "сказать нельзя")
    case .d: return say("likely loses", "скорее убыточна")
    case .e: return say("loses", "убыточна")
    case nil where rating.advice == .mend:
      return say(
        "visits not recognised, so what it brought is unknown",
        "визиты не узнаны, поэтому отдача неизвестна")
    case nil: return say("no spend to grade", "нет расхода для оценки")
    }
  }

  func advice(_ advice: CampaignAdvice) -> String {
    switch advice {
    case .stop: say("stop", "остановить")
    case .cut: say("cut", "урезать")
    case .keep: say("keep", "оставить")
    case .raise: say("raise", "усилить")
    case .wait: say("wait", "подождать")
    case .mend: say("mend the tag", "починить метку")
    }
  }

  /// The verb at the start of a thing to do.
  func verb(_ advice: CampaignAdvice) -> String { capitalised(self.advice(advice)) }

  func reason(_ rating: CampaignRating) -> String {
    let orders = counted(Int((rating.conversions?.value ?? 0).rounded()), .order)
    guard let ratio = rating.marginReturn else { return capitalised(orders) + "." }
    let verdict = capitalised(verdict(rating))
    let value = estimate(ratio)
    return say(
      "\(verdict): \(gain) \(value) per \(currencySign)1; \(orders).",
      "\(verdict): \(gain) \(value) на 1\(Words.noBreak)\(currencySign); \(orders).")
  }

  func moreCampaigns(_ count: Int) -> String {
    say(
      "\(counted(count, .campaign)) more in the table.",
      "Ещё \(counted(count, .campaign)) в таблице.")
  }

  var adviceRemark: Markup {
    rich(
      """
      The money at the right is what the campaign took in these days. Move in steps of a third \
      and look at the range again after two weeks: a cut loses the orders that the campaign \
      really brought.
      """,
      """
      Справа расход кампании за эти дни. Двигайте по трети и смотрите на размах снова через две \
      недели: урезав кампанию, вы теряете заказы, которые она действительно приводила.
      """)
  }

  var modelsRemark: Markup {
    rich(
      "Models apart is half the distance between the highest and the lowest, over their mean.",
      "Расхождение – половина расстояния между старшей и младшей моделью к их среднему.")
  }

  /// What stands alone on one side; nil when nothing does.
  func unmatchedFacts(_ report: CampaignReport) -> Markup? {
    let lines: [(isThere: Bool, text: Markup)] = [
      (
        report.audit.spendAlone > 0,
        rich(
          """
          <b>\(money(report.audit.spendAlone))</b> of spend whose campaign no visit carries: \
          check utm_campaign in its links.
          """,
          """
          <b>\(money(report.audit.spendAlone))</b> расхода, чьих кампаний нет ни в одном \
          визите: проверьте utm_campaign в ссылках.
          """)
      ),
      (
        report.audit.sessionsAlone > 0,
        rich(
          """
          <b>\(counted(report.audit.sessionsAlone, .visit))</b> with a campaign that no spend \
          names: add its cost.
          """,
          """
          <b>\(counted(report.audit.sessionsAlone, .visit))</b> с кампанией, которой нет в \
          расходе: добавьте её стоимость.
          """)
      ),
      (
        report.audit.macroSessions > 0,
        rich(
          """
          <b>\(counted(report.audit.macroSessions, .visit))</b> whose tag holds a macro that the \
          platform did not replace, such as {campaign_id}.
          """,
          """
          <b>\(counted(report.audit.macroSessions, .visit))</b> с меткой, где площадка не подставила \
          значение, например {campaign_id}.
          """)
      ),
    ]
    let there = lines.filter(\.isThere).map { "<li>\($0.text)</li>" as Markup }
    return there.isEmpty ? nil : #"<ul class="facts">\#(there)</ul>"#
  }

  /// Stands above the ratings when no cost is known.
  var costsUnknown: String {
    say(
      "What the goods cost is not known: campaigns are rated by revenue, and every grade is too "
        + "kind. Add cost_of_goods to the orders, or unit_cost to order lines or products.",
      "Закупочные цены неизвестны: кампании оценены по выручке, и все оценки завышены. Добавьте "
        + "cost_of_goods в заказы или unit_cost в строки заказов либо в товары.")
  }
}
