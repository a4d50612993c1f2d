import TributaryAnalysis
import TributaryModel

/// The words of what is worth attention this morning.
extension Words {
  var attentionTopic: String { say("Worth attention", "Стоит внимания") }

  func attentionClaim(_ count: Int, isJudged: Bool) -> String {
    switch count {
    case 0 where !isJudged:
      say("Nothing can be judged without figures yet.", "Без показателей судить пока не о чем.")
    case 0: say("Nothing asks for attention this morning.", "Этим утром ничто не требует внимания.")
    case 1: say("One thing asks for attention.", "Внимания требует одно дело.")
    case 2: say("Two things, the most urgent first.", "Два дела, самое срочное сначала.")
    case 3: say("Three things, the most urgent first.", "Три дела, самое срочное сначала.")
    case 4: say("Four things, the most urgent first.", "Четыре дела, самое срочное сначала.")
    default: say("Five things, the most urgent first.", "Пять дел, самое срочное сначала.")
    }
  }

  var attentionRemark: Markup {
    rich(
      """
      A figure stands here when it leaves its 90% range; about one in ten does by chance alone.
      """,
      """
      Показатель попадает сюда, выйдя из размаха 90\(Words.noBreak)%; примерно один из десяти \
      выходит случайно.
      """)
  }

  /// Of the kinds of findings that a morning names; empty for others. A campaign to stop stands for
  /// all of `stops`.
  func claim(_ finding: Finding, stops: [CampaignRating] = []) -> Markup {
    switch finding.judgement {
    case .indicator(let each): return claim(each)
    case .source(let kind, let state): return claim(name(kind), state)
    case .campaign:
      let count = stops.count
      let spend = CampaignSummary.spend(stops)
      return rich(
        "Stop \(counted(count, .campaign)): \(money(spend)) spent, and less comes back.",
        "Остановите \(stopped(count)): потрачено \(money(spend)), вернулось меньше.")
    case .words(let count, let blocked, _):
      let clicks = counted(Int(blocked.clicks.rounded()), .click)
      return rich(
        "Search words that only cost: \(number(count)) took \(money(blocked.cost)) and \(clicks) in 28 days.",
        "Слова поиска, которые только стоят денег: \(number(count)), за 28 дней \(money(blocked.cost)) и \(clicks)."
      )
    case .cutLost(let watch):
      let name: Markup = watch.key.isEmpty ? "\(allAdvertising)" : "\(user: watch.name)"
      return rich(
        "Orders fell after \(name) got less money: \(cutDone(watch)).",
        "Заказов стало меньше после сокращения: \(name), \(cutDone(watch)).")
    case .statusLoses(let source, _):
      let (lost, all) = (number(source.cancelled), number(source.entered))
      return rich(
        "“\(user: source.status)” loses orders: \(lost) of the \(all) that entered it in a year.",
        "Статус «\(user: source.status)» теряет заказы: \(lost) из \(all) вошедших за год.")
    case .ordersWait(let waiting):
      return rich(
        "Orders wait in “\(user: waiting.status)” for up to \(counted(waiting.oldestDays, .day)).",
        """
        Заказы ждут в статусе «\(user: waiting.status)», старшему \
        \(counted(waiting.oldestDays, .day)).
        """)
    case .peakComes(let next, _): return claim(next)
    case .pastChanged(let measure, let change, let days, _):
      return pastChangeClaim(measure, change, days: days)
    case .audit, .breakdown, .city, .launch, .top, .account, .moneyAstray: return .empty
    }
  }

  func detail(_ finding: Finding, stops: [CampaignRating] = []) -> Markup {
    switch finding.judgement {
    case .indicator(let each):
      let range = each.expected?.interval.map { self.range($0, of: each.name) } ?? Words.unknown
      return rich(
        "Usual for this time of the season: \(range).",
        "Обычно для этого места сезона: \(range).")
    case .source:
      return rich(
        "Figures that stand on it are not to be trusted until it is back.",
        "Числам, которые на нём стоят, верить нельзя, пока он не вернётся.")
    case .campaign(let largest): return detail(largest, isOnly: stops.count == 1)
    case .words(_, _, let first):
      return rich(
        "First of all “\(user: first.text)”. Negative words for import stand beside the list.",
        "Прежде всего «\(user: first.text)». Минус-слова для загрузки лежат рядом со списком.")
    case .cutLost(let watch):
      let expected = watch.expected.map { estimate($0, whole: true) } ?? Words.unknown
      let came = number(watch.actual ?? 0)
      return rich(
        "In \(counted(watch.days, .day)) \(came) orders came, and \(expected) were to be expected.",
        "За \(counted(watch.days, .day)) заказов \(came), ожидалось \(expected).")
    case .pastChanged(_, _, _, let since): return pastChangeDetail(since: since)
    case .statusLoses(let source, let all):
      let share = shareEstimate(source.share)
      let part = part(source.cancelled, of: all)
      return rich(
        "It loses \(share) of its orders: \(part) cancellations.",
        "Теряет \(share) своих заказов: \(part) отмен.")
    case .ordersWait(let waiting):
      return rich(
        "\(counted(waiting.orders, .order)), \(money(waiting.money)).",
        "\(counted(waiting.orders, .order)), \(money(waiting.money)).")
    case .peakComes(let next, let outOfStock):
      let orders = estimate(next.expectedTop, whole: true)
      let stock =
        outOfStock == 0
        ? ""
        : say(
          " Goods were out of stock on \(number(outOfStock)) of the last 28 days.",
          " Без товара прошло дней: \(number(outOfStock)) из последних 28.")
      return rich(
        "Its top expects about \(orders) orders a day.\(stock)",
        "На вершине около \(orders) заказов в день.\(stock)")
    case .audit, .breakdown, .city, .launch, .top, .account, .moneyAstray: return .empty
    }
  }

  private func claim(_ indicator: Indicator) -> Markup {
    let value = indicator.value.map { self.value($0, of: indicator.name) } ?? Words.unknown
    let expected =
      indicator.expected.map { self.value($0.value, of: indicator.name) } ?? Words.unknown
    let name = name(indicator.name)
    return indicator.verdict == .below
      ? rich(
        "\(name): below the usual range, \(value) against \(expected) expected.",
        "\(name): ниже обычного, \(value) вместо ожидаемых \(expected).")
      : rich(
        "\(name): above the usual range, \(value) against \(expected) expected.",
        "\(name): выше обычного, \(value) вместо ожидаемых \(expected).")
  }

  private func claim(_ next: SeasonalCurve.NextPeak) -> Markup {
    let name = capitalised(peakName(next.name))
    guard next.daysToStart > 0 else {
      return rich(
        "\(name) has begun and tops out on \(fullDay(next.top)).",
        "\(name): пик начался, вершина \(fullDay(next.top)).")
    }
    let days = counted(next.daysToStart, .day)
    return rich(
      "\(name) starts in \(days) and tops out on \(fullDay(next.top)).",
      "\(name): начало через \(days), вершина \(fullDay(next.top)).")
  }

  private func detail(_ campaign: CampaignRating, isOnly: Bool) -> Markup {
    let name: Markup = "\(user: campaign.facts.name)"
    let spend = money(campaign.facts.spend)
    let back = campaign.incrementalReturn.map { estimate($0) } ?? Words.unknown
    let unit = fullMoney(currency.minorUnits)
    return isOnly
      ? rich(
        "\(name) returned \(back) of \(gain) per \(unit).",
        "\(name): \(gain) \(back) на \(unit).")
      : rich(
        "The largest, \(name), took \(spend) and returned \(back) of \(gain) per \(unit).",
        "Самая крупная, \(name): расход \(spend), \(gain) \(back) на \(unit).")
  }

  private func claim(_ source: String, _ state: SourceState) -> Markup {
    switch state {
    case .stops(let day):
      rich(
        "\(source): data stop on \(fullDay(day)).", "\(source): данные обрываются \(fullDay(day)).")
    case .refused(let count):
      rich(
        "\(source): \(counted(count, .file)) refused whole.",
        "\(source): целиком отвергнуто файлов: \(number(count)).")
    default:
      rich("\(source): nothing was found.", "\(source): ничего не найдено.")
    }
  }
}
