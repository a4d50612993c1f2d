import TributaryAnalysis
import TributaryModel

/// The words of the cities' page.
extension Words {
  var cityVisitTopic: String { say("Orders per visit", "Заказы на визит") }
  var cityHeadTopic: String { say("Orders per head", "Заказы на жителя") }
  var cityMoneyTopic: String { say("Money by city", "Деньги по городам") }
  var launchTopic: String { say("Opened domains", "Открытые домены") }
  var unopenedTopic: String { say("Not open yet", "Ещё не открыты") }
  var cityHead: String { say("City", "Город") }
  var perVisitHead: String { say("Orders per visit", "Заказы на визит") }
  var webOrdersHead: String { say("Orders on the site", "Заказы на сайте") }
  var perHeadHead: String { say("Orders per 100,000 people", "Заказы на 100 тыс. жителей") }
  var populationHead: String { say("People", "Жители") }
  var openDaysHead: String { say("Days open", "Дней открыт") }
  var upliftHead: String { say("Against other cities", "К другим городам") }
  var openedHead: String { say("Opened", "Открыт") }
  var opensHead: String { say("Opens", "Откроется") }
  var beforeHead: String { say("Orders before", "Заказов до") }
  var afterHead: String { say("Orders after", "Заказов после") }
  var mayOrderHead: String { say("Orders in 28 days", "Заказов за 28 дней") }
  var noChange: String { say("no change", "без перемен") }

  func cell(_ verdict: GeodomainVerdict, isKnown: Bool) -> Cell {
    guard isKnown else { return .markup(#"<span class="mut">\#(Words.unknown)</span>"#, sort: nil) }
    switch verdict {
    case .above:
      return .markup(
        #"<span class="up nb">▲ \#(say("more", "больше"))</span>"#, sort: 1)
    case .below:
      return .markup(
        #"<span class="dn nb">▼ \#(say("fewer", "меньше"))</span>"#, sort: -1)
    case .cannotTell:
      return .markup(
        #"<span class="mut nb">\#(say("cannot tell", "не отличить"))</span>"#, sort: 0)
    }
  }

  /// At most three names; the rest as a count.
  func cities(_ names: [String]) -> String {
    let shown = names.prefix(3).map { named($0) }
    guard names.count > 3 else { return list(shown) }
    let rest = names.count - 3
    return say(
      shown.joined(separator: ", ") + " and \(number(rest)) more",
      shown.joined(separator: ", ") + " и ещё \(number(rest))")
  }

  func allCities(_ value: String) -> String {
    say("all cities: \(value)", "все города: \(value)")
  }

  func perVisitClaim(_ claim: CityContrast.Claim) -> String {
    switch claim {
    case .unknown:
      say(
        "Which city sells best per visit is not known.",
        "Где визит чаще кончается заказом, неизвестно.")
    case .single(let city):
      say(
        "\(named(city)) alone has visits: nothing to compare.",
        "Визиты есть в одном городе (\(named(city))): сравнивать не с чем.")
    case .alike(let count):
      say(
        "Orders per visit do not differ beyond chance among \(counted(count, .city)).",
        "Заказы на визит не различаются сильнее случайного, городов: \(number(count)).")
    case .differs(let above, let below):
      differing(above, below, say("orders per visit", "заказов на визит"))
    }
  }

  func perHeadClaim(_ claim: CityContrast.Claim) -> String {
    switch claim {
    case .unknown:
      say(
        "How far each city is won cannot be told without its population.",
        "Насколько освоен город, без числа жителей не сказать.")
    case .single(let city):
      say(
        "Only \(named(city)) has a population: nothing to compare.",
        "Жители указаны для одного города (\(named(city))): сравнивать не с чем.")
    case .alike(let count):
      say(
        "Orders per head do not differ beyond chance among \(counted(count, .city)).",
        "Заказы на жителя не различаются сильнее случайного, городов: \(number(count)).")
    case .differs(let above, let below):
      differing(above, below, say("orders per head", "заказов на жителя"))
    }
  }

  private func differing(_ above: [String], _ below: [String], _ measure: String) -> String {
    switch (above.isEmpty, below.isEmpty) {
    case (false, true):
      say("More \(measure) in \(cities(above)).", "Больше \(measure): \(cities(above)).")
    case (true, _):
      say("Fewer \(measure) in \(cities(below)).", "Меньше \(measure): \(cities(below)).")
    case (false, false):
      say(
        "More \(measure) in \(cities(above)), fewer in \(cities(below)).",
        "Больше \(measure): \(cities(above)), меньше: \(cities(below)).")
    }
  }

  func perVisitCaption(_ window: DayRange) -> Markup {
    rich(
      "<b>Orders on the site per visit</b>, \(days(window)); line: 90% range; hollow: cannot be told from the rest",
      "<b>Заказы на сайте на визит</b>, \(days(window)); черта: размах 90\(Words.noBreak)%; пустая точка: от остальных не отличить"
    )
  }

  func perHeadCaption(_ window: DayRange) -> Markup {
    rich(
      "<b>Orders per 100,000 people in 28 open days</b>, \(days(window)); by the customer’s city, on the site, by telephone and by letter, none bought in the store; line: 90% range",
      "<b>Заказы на 100 тыс. жителей за 28 открытых дней</b>, \(days(window)); по городу покупателя, с сайта, по телефону и письмом, без покупок в магазине; черта: размах 90\(Words.noBreak)%"
    )
  }

  var perHeadNote: Markup {
    rich(
      "A high figure may be an old domain, a near warehouse or a dear advertisement; the picture does not say which.",
      "Высокое число может значить старый домен, близкий склад или дорогую рекламу; рисунок этого не различает."
    )
  }

  var citiesSure: Markup {
    rich(
      "Each city is tested against all others together; of the cities named about one in ten may be chance. Small cities are drawn towards the middle.",
      "Каждый город проверен против всех остальных; из названных примерно один из десяти может быть случайным. Малые города подтянуты к среднему."
    )
  }

  func cityMoneyClaim(_ city: String, share: Double, of count: Int, revenue: Int64) -> String {
    let part = percent(share, decimals: 0)
    if revenue <= 0 {
      return say(
        "No city has brought revenue in these days.", "За эти дни ни один город не дал выручки.")
    }
    return count == 1
      ? say(
        "\(named(city)) brings all \(money(revenue)).",
        "\(named(city)) даёт всю выручку: \(money(revenue)).")
      : say(
        "\(named(city)) brings \(part) of \(money(revenue)).",
        "\(named(city)): \(part) выручки из \(money(revenue)).")
  }

  func launchClaim(_ contrast: CityContrast) -> String {
    let count = contrast.comparison.launches.count
    guard count > 0 else {
      return say(
        "No domain was opened within the history.", "За время истории домены не открывались.")
    }
    let raised = contrast.launches(.more)
    let lowered = contrast.launches(.fewer)
    switch (raised.isEmpty, lowered.isEmpty) {
    case (false, true):
      return say(
        "Opening goes together with more orders in \(cities(raised)).",
        "Открытие совпало с ростом заказов: \(cities(raised)).")
    case (true, false):
      return say(
        "Opening goes together with fewer orders in \(cities(lowered)).",
        "Открытие совпало с падением заказов: \(cities(lowered)).")
    case (false, false):
      return say(
        "After opening more orders in \(cities(raised)), fewer in \(cities(lowered)).",
        "После открытия заказов больше: \(cities(raised)), меньше: \(cities(lowered)).")
    case (true, true):
      return undecidedClaim(
        same: contrast.launches(.noEffect), open: contrast.launches(.cannotTell))
    }
  }

  /// No opening went together with more or fewer orders.
  private func undecidedClaim(same: [String], open: [String]) -> String {
    let small = percent(LaunchVerdict.smallEffect, decimals: 0)
    switch (same.isEmpty, open.isEmpty) {
    case (true, true):
      return say(
        "Too little data to judge what opening changed.",
        "Мало данных, чтобы судить, что изменило открытие.")
    case (true, false):
      return say(
        "What opening changed in \(cities(open)) cannot be told yet.",
        "Что изменило открытие, пока не сказать: \(cities(open)).")
    case (false, true):
      return say(
        "Opening changed orders in \(cities(same)) by less than \(small) either way.",
        "Открытие изменило заказы меньше чем на \(small): \(cities(same)).")
    case (false, false):
      return say(
        "Opening changed orders in \(cities(same)) by less than \(small) either way; in \(cities(open)) it cannot be told yet.",
        "Открытие изменило заказы меньше чем на \(small): \(cities(same)); пока не сказать: \(cities(open))."
      )
    }
  }

  /// What an opening changed, as a cell of a table.
  func cell(_ verdict: LaunchVerdict) -> Cell {
    let small = percent(LaunchVerdict.smallEffect, decimals: 0)
    let (look, text, sort): (String, String, Double) =
      switch verdict {
      case .more: ("up", "▲ " + say("more", "больше"), 1)
      case .fewer: ("dn", "▼ " + say("fewer", "меньше"), -1)
      case .noEffect: ("mut", say("within ±\(small)", "в пределах ±\(small)"), 0)
      case .cannotTell: ("mut", say("cannot be told yet", "пока не сказать"), 0)
      case .tooLittle: ("mut", tooLittleData, 0)
      }
    return .markup(
      #"<span class="\#(look) nb">\#(text)</span>"#, sort: sort)
  }

  var launchCaption: Markup {
    rich(
      "<b>Orders after the opening against before, less the same in the other cities</b>; line: 90% range; hollow: no change cannot be ruled out",
      "<b>Заказы после открытия к заказам до него, за вычетом того же в других городах</b>; черта: размах 90\(Words.noBreak)%; пустая точка: перемены может не быть"
    )
  }

  /// "+28% (+6% to +55%)".
  func upliftText(_ uplift: Estimate) -> String {
    let value = percent(uplift.value, signed: true)
    guard let range = uplift.interval else { return value }
    let ends = [range.lower, range.upper].map { percent($0, signed: true) }
    return "\(value) (\(self.range(ends[0], ends[1])))"
  }

  var launchRead: Markup {
    rich(
      "Before and after count whole weeks, at most half a year on each side and never the week of the opening. The sides may differ in length and season: compare them only through the chart.",
      "До и после – целые недели, не больше полугода с каждой стороны, без недели открытия. Стороны могут различаться длиной и сезоном: сравнивайте их только по рисунку."
    )
  }

  var launchSure: Markup {
    rich(
      "The other cities stand for what would have come anyway. A domain opened together with new advertisement shares its growth with it. More or fewer is said where the 95% range leaves out no change, a small change where the 90% range stays within ±\(percent(LaunchVerdict.smallEffect, decimals: 0)); anything else cannot be told yet.",
      "Другие города показывают, что было бы и так. Если вместе с доменом началась реклама, рост у них общий. Больше или меньше говорится там, где размах 95\(Words.noBreak)% не включает нуля, малая перемена – где размах 90\(Words.noBreak)% не выходит за ±\(percent(LaunchVerdict.smallEffect, decimals: 0)); иначе пока не сказать."
    )
  }

  func unopenedClaim(_ cities: [CityContrast.Unopened]) -> String {
    guard let first = cities.first, let orders = first.orders else {
      return say(
        "\(self.cities(cities.map(\.city))): not open yet, and without population no size can be told.",
        "Ещё не открыты: \(self.cities(cities.map(\.city))); без числа жителей размер не оценить.")
    }
    let text = estimate(orders, whole: true)
    return say(
      "\(named(first.city)) is not open: about \(text) orders in 28 days, if it sold as the others do.",
      "Ещё не открыт город \(named(first.city)): около \(text) заказов за 28 дней, если бы покупал как другие."
    )
  }

  var unopenedAssumed: Markup {
    rich(
      "The range is the least and the best of the open cities per head. A new domain needs months to come so far.",
      "Размах – от слабейшего до лучшего из открытых городов на жителя. Новому домену до этого расти месяцы."
    )
  }

  var citiesMissing: Markup {
    rich(
      "Add a file of kind <code>geodomains</code> to <code>sources</code> in the pipeline file: domain, city, population, opening day. Cities show after the next run.",
      "Добавьте в <code>sources</code> файла конвейера файл вида <code>geodomains</code>: домен, город, жители, день открытия. Города появятся после следующего запуска."
    )
  }

  var visitsMissing: Markup {
    rich(
      "No visits were seen on these domains; check that their logs are under <code>sources</code>.",
      "Визитов на этих доменах не видно; проверьте, указаны ли их журналы в <code>sources</code>.")
  }

  var populationMissing: Markup {
    rich(
      "Add the column <code>population</code> to the <code>geodomains</code> file; the chart shows after the next run.",
      "Добавьте в файл <code>geodomains</code> столбец <code>population</code>: рисунок появится после следующего запуска."
    )
  }

  var launchesMissing: Markup {
    rich(
      "An opening shows here when the <code>geodomains</code> file holds its day in <code>launched_on</code> and orders lie on both sides of it.",
      "Открытие появится здесь, если в файле <code>geodomains</code> есть его день в <code>launched_on</code>, а заказы лежат по обе стороны от него."
    )
  }
}
