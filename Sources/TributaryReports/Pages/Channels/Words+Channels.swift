import TributaryAnalysis
import TributaryModel

/// The words of the channels' page.
extension Words {
  var channelsTopic: String { say("Orders by channel", "Заказы по каналам") }
  var disputesTopic: String { say("Where the models disagree", "Где модели расходятся") }
  var originsTopic: String { say("Paid, free, unknown", "Платное, бесплатное, неизвестное") }
  var costPerOrderHead: String { say("Cost an order", "Цена заказа") }
  var originHead: String { say("Where from", "Откуда") }
  var unattributed: String { say("No known way", "Путь неизвестен") }
  var byChanceHead: String { say("By chance", "Случайность") }
  var movedHead: String { say("Last less first", "Последний минус первый") }

  var channelsMissing: Markup {
    rich(
      "Name files of kind <code>clickstream</code> and <code>orders</code> under <code>sources</code> in the pipeline file; channels show after the next run.",
      "Укажите в <code>sources</code> файла конвейера файлы видов <code>clickstream</code> и <code>orders</code>: каналы появятся после следующего запуска."
    )
  }

  func answer(_ answer: ChannelContrast.Answer) -> String {
    switch answer {
    case .empty:
      say(
        "No order can be put to a channel yet; load the site log and orders.",
        "Заказы пока не отнести к каналам; загрузите журнал сайта и заказы.")
    case .mostlyUnknown(let unknown, let all):
      say(
        "\(part(unknown, of: all)) orders have no known way; log order numbers before judging channels.",
        "Без известного пути заказов: \(part(unknown, of: all)); сначала пишите номера заказов в журнал."
      )
    case .agreed(let channel, let least, let most):
      say(
        "\(name(channel)) brings the most orders however credit is shared: \(span(least, most)).",
        "Больше всего заказов приносит «\(name(channel))», как ни дели заслугу: \(span(least, most))."
      )
    case .disputed(let first, let last):
      say(
        "First click puts \(name(first)) on top, last click \(name(last)); judge neither by one model.",
        "По первому клику впереди «\(name(first))», по последнему «\(name(last))»; не судите по одной модели."
      )
    }
  }

  /// "481 to 502", or one number when both ends round to it.
  func span(_ least: Double, _ most: Double) -> String {
    let ends = [number(least), number(most)]
    return ends[0] == ends[1] ? ends[0] : range(ends[0], ends[1])
  }

  /// "507 (507 to 522)"; the number alone when the models agree on it.
  func between(_ value: Double, _ least: Double, _ most: Double) -> String {
    let ends = span(least, most)
    return ends == number(value) ? ends : "\(number(value)) (\(ends))"
  }

  func channelsClaim(_ contrast: ChannelContrast) -> String {
    guard let first = contrast.standings.first else {
      return say(
        "Which channels bring orders is not known.", "Какие каналы приносят заказы, неизвестно.")
    }
    let channels = counted(contrast.standings.count, .channel)
    let share = percent(contrast.share(of: first), decimals: 0)
    return contrast.standings.count == 1
      ? say(
        "One channel brings orders: \(name(first.channel)), \(share) of them.",
        "Заказы приносит один канал: \(name(first.channel)), \(share) заказов.")
      : say(
        "\(capitalised(channels)) bring orders; \(name(first.channel)) holds \(share) of them.",
        "Заказы приносят \(channels); доля канала «\(name(first.channel))»\(Words.noBreak)– \(share)."
      )
  }

  func channelsCaption(_ window: DayRange) -> Markup {
    rich(
      "<b>Orders by channel</b>, \(days(window)); dot: equal shares; line: least to most that any model gives; hollow: models more than a third apart",
      "<b>Заказы по каналам</b>, \(days(window)); точка: поровну; черта: от меньшей до большей оценки моделей; пустая: расходятся больше чем на треть"
    )
  }

  func disputesClaim(_ contrast: ChannelContrast) -> String {
    if contrast.isThin {
      return say(
        "Too few orders to compare models: about \(number(contrast.ordersNeeded)) more are needed.",
        "Заказов мало, чтобы сравнить модели: нужно ещё около \(number(contrast.ordersNeeded)).")
    }
    switch (contrast.openers.first, contrast.closers.first) {
    case (nil, nil):
      return say(
        "First and last click agree on every channel.",
        "Первый и последний клик согласны по всем каналам.")
    case (let opener?, nil):
      return say(
        "\(name(opener.channel)) starts ways that others finish: \(moved(opener)).",
        "Канал «\(name(opener.channel))» начинает пути, которые заканчивают другие: \(moved(opener))."
      )
    case (nil, let closer?):
      return say(
        "\(name(closer.channel)) finishes ways that others start: \(moved(closer)).",
        "Канал «\(name(closer.channel))» заканчивает пути, которые начинают другие: \(moved(closer))."
      )
    case (let opener?, let closer?):
      return say(
        "\(name(opener.channel)) starts ways (\(moved(opener))), \(name(closer.channel)) finishes them (\(moved(closer))).",
        "Канал «\(name(opener.channel))» начинает пути (\(moved(opener))), «\(name(closer.channel))» заканчивает (\(moved(closer)))."
      )
    }
  }

  private func moved(_ standing: ChannelContrast.Standing) -> String {
    say(
      "\(number(standing.first)) by first click, \(number(standing.last)) by last",
      "\(number(standing.first)) по первому клику, \(number(standing.last)) по последнему")
  }

  func disputesCaption(_ window: DayRange) -> Markup {
    rich(
      "<b>Orders by last click less orders by first click</b>, \(days(window)); right: finishes ways; left: starts them",
      "<b>Заказы по последнему клику минус по первому</b>, \(days(window)); вправо: заканчивает пути; влево: начинает"
    )
  }

  func name(_ origin: ChannelContrast.Origin) -> String {
    switch origin {
    case .paid: say("Paid clicks", "Платные клики")
    case .free: say("Free visits", "Бесплатные визиты")
    case .own: say("Calls and letters", "Звонки и письма")
    case .unknown: unattributed
    }
  }

  func originsClaim(_ contrast: ChannelContrast) -> String {
    guard contrast.total > 0 else {
      return say("How orders are found is not known.", "Откуда приходят заказы, неизвестно.")
    }
    let paid = percent(contrast.share(of: .paid), decimals: 0)
    let start = say("Paid clicks bring \(paid) of orders", "Платные клики приносят \(paid) заказов")
    let unknown = Int(contrast.unattributed.rounded())
    if unknown == 0 {
      return say(
        "\(start); every order has a known way.", "\(start); путь известен у каждого заказа.")
    }
    let share = percent(contrast.share(of: .unknown), decimals: 0)
    return contrast.isMuchUnknown
      ? say(
        "\(start), but \(share) have no known way, so every share here is too low.",
        "\(start), но у \(share) путь неизвестен, поэтому все доли занижены.")
      : say(
        "\(start); \(number(unknown)) have no known way (\(share)).",
        "\(start); без известного пути \(number(unknown)) (\(share)).")
  }

  func originsCaption(_ window: DayRange) -> Markup {
    rich(
      "<b>Orders by equal shares</b>, \(days(window)); bar: orders, with their share of all",
      "<b>Заказы при дележе поровну</b>, \(days(window)); полоса: заказы и их доля")
  }

  var channelsRead: Markup {
    rich(
      "A buyer may come several times. First click gives the order to the visit that began the way, last touch to the last contact, last click to the last one that was not direct, equal shares to all alike; time decay gives more to what is nearer, by position 40% each to the first and the last, Shapley the same to every channel of the way. The Markov chain asks how many orders would be lost if the channel fell away, and looks at the ways without an order too.",
      "Покупатель приходит не раз. Первый клик отдаёт заказ визиту, с которого начался путь, последнее касание – последнему контакту, последний клик – последнему непрямому, поровну – всем одинаково; с угасанием – больше тем, что ближе, по месту – по 40 % первому и последнему, по Шепли – поровну каналам пути. Цепь Маркова спрашивает, сколько заказов пропало бы без канала, и смотрит и на пути без заказа."
    )
  }

  var channelsSure: Markup {
    rich(
      "The line is the distance between models, mostly wider than chance. <b>By chance</b> is the 90% range of equal shares if the same people came again by chance. No model proves what would have happened without the channel.",
      "Черта – расстояние между моделями, обычно шире случайности. <b>Случайность</b> – 90-процентный размах оценки поровну, если бы такие же люди пришли снова. Ни одна модель не доказывает, что было бы без канала."
    )
  }

  var unattributedNote: Markup {
    rich(
      "An order has no known way when its number was not seen in the site log and no visit, call or letter of the buyer stands before it; among them purchases in the store, which no click explains.",
      "Путь неизвестен, если номера заказа нет в журнале сайта и до него нет ни визита, ни звонка, ни письма покупателя; среди них покупки в магазине, которых ни один клик не объяснит."
    )
  }
}
