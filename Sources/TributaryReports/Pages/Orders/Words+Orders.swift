import TributaryAnalysis
import TributaryModel

/// The words of the orders' page.
extension Words {
  var leakTopic: String { say("Where cancellations come from", "Откуда отмены") }
  var flowTopic: String { say("From status to status", "Из статуса в статус") }
  var cancelledHead: String { say("Cancelled", "Отменено") }
  var cancelledShareHead: String { say("Share cancelled", "Доля отмен") }
  var cancelledFromHead: String { say("Cancelled from it", "Отменено из него") }
  var enteredHead: String { say("Entered", "Вошли") }
  var fromHead: String { say("From", "Откуда") }
  var toHead: String { say("To", "Куда") }
  var hoursHead: String { say("Median hours before", "Часов до этого, медиана") }
  var flowStart: String { say("placed", "оформлен") }
  var noOrders: String { say("No order was placed in these days.", "За эти дни заказов нет.") }

  func topic(_ dimension: OrderBreakdown.Dimension) -> String {
    switch dimension {
    case .channel: say("Orders by channel of order", "Заказы по каналу оформления")
    case .method: say("Orders by way of ordering", "Заказы по способу оформления")
    case .status: say("Orders by status", "Заказы по статусу")
    case .payment: say("Orders by payment", "Заказы по оплате")
    }
  }

  func head(_ dimension: OrderBreakdown.Dimension) -> String {
    switch dimension {
    case .channel: channelHead
    case .method: say("Way of ordering", "Способ")
    case .status: status
    case .payment: say("Payment", "Оплата")
    }
  }

  func answer(_ answer: OrderContrast.Answer) -> String {
    switch answer {
    case .empty:
      say(
        "No orders in these days; load the files of orders.",
        "За эти дни заказов нет; загрузите файлы заказов.")
    case .losesMore(let dimension, let contrast):
      say(
        "Look at \(names(contrast)): \(shares(contrast)) of \(contrast.rows.count == 1 ? "its" : "their") orders are cancelled, \(othersShare(contrast)) of \(others(contrast)).",
        "\(losing(dimension)) \(names(contrast)): отменяется \(shares(contrast)) заказов, у \(others(contrast)) \(othersShare(contrast))."
      )
    case .leaks(let status, let cancelled, let all, let share):
      say(
        "\(quoted(status)) gives the most cancellations, \(part(cancelled, of: all)): it loses \(percent(share, decimals: 0)) of the orders that enter it.",
        "Больше всего отмен из статуса \(quoted(status)), \(part(cancelled, of: all)): он теряет \(percent(share, decimals: 0)) вошедших заказов."
      )
    case .plain(let orders, let revenue, let cancelled):
      if let cancelled {
        say(
          "\(counted(orders, .order)) for \(money(revenue)), \(percent(cancelled, decimals: 0)) cancelled, and no way of ordering stands out.",
          "\(capitalised(counted(orders, .order))) на \(money(revenue)), отменено \(percent(cancelled, decimals: 0)), ни один способ не выделяется."
        )
      } else {
        say(
          "\(counted(orders, .order)) for \(money(revenue)).",
          "\(capitalised(counted(orders, .order))) на \(money(revenue)).")
      }
    }
  }

  private func losing(_ dimension: OrderBreakdown.Dimension) -> String {
    switch dimension {
    case .channel: "Проверьте канал"
    case .method: "Проверьте способ"
    case .payment: "Проверьте оплату"
    case .status: "Проверьте статус"
    }
  }

  func claim(_ claim: OrderContrast.Claim, of dimension: OrderBreakdown.Dimension) -> String {
    switch claim {
    case .unknown:
      say(
        "\(topic(dimension)): the orders do not say.", "\(topic(dimension)): в заказах этого нет.")
    case .single(let name, let orders):
      say(
        "All \(counted(orders, .order)) are \(quoted(name)).",
        "Все заказы (\(number(orders))) – \(quoted(name)).")
    case .losesMore(let contrast): comparison(contrast, say("more", "больше"))
    case .losesFewer(let contrast): comparison(contrast, say("fewer", "меньше"))
    case .alike(let first, let share):
      say(
        "\(quoted(first)) takes \(percent(share, decimals: 0)) of orders; cancellations do not differ beyond chance.",
        "\(quoted(first)): \(percent(share, decimals: 0)) заказов; отмены не различаются сильнее случайного."
      )
    case .counts(let first, let orders, let all):
      say(
        "\(part(orders, of: all)) orders stand in \(quoted(first)).",
        "В статусе \(quoted(first)) \(part(orders, of: all)) заказов.")
    }
  }

  /// "“phone” loses more than the rest: 15.0% (13.0% to 17.0%) cancelled, 5% of the rest."
  private func comparison(_ contrast: OrderBreakdown.Contrast, _ how: String) -> String {
    let ranges = list(
      contrast.rows.prefix(Self.namedWays).compactMap { $0.cancelledShare.map(shareEstimate) })
    let lose = contrast.rows.count == 1 ? "loses" : "lose"
    let untold = contrast.untold.map {
      say(
        "; \(quoted($0)) has too few orders to tell",
        "; о \(quoted($0)) судить рано: заказов мало")
    }
    let size = othersShare(contrast)
    return say(
      "\(names(contrast)) \(lose) \(how) than \(others(contrast)): \(ranges) cancelled, \(size) of \(others(contrast))\(untold ?? "").",
      "\(names(contrast)): отмен \(how), чем у \(others(contrast)), \(ranges) против \(size)\(untold ?? "")."
    )
  }

  /// More ways than this are counted, not named.
  private static let namedWays = 3

  private func names(_ contrast: OrderBreakdown.Contrast) -> String {
    let named = contrast.rows.prefix(Self.namedWays).map { quoted($0.name) }
    let more = contrast.rows.count - named.count
    return list(more > 0 ? named + [say("\(number(more)) more", "ещё \(number(more))")] : named)
  }

  private func shares(_ contrast: OrderBreakdown.Contrast) -> String {
    list(
      contrast.rows.prefix(Self.namedWays).compactMap { row in
        row.cancelledShare.map { percent($0.value, decimals: 0) }
      })
  }

  private func othersShare(_ contrast: OrderBreakdown.Contrast) -> String {
    percent(contrast.others.value, decimals: 0)
  }

  /// The one other way by its name, or the rest; after "of", in Russian after "у".
  private func others(_ contrast: OrderBreakdown.Contrast) -> String {
    guard let other = contrast.other, !other.isEmpty else { return say("the rest", "остальных") }
    return quoted(other)
  }

  func claim(_ leak: OrderContrast.Leak) -> String {
    switch leak {
    case .unknown:
      say(
        "Where cancellations come from cannot be told without order statuses.",
        "Без статусов заказов не сказать, откуда отмены.")
    case .none: say("No order was cancelled from a status.", "Ни один заказ не отменён.")
    case .few(let count):
      say(
        "Too few cancellations to name a status: \(number(count)).",
        "Отмен слишком мало, чтобы назвать статус: \(number(count)).")
    case .most(let status, let cancelled, let all, let share):
      say(
        "\(part(cancelled, of: all)) cancellations of the year come from \(quoted(status)), which loses \(shareEstimate(share)).",
        "Из статуса \(quoted(status)) \(part(cancelled, of: all)) отмен за год; он теряет \(shareEstimate(share))."
      )
    case .spread(let status, let cancelled, let all):
      say(
        "Cancellations come from several statuses; \(quoted(status)) has the most, \(part(cancelled, of: all)).",
        "Отмены идут из разных статусов; больше всего из \(quoted(status)): \(part(cancelled, of: all))."
      )
    }
  }

  func leakCaption(_ window: DayRange) -> Markup {
    rich(
      "<b>Share cancelled straight from each status</b>, \(days(window)); line: 90% range; vermilion: gives most cancellations",
      "<b>Доля отмен прямо из статуса</b>, \(days(window)); черта: размах 90\(Words.noBreak)%; красным: больше всего отмен"
    )
  }

  var leakRead: Markup {
    rich(
      "Of the orders that entered a status, the share whose next status was a cancellation, a refusal or a return.",
      "Из заказов, вошедших в статус: доля тех, чей следующий статус – отмена, невыкуп или возврат."
    )
  }

  func cancelledCaption(_ dimension: OrderBreakdown.Dimension, _ window: DayRange) -> Markup {
    rich(
      "<b>Share of orders cancelled</b>, \(days(window)); line: 90% range; hollow: cannot be told from the rest",
      "<b>Доля отменённых заказов</b>, \(days(window)); черта: размах 90\(Words.noBreak)%; пустая точка: от остальных не отличить"
    )
  }

  func allOrders(_ share: String) -> String {
    say("all orders: \(share)", "все заказы: \(share)")
  }

  var ordersSure: Markup {
    rich(
      "A way is named when the 90% range of its difference from all the others together leaves out zero. Recent orders may still be cancelled.",
      "Способ назван, когда 90-процентный интервал его разности со всеми остальными вместе не содержит нуля. Недавние заказы ещё могут отменить."
    )
  }

  func missing(_ dimension: OrderBreakdown.Dimension) -> Markup {
    let column = dimension == .payment ? "payment_method" : dimension.rawValue
    return rich(
      "Add the column <code>\(column)</code> to the files of orders; it shows after the next run.",
      "Добавьте в файлы заказов столбец <code>\(column)</code>: раздел появится после следующего запуска."
    )
  }

  var ordersMissing: Markup {
    rich(
      "Add files of kind <code>orders</code> to <code>sources</code> in the pipeline file; this page shows after the next run.",
      "Добавьте в <code>sources</code> файла конвейера файлы вида <code>orders</code>: страница появится после следующего запуска."
    )
  }

  func flowClaim(_ contrast: OrderContrast) -> String {
    guard !contrast.answers.statuses.transitions.isEmpty else {
      return say(
        "How orders move cannot be told without order statuses.",
        "Без статусов заказов не сказать, как они движутся.")
    }
    guard let slow = contrast.slowest, let hours = slow.medianHours else {
      return say(
        "No status has enough moves to say how long orders stay in it.",
        "Переходов мало, чтобы сказать, сколько заказы стоят в статусе.")
    }
    return say(
      "Orders stay longest in \(quoted(slow.from)): \(duration(hours)) at the median before \(quoted(slow.to)).",
      "Дольше всего заказы стоят в статусе \(quoted(slow.from)): медиана до \(quoted(slow.to)) – \(duration(hours))."
    )
  }

  /// Hours under two days, then days.
  func duration(_ hours: Double) -> String {
    guard hours >= 48 else { return counted(Int(hours.rounded()), .hour) }
    return counted(Int((hours / 24).rounded()), .day)
  }

  func flowCaption(_ window: DayRange) -> Markup {
    rich(
      "<b>Orders between statuses</b>, \(days(window)); width: orders; moves back and those under 2% of orders stand only in the table",
      "<b>Заказы между статусами</b>, \(days(window)); ширина: заказы; возвраты назад и переходы меньше 2\(Words.noBreak)% – только в таблице"
    )
  }
}
