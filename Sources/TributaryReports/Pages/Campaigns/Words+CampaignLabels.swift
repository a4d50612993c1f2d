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
  var expectedMarginHead: String {
    say("\(capitalised(gain)) brought", "\(capitalised(gain)) от рекламы")
  }
  var conversionsHead: String { say("Sales credited", "Зачтено продаж") }
  /// In small beneath clicks and sales.
  func each(_ amount: String) -> String { say("\(amount) each", "по \(amount)") }
  /// In small beneath the margin.
  func revenueReturn(_ ratio: String) -> String { say("revenue \(ratio)", "выручка \(ratio)") }
  var filterCampaigns: String { say("Filter campaigns", "Найти кампанию") }
  var takeFrom: String { say("Take from", "Забрать у") }
  var giveTo: String { say("Give to", "Отдать") }
  var scatterTitle: String {
    say("Spend against \(gain) by campaign", "Расход и \(gain) по кампаниям")
  }
  var modelsCaption: String {
    say("Sales credited by each way", "Продажи по каждой модели")
  }

  var incrementalReturnHead: String {
    say(
      "Brought per \(currencySign)1 (90%)",
      "Приведено на 1\(Words.noBreak)\(currencySign) (90\(Words.noBreak)%)")
  }

  var marginReturnHead: String {
    say("Credited per \(currencySign)1", "Зачтено на 1\(Words.noBreak)\(currencySign)")
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
      <b>Приведённая \(gain) и расход</b>, \(days(window)); буква – оценка, черта – интервал \
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
      Sales are orders, paid invoices of no order, and calls where the pipeline file says what one is \
      worth; each sale counts once. Credited is the mean of four ways; brought is the part of it that \
      would not have come without the campaign, and the grade is of it. Both are drawn to campaigns of \
      the same kind, and the more so the fewer sales a campaign has: chance alone makes few sales look \
      very good or very bad.
      """,
      """
      Продажи – это заказы, оплаченные счета без заказа и звонки, если в файле конвейера сказано, \
      сколько стоит звонок; каждая продажа считается один раз. Зачтено – среднее по четырём моделям; \
      приведено – та часть, которой без кампании не было бы, по ней и ставится оценка. Обе величины \
      подтянуты к кампаниям того же вида, и тем сильнее, чем меньше у кампании продаж: на малом числе \
      случай рисует и успех, и провал.
      """)
  }

  var campaignsHowSure: Markup {
    rich(
      """
      The range holds chance, that any of four ways of giving credit may be right (first click, last \
      click that was not direct, Shapley, Markov), and how little is known of what would have come \
      anyway.
      """,
      """
      Доверительный интервал включает случайность, то, что верной может быть любая из четырёх моделей \
      (первый клик, последний непрямой, Шепли, Марков), и то, как мало известно о продажах, которые \
      были бы и без рекламы.
      """)
  }

  /// What part of the credited sales is taken to be brought, by type of campaign.
  func campaignsAssumed(_ assumptions: RatingAssumptions) -> Markup {
    let shares = CampaignType.allCases.map { type in
      let prior = assumptions.incrementality(of: type)
      let share = percent(prior.mean, decimals: 0)
      let low = percent(prior.quantile(0.05), decimals: 0)
      let high = percent(prior.quantile(0.95), decimals: 0)
      return say(
        "\(name(type)) \(share) (\(low) to \(high))", "\(name(type)) \(share) (\(low)…\(high))")
    }
    return rich(
      """
      Of the credited sales so many are taken to be brought: \(shares.joined(separator: ", ")). The \
      rest would have come anyway. Change it by <code>ratings.incrementality</code> in the pipeline \
      file. \(worth(assumptions.worth))
      """,
      """
      Из зачтённых продаж приведёнными считаются: \(shares.joined(separator: ", ")). Остальные были \
      бы и так. Изменить: <code>ratings.incrementality</code> в файле конвейера. \
      \(worth(assumptions.worth))
      """)
  }

  /// What a campaign's mark on the chart tells.
  func markTold(_ rating: CampaignRating) -> String {
    let name = VisibleText.cut(rating.facts.name)
    let spend = money(rating.facts.spend)
    let back = rating.incrementalReturn.map { estimate($0) } ?? Words.unknown
    return say(
      "\(name): \(spend), brings \(back) per \(currencySign)1; \(verdict(rating))",
      "\(name): \(spend), приводит \(back) на 1\(Words.noBreak)\(currencySign); \(verdict(rating))")
  }

  /// What a sale is worth to a campaign, and by which key.
  private func worth(_ worth: SaleWorth) -> Markup {
    switch worth {
    case .margin(let share) where share < 1:
      rich(
        "A sale is worth \(percent(share, decimals: 0)) of its revenue: <code>ratings.margin</code>.",
        "Продажа стоит \(percent(share, decimals: 0)) своей выручки: <code>ratings.margin</code>.")
    case .margin:
      rich(
        "A sale is worth its \(gain); <code>ratings.target_cost</code> or <code>ratings.target_return</code> says otherwise.",
        "Продажа ценится как её \(gain); иначе скажет <code>ratings.target_cost</code> или <code>ratings.target_return</code>."
      )
    case .cost(let each):
      rich(
        "A sale is worth \(money(each)): <code>ratings.target_cost</code>.",
        "Продажа стоит \(money(each)): <code>ratings.target_cost</code>.")
    case .revenue(let share):
      rich(
        "A sale is worth \(percent(share, decimals: 0)) of its revenue: <code>ratings.target_return</code>.",
        "Продажа стоит \(percent(share, decimals: 0)) своей выручки: <code>ratings.target_return</code>."
      )
    }
  }

  /// Why the grade stands, in small beneath the name.
  func verdict(_ rating: CampaignRating) -> String {
    if let needed = rating.conversionsNeeded, needed > 0 {
      let weeks = rating.daysNeeded.map { counted(max(1, ($0 + 6) / 7), .week) }
      let time = weeks.map { say(", \($0)", ", это \($0)") } ?? ""
      return say(
        "too little data: about \(number(needed)) more sales\(time)",
        "мало данных: нужно ещё продаж: \(number(needed))\(time)")
    }
    if let days = rating.daysNeeded {
      return say(
        "too little data: \(counted(days, .day)) more", "мало данных: ещё \(counted(days, .day))")
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
    case .cut: say("cut", "сократить")
    case .keep: say("keep", "оставить")
    case .raise: say("raise", "увеличить бюджет")
    case .wait: say("wait", "подождать")
    case .mend: say("mend the tag", "починить метку")
    }
  }

  func moreCampaigns(_ count: Int) -> String {
    say(
      "\(counted(count, .campaign)) more in the table.",
      "Ещё \(counted(count, .campaign)) в таблице.")
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
