import TributaryAnalysis
import TributaryModel

/// The words of the trust block.
extension Words {
  func wholeSources(_ whole: Int, of count: Int, to asOf: Day) -> Markup {
    let to = fullDay(asOf)
    switch (whole, count) {
    case (_, 0):
      return rich(
        "<b>No source of this page is loaded.</b>",
        "<b>Ни один источник этой страницы не загружен.</b>")
    case (1, 1):
      return rich("Its only source is complete to \(to).", "Единственный источник полон по \(to).")
    case (count, _):
      return rich(
        "All \(counted(count, .source)) are complete to \(to).",
        "Все источники (\(number(count))) полны по \(to).")
    case (0, _):
      return rich(
        "None of \(counted(count, .source)) is complete to \(to).",
        "Ни один источник из \(number(count)) не полон по \(to).")
    default:
      return rich(
        """
        Of \(counted(count, .source)) \(number(whole)) \(whole == 1 ? "is" : "are") complete to \
        \(to).
        """,
        "Полны по \(to) источников: \(number(whole)) из \(number(count)).")
    }
  }

  /// What is wrong with a source, and what that does to the figures.
  func trust(_ source: SourceQuality, _ state: SourceState, asOf: Day) -> Markup {
    let name = name(source.kind)
    let effect = effect(source.kind)
    switch state {
    case .whole: return .empty
    case .missing:
      return rich(
        "<b>\(name): nothing was found</b>, so \(effect).",
        "<b>\(name): ничего не найдено</b>, поэтому \(effect).")
    case .stops(let day):
      return rich(
        "<b>\(name): data stop on \(fullDay(day))</b>, so after it \(effect).",
        "<b>\(name): данные обрываются \(fullDay(day))</b>, поэтому дальше \(effect).")
    case .part:
      return rich(
        "<b>\(name): the last day is only in part</b>, so on it \(effect).",
        "<b>\(name): последний день неполон</b>, поэтому за него \(effect).")
    case .gaps(let days):
      return rich(
        "<b>\(name): \(counted(days, .day)) of the last 14 \(days == 1 ? "is" : "are") missing</b>, so for \(days == 1 ? "it" : "them") \(effect).",
        "<b>\(name): нет \(number(days)) из последних 14 дней</b>, поэтому за них \(effect).")
    case .parts(let days):
      return rich(
        "<b>\(name): \(counted(days, .day)) of the last 14 \(days == 1 ? "is" : "are") only in part</b>, so for \(days == 1 ? "it" : "them") \(effect).",
        "<b>\(name): неполных дней среди последних 14: \(number(days))</b>, поэтому за них \(effect)."
      )
    case .refused(let files):
      return rich(
        "<b>\(name): \(counted(files, .file)) refused whole</b>, so \(effect).",
        "<b>\(name): целиком отвергнуто файлов: \(number(files))</b>, поэтому \(effect).")
    }
  }

  func unrated(_ money: UnratedMoney) -> Markup {
    let name = name(money.kind)
    let amount = exactMoney(money.amount, money.currency)
    return rich(
      """
      <b>\(name): \(amount) is left out of every figure</b>, for want of an exchange rate; add \
      <code>exchange_rates</code> to <code>sources</code>.
      """,
      """
      <b>\(name): \(amount) не вошли ни в одно число</b>, потому что нет курса; добавьте \
      <code>exchange_rates</code> в <code>sources</code>.
      """)
  }

  func absent(_ kind: SourceKind) -> Markup {
    rich(
      """
      <b>Not loaded: \(name(kind).lowercased())</b>; add <code>\(kind.rawValue)</code> to \
      <code>sources</code>.
      """,
      """
      <b>Не загружено: \(name(kind).lowercased())</b>; добавьте <code>\(kind.rawValue)</code> в \
      <code>sources</code>.
      """)
  }

  func trustDetail(_ sources: [SourceQuality]) -> Markup {
    let read = sources.reduce(0) { $0 + $1.counts.read }
    let rejected = sources.reduce(0) { $0 + $1.counts.rejected }
    let level = say("Ranges are 90%.", "Размах везде \(percent(0.9)).")
    guard read > 0 else { return rich("No rows read. \(level)", "Строк не прочитано. \(level)") }
    let share = Double(rejected) / Double(read)
    let part =
      rejected == 0
      ? "" : share < 0.0001 ? say("under 0.01%", "меньше 0,01\(Words.noBreak)%") : percent(share)
    let brackets = part.isEmpty ? "" : " (\(part))"
    return rich(
      "Read \(counted(read, .row)), refused \(number(rejected))\(brackets). \(level)",
      "Прочитано строк: \(number(read)), отвергнуто: \(number(rejected))\(brackets). \(level)")
  }

  /// What the figures lack without that source, after "so".
  private func effect(_ kind: SourceKind) -> String {
    switch kind {
    case .clickstream:
      say("visits, conversion and channels are low", "визиты, конверсия и каналы занижены")
    case .orders: say("orders and revenue are low", "заказы и выручка занижены")
    case .orderLines:
      knowsCosts
        ? say("categories and margin are low", "категории и маржа неполны")
        : say("categories are low", "категории неполны")
    case .orderStatuses: say("waiting and cancelled orders lag", "статусы заказов отстают")
    case .calls: say("calls and phone orders are low", "звонки и заказы по телефону занижены")
    case .letters: say("letters are low", "письма занижены")
    case .letterReplies: say("letters look unanswered", "письма кажутся неотвеченными")
    case .invoices: say("invoices are low", "счета занижены")
    case .payments: say("paid shares are low", "доли оплаты занижены")
    case .spend:
      say("spend is low and returns look too high", "расход занижен, а отдача завышена")
    case .adPayments:
      say("balances of ad accounts look too low", "остатки рекламных кабинетов занижены")
    case .searchQueries: say("search queries are incomplete", "поисковые запросы неполны")
    case .geodomains: say("cities may be missing", "могут отсутствовать города")
    case .phoneNumbers:
      say("calls cannot be told apart by number", "звонки не различить по номерам")
    case .calendar: say("peaks may stand without a name", "пики могут остаться без названия")
    case .products: say("products may stand without a category", "товары могут быть без категории")
    case .stock:
      say("days without stock count as low demand", "дни без товара считаются спадом спроса")
    case .exchangeRates:
      say("foreign spend may be converted wrongly", "расход в валюте может быть пересчитан неверно")
    }
  }
}
