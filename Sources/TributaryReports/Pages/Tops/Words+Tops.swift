import TributaryAnalysis
import TributaryModel

/// The words of the page of landing pages, queries and categories.
extension Words {
  var pageHead: String { say("Page", "Страница") }
  var queryHead: String { say("Query", "Запрос") }
  var categoryHead: String { say("Category", "Категория") }
  var queryCostHead: String { say("Cost", "Расход") }
  var queryOrdersHead: String { say("Conversions", "Конверсии") }
  var piecesHead: String { say("Pieces", "Штук") }
  var marginShareHead: String { say("Margin of revenue", "Маржа от выручки") }

  func topic(_ list: TopList.Name) -> String {
    switch list {
    case .landingPages: say("Landing pages", "Страницы входа")
    case .searchQueries: say("Search queries", "Поисковые запросы")
    case .categories: say("Categories", "Категории")
    }
  }

  func rateOf(_ list: TopList.Name) -> String {
    list == .searchQueries
      ? say("Conversions per click", "Конверсии на клик")
      : say("Orders per visit", "Заказы на визит")
  }

  func topsAnswer(_ claims: [(TopList.Name, TopContrast.Claim)]) -> String {
    for (name, claim) in claims {
      if case .below(let first, _, _, let count, let money) = claim {
        return mend(name, first, count, money)
      }
    }
    for (name, claim) in claims {
      if case .above(let first, _, _, _) = claim {
        return name == .landingPages
          ? say(
            "Send more visitors to \(quoted(first)): it sells better than the rest.",
            "Ведите больше людей на \(quoted(first)): продаёт лучше остальных.")
          : say(
            "Bid more on \(quoted(first)): it converts better than the rest.",
            "Поднимите ставку на \(quoted(first)): конверсия выше остальных.")
      }
    }
    let firsts = claims.compactMap { name, claim in first(claim).map { (name, $0) } }
    guard let (name, first) = firsts.first else {
      return say(
        "No pages, queries or categories yet; load the site log and orders.",
        "Страниц, запросов и категорий пока нет; загрузите журнал сайта и заказы.")
    }
    return say(
      "Nothing stands out; \(topic(name).lowercased()) are led by \(quoted(first)).",
      "Ничто не выделяется; \(topic(name).lowercased()), первое место: \(quoted(first)).")
  }

  private func mend(_ list: TopList.Name, _ first: String, _ count: Int, _ money: Int64) -> String {
    if list == .searchQueries {
      return count == 1
        ? say(
          "Lower the bid on \(quoted(first)): \(self.money(money)) spent, and it converts less than the rest.",
          "Снизьте ставку на \(quoted(first)): потрачено \(self.money(money)), конверсия ниже остальных."
        )
        : say(
          "Lower bids on \(number(count)) queries, \(quoted(first)) first: \(self.money(money)) spent on poor clicks.",
          "Снизьте ставки, запросов: \(number(count)), первый \(quoted(first)): на слабые клики ушло \(self.money(money))."
        )
    }
    return count == 1
      ? say(
        "Mend the page \(quoted(first)): fewer orders per visit than the rest.",
        "Поправьте страницу \(quoted(first)): заказов на визит меньше, чем у остальных.")
      : say(
        "Mend \(counted(count, .page)), \(quoted(first)) first: fewer orders per visit than the rest.",
        "Поправьте страницы (\(number(count))), первой \(quoted(first)): заказов на визит меньше.")
  }

  private func first(_ claim: TopContrast.Claim) -> String? {
    switch claim {
    case .empty: nil
    case .tooLittle(let first, _), .below(let first, _, _, _, _), .above(let first, _, _, _),
      .alike(let first, _), .sells(let first, _, _, _):
      first
    }
  }

  func claim(_ claim: TopContrast.Claim, of list: TopList.Name) -> String {
    let measure = rateOf(list).lowercased()
    switch claim {
    case .empty:
      return say(
        "\(topic(list)): nothing to show for these days.",
        "\(topic(list)): за эти дни показать нечего.")
    case .tooLittle(let first, let conversions):
      return say(
        "\(quoted(first)) leads; too little data to compare: \(number(conversions)) conversions in all.",
        "Впереди \(quoted(first)); сравнивать рано, конверсий всего \(number(conversions)).")
    case .below(let first, let rate, let others, let count, _):
      let rest =
        count > 1 ? say(", and \(number(count - 1)) more", ", и ещё \(number(count - 1))") : ""
      return say(
        "\(quoted(first))\(rest) below the rest: \(shareEstimate(rate)) \(measure), \(percent(others)) in the rest.",
        "\(quoted(first))\(rest) ниже остальных: \(measure) \(shareEstimate(rate)), у остальных \(percent(others))."
      )
    case .above(let first, let rate, let others, let count):
      let rest =
        count > 1 ? say(", and \(number(count - 1)) more", ", и ещё \(number(count - 1))") : ""
      return say(
        "\(quoted(first))\(rest) above the rest: \(shareEstimate(rate)) \(measure), \(percent(others)) in the rest.",
        "\(quoted(first))\(rest) выше остальных: \(measure) \(shareEstimate(rate)), у остальных \(percent(others))."
      )
    case .alike(let first, let share):
      return say(
        "\(quoted(first)) takes \(percent(share, decimals: 0)) of \(volume(list)); rates do not differ beyond chance.",
        "\(quoted(first)): \(percent(share, decimals: 0)) \(volume(list)); доли не различаются сильнее случайного."
      )
    case .sells(let first, let share, let earns, let margin):
      return selling(first, share, earns, margin)
    }
  }

  /// What the list is counted in, after a share.
  private func volume(_ list: TopList.Name) -> String {
    switch list {
    case .landingPages: say("visits", "визитов")
    case .searchQueries: say("clicks", "кликов")
    case .categories: say("pieces", "штук")
    }
  }

  /// The end of a path that is too long for a label, because its start is the same in many rows.
  func label(_ text: String, of list: TopList.Name) -> String {
    guard list == .landingPages, text.count > 14 else { return named(text) }
    var parts = text.split(separator: "/", omittingEmptySubsequences: false)
    var rest = text
    while rest.count > 20, parts.count > 2 {
      parts.removeFirst()
      rest = "…/" + parts.joined(separator: "/")
    }
    return named(rest)
  }

  private func selling(_ first: String, _ share: Double, _ earns: String?, _ margin: Double?)
    -> String
  {
    let start = say(
      "\(quoted(first)) sells the most, \(percent(share, decimals: 0)) of revenue",
      "Больше всего продаёт \(quoted(first)), \(percent(share, decimals: 0)) выручки")
    guard let earns, let margin else {
      return knowsCosts
        ? say("\(start); margins are not known.", "\(start); маржа неизвестна.")
        : say(
          "\(start); what the goods cost is not known.", "\(start); закупочные цены неизвестны.")
    }
    let part = percent(margin, decimals: 0)
    return earns == first
      ? say(
        "\(start), and earns the most: margin \(part).",
        "\(start), и больше всего зарабатывает: маржа \(part).")
      : say(
        "\(start), but \(quoted(earns)) earns the most: margin \(part).",
        "\(start), но больше зарабатывает \(quoted(earns)): маржа \(part).")
  }

  func caption(_ list: TopList.Name, _ window: DayRange) -> Markup {
    switch list {
    case .landingPages:
      rich(
        "<b>Orders per visit by landing page</b>, \(days(window)); most visits first; line: 90% range; hollow: cannot be told from the rest",
        "<b>Заказы на визит по странице входа</b>, \(days(window)); сначала частые; черта: размах 90\(Words.noBreak)%; пустая точка: от остальных не отличить"
      )
    case .searchQueries:
      rich(
        "<b>Conversions per click by query</b>, \(days(window)); most cost first; line: 90% range; hollow: cannot be told from the rest",
        "<b>Конверсии на клик по запросу</b>, \(days(window)); сначала дорогие; черта: размах 90\(Words.noBreak)%; пустая точка: от остальных не отличить"
      )
    case .categories:
      rich(
        "<b>Revenue by category</b>, \(days(window))\(knowsCosts ? ", with the margin kept of it" : "")",
        "<b>Выручка по категориям</b>, \(days(window))\(knowsCosts ? ", рядом доля маржи" : "")")
    }
  }

  func allTogether(_ rate: String) -> String {
    say("all together: \(rate)", "все вместе: \(rate)")
  }

  /// ", margin 36%" after the revenue of a category.
  func marginPart(_ share: Double) -> String {
    let part = percent(share, decimals: 0)
    return say(", margin \(part)", ", маржа \(part)")
  }

  var topsSure: Markup {
    rich(
      "Rates of rare rows are drawn towards the middle of the list. Among twenty rows one or two stand out by chance.",
      "Доли редких строк подтянуты к середине списка. Из двадцати строк одна-две выделяются случайно."
    )
  }

  var categoryNote: Markup {
    guard knowsCosts else {
      return rich(
        "Revenue is quantity times unit price. What is left of it shows once unit costs are known: add <code>unit_cost</code> to order lines or products.",
        "Выручка – количество на цену. Сколько от неё остаётся, станет видно с закупочными ценами: добавьте <code>unit_cost</code> в строки заказов или товары."
      )
    }
    return rich(
      "Margin is revenue less the cost of goods; a category with goods of unknown cost shows a dash.",
      "Маржа – выручка без закупки; если закупка хоть части товаров неизвестна, стоит прочерк.")
  }

  func missing(_ list: TopList.Name) -> Markup {
    switch list {
    case .landingPages:
      rich(
        "Add files of kind <code>clickstream</code> to <code>sources</code> in the pipeline file; the list shows after the next run.",
        "Добавьте в <code>sources</code> файла конвейера файлы вида <code>clickstream</code>: список появится после следующего запуска."
      )
    case .searchQueries:
      rich(
        "Add files of kind <code>search_queries</code> to <code>sources</code> in the pipeline file; the list shows after the next run.",
        "Добавьте в <code>sources</code> файла конвейера файлы вида <code>search_queries</code>: список появится после следующего запуска."
      )
    case .categories:
      rich(
        "Add files of kind <code>order_lines</code> and <code>products</code> to <code>sources</code> in the pipeline file; the list shows after the next run.",
        "Добавьте в <code>sources</code> файла конвейера файлы видов <code>order_lines</code> и <code>products</code>: список появится после следующего запуска."
      )
    }
  }
}
