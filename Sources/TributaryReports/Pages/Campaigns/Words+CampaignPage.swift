import TributaryAnalysis
import TributaryModel

/// The words of a single campaign's page.
extension Words {
  /// What to do with it, and why, in one sentence.
  func campaignHeadline(_ rating: CampaignRating) -> String {
    "\(VisibleText.cut(rating.facts.name)): \(advice(rating.advice)). \(capitalised(verdict(rating)))."
  }

  func gradeClaim(_ rating: CampaignRating) -> String {
    let one = fullMoney(currency.minorUnits)
    guard let brought = rating.incrementalReturn else {
      return say("What it brings is not known.", "Что она приводит, неизвестно.")
    }
    return say(
      "It brings \(estimate(brought)) of \(gain) per \(one).",
      "Приведённая \(gain) на \(one): \(estimate(brought)).")
  }

  /// What the letter rests on, as a list.
  func campaignFacts(
    _ rating: CampaignRating, days: Int, letters: [CampaignLetter], cuts: CampaignCuts?,
    watch: SpendWatch?
  ) -> Markup {
    let facts = rating.facts
    let credited = rating.marginReturn.map { estimate($0) } ?? Words.unknown
    let sales = rating.conversions.map { estimate($0) } ?? Words.unknown
    let models = AttributionModel.rating.compactMap { model in
      facts.credits[model].map { "\(name(model)) \(number($0.conversions.value, decimals: 1))" }
    }
    var lines: [Markup] = [
      rich(
        """
        <b>\(money(facts.spend))</b> in \(counted(days, .day)): \(counted(facts.clicks, .click)), \
        \(counted(facts.sessions, .visit)). \(capitalised(name(facts.type))), \(user: facts.source) / \(user: facts.medium).
        """,
        """
        <b>\(money(facts.spend))</b> за \(counted(days, .day)): \(counted(facts.clicks, .click)), \
        \(counted(facts.sessions, .visit)). \(capitalised(name(facts.type))), \(user: facts.source) / \(user: facts.medium).
        """),
      rich(
        """
        Credited: <b>\(sales)</b> sales, \(credited) per \(currencySign)1. \(list(models)).
        """,
        """
        Зачтено продаж: <b>\(sales)</b>, \(credited) на 1 \(currencySign). \(list(models)).
        """),
    ]
    if letters.count > 1 {
      let since =
        rating.gradeSince.map { say(", since \(day($0))", ", с \(day($0))") }
        ?? say(", on all of them the same", ", все ночи одна и та же")
      lines.append(
        rich(
          "Letters of \(number(letters.count)) nights: <b>\(letters.map(\.grade.rawValue).joined())</b>\(since).",
          "Оценки ночей (\(number(letters.count))): <b>\(letters.map(\.grade.rawValue).joined())</b>\(since)."
        ))
    }
    if let half = rating.gradeIfHalf, let double = rating.gradeIfDouble {
      lines.append(
        rich(
          "If half of what is assumed were brought: \(half.rawValue); if twice as much: \(double.rawValue).",
          "Если приведена половина от принятого: \(half.rawValue); если вдвое больше: \(double.rawValue)."
        ))
    }
    if let half = cuts?.half {
      lines.append(
        rich(
          """
          Cut by half: \(money(half.saved)) saved, sales \(estimate(half.sales)), left over \
          \(moneyEstimate(half.profit)); pays with \(percent(half.chance, decimals: 0)).
          """,
          """
          Вдвое меньше: сбережено \(money(half.saved)), продажи \(estimate(half.sales)), остаётся \
          \(moneyEstimate(half.profit)); окупится с вероятностью \(percent(half.chance, decimals: 0)).
          """))
    }
    if let watch {
      lines.append(
        rich(
          "Watched: \(cutDone(watch)); \(verdict(watch)).",
          "Под наблюдением: \(cutDone(watch)); \(verdict(watch))."))
    }
    return #"<ul class="facts">\#(lines.map { "<li>\($0)</li>" as Markup })</ul>"#
  }

  var allCampaigns: String { say("All campaigns", "Все кампании") }

  var weeksTopic: String { say("By week", "По неделям") }

  /// How the last four weeks compare with the four before.
  func weeksClaim(_ weeks: [CampaignDetails.Week]) -> String {
    let now = weeks.suffix(4)
    let before = weeks.dropLast(4).suffix(4)
    let spent = money(now.reduce(0) { $0 + $1.spend })
    let sold = number(now.reduce(0) { $0 + ($1.sales ?? 0) })
    let isKnown = before.count == 4 && before.allSatisfy { $0.sales != nil }
    let spentBefore = money(before.reduce(0) { $0 + $1.spend })
    let soldBefore = isKnown ? number(before.reduce(0) { $0 + ($1.sales ?? 0) }) : Words.unknown
    guard !before.isEmpty else {
      return say(
        "In its last weeks it took \(spent) and was credited with \(sold) sales.",
        "За последние недели расход \(spent), зачтено продаж: \(sold).")
    }
    return say(
      "In four weeks it took \(spent) (before: \(spentBefore)) and was credited with \(sold) sales "
        + "(before: \(soldBefore)).",
      "За четыре недели расход \(spent) (до этого \(spentBefore)), зачтено продаж: \(sold) "
        + "(до этого \(soldBefore)).")
  }

  var spendWeeksCaption: Markup {
    rich("<b>Spend</b>, \(currency.code) a week", "<b>Расход</b>, \(currency.code) в неделю")
  }

  var salesWeeksCaption: Markup {
    rich(
      "<b>Sales</b> credited a week, by equal shares of the campaigns on each path",
      "<b>Продажи</b>, зачтённые за неделю, поровну между кампаниями каждого пути")
  }

  func weekReadout(_ week: CampaignDetails.Week) -> String {
    let spend = money(week.spend)
    let sales = week.sales.map { number($0, decimals: 1) } ?? Words.unknown
    return say(
      "week to \(day(week.last)): \(spend), \(sales) sales",
      "неделя до \(day(week.last)): \(spend), продаж \(sales)")
  }

  var waysTopic: String { say("Ways to sales", "Пути к продажам") }

  func waysClaim(_ ways: CampaignWays?) -> String {
    guard let ways, ways.all > 0 else {
      return say("The commonest ways to its sales.", "Самые частые пути к её продажам.")
    }
    let alone = ways.sales[.alone] ?? 0
    return say(
      "Of \(counted(ways.all, .sale)) that it had a part in, \(number(alone)) had no other source; it "
        + "opened or helped \(number(ways.helped)).",
      "Продаж с её участием \(number(ways.all)): без других источников \(number(alone)), "
        + "первая или в середине пути \(number(ways.helped)).")
  }

  var entriesTopic: String { say("Where its visits come in", "Куда приходят визиты") }

  func entriesClaim(_ entries: [CampaignDetails.Entry]) -> String {
    let pages = entries.filter { $0.kind == .landing }
    let visits = pages.reduce(0) { $0 + $1.sessions }
    guard let first = pages.first, visits > 0 else {
      return say("Keywords and cities of its visits.", "Фразы и города её визитов.")
    }
    let share = percent(Double(first.sessions) / Double(visits), decimals: 0)
    return say(
      "\(share) of the visits to its \(counted(pages.count, .page)) begin on "
        + "\(VisibleText.cut(first.entry)).",
      "\(share) визитов на её страницы (\(number(pages.count))) начинаются с "
        + "\(VisibleText.cut(first.entry)).")
  }

  func name(_ kind: CampaignDetails.Entry.Kind) -> String {
    switch kind {
    case .landing: say("landing page", "страница входа")
    case .keyword: say("keyword", "фраза")
    case .city: say("city", "город")
    }
  }

  var weekHead: String { say("Week to", "Неделя до") }
  var pathHead: String { say("By way of", "Путь") }
  var salesHead: String { say("Sales", "Продаж") }
  var valueHead: String { say("Value", "Сумма") }
  var entryHead: String { say("Entry", "Вход") }
  var orderedHead: String { say("Ordered", "С заказом") }

  /// What the letters rest on most.
  func sensitivity(_ ratings: [CampaignRating]) -> Markup? {
    let graded = ratings.filter { $0.grade != nil && $0.gradeIfHalf != nil }
    guard !graded.isEmpty else { return nil }
    let worse = graded.count { ($0.gradeIfHalf ?? .a) > ($0.grade ?? .a) }
    let better = graded.count { ($0.gradeIfDouble ?? .e) < ($0.grade ?? .e) }
    return rich(
      """
      If campaigns brought half of what is assumed, \(number(worse)) of \(number(graded.count)) letters \
      would be worse; if twice as much, \(number(better)) would be better.
      """,
      """
      Если кампании приводят половину от принятого, хуже станут \(number(worse)) из \
      \(number(graded.count)) оценок; если вдвое больше, лучше станут \(number(better)).
      """)
  }

  /// How the money is spread over platforms, and what VAT was added to it.
  func moneyFacts(_ report: CampaignReport) -> Markup? {
    var lines: [Markup] = []
    let paid = report.ratings.filter { $0.facts.spend > 0 }
    let total = CampaignSummary.spend(paid)
    let platforms = Dictionary(grouping: paid) { $0.facts.platform }
      .mapValues { CampaignSummary.spend($0) }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if let first = platforms.first, total > 0 {
      let share = percent(Double(first.value) / Double(total), decimals: 0)
      let name: Markup = first.key.isEmpty ? "\(Words.unknown)" : "\(user: first.key)"
      lines.append(
        rich(
          """
          <b>\(share)</b> of the spend, \(money(first.value)) of \(money(total)), goes to one platform: \
          \(name).
          """,
          """
          <b>\(share)</b> расхода, \(money(first.value)) из \(money(total)), – на одной площадке: \(name).
          """))
    }
    let rates = report.vatRates
    if !rates.isEmpty {
      let added = rates.filter { $0 > 0 }
      let list = list(Set(added).sorted().map { percent($0, decimals: 0) })
      lines.append(
        added.isEmpty
          ? rich(
            "VAT: costs are taken as the files have them; <code>vat_rate</code> of a source adds it.",
            "НДС: расход взят таким, как в файлах; <code>vat_rate</code> источника прибавляет налог."
          )
          : rich(
            """
            VAT: \(list) is added to the costs of \(number(added.count)) of \
            \(counted(rates.count, .source)) of spend; others are taken as the files have them.
            """,
            """
            НДС: \(list) прибавлено к расходу источников: \(number(added.count)) из \
            \(number(rates.count)); остальные взяты такими, как в файлах.
            """))
    }
    return lines.isEmpty
      ? nil : #"<ul class="facts">\#(lines.map { "<li>\($0)</li>" as Markup })</ul>"#
  }
}
