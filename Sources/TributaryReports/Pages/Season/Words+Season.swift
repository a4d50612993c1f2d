import TributaryAnalysis
import TributaryModel

/// The claims of the season's page.
extension Words {
  /// The event as the shop's calendar names it, in quotation marks.
  func peakName(_ name: String?) -> String {
    guard let name, !name.isEmpty else { return say("the next peak", "следующий пик") }
    return quoted(name)
  }

  /// The event's name for a sentence, or that it has none.
  private func peakQuoted(_ name: String?) -> String {
    guard let name, !name.isEmpty else { return namelessPeak }
    return quoted(name)
  }

  /// The event's name as a label, or that it has none.
  func peakWord(_ name: String?) -> String {
    guard let name, !name.isEmpty else { return namelessPeak }
    return VisibleText.cut(name, to: 24)
  }

  var namelessPeak: String { say("a peak without a name", "пик без названия") }

  /// What comes, or what is missing to tell.
  func seasonAnswer(_ curve: SeasonalCurve?, asOf: Day) -> String {
    guard let curve, !curve.days.isEmpty else {
      return say(
        "The season cannot be told yet: too few days of orders.",
        "О сезоне сказать пока нельзя: дней с заказами мало.")
    }
    if let last = curve.ended(before: asOf) {
      return say(
        "The orders end on \(fullDay(last)), too long ago to tell what comes; load those since.",
        "Заказы кончаются \(fullDay(last)): слишком давно, чтобы судить о будущем; загрузите следующие."
      )
    }
    if let next = curve.next { return nextPeakClaim(next) }
    if curve.isShort {
      return say(
        "The next peak cannot be dated before two years of orders.",
        "Дату следующего пика можно назвать после двух лет заказов.")
    }
    return say(
      "No peak stands out of the year: demand is even.",
      "Пиков в году не видно: спрос ровный.")
  }

  func nextPeakClaim(_ next: SeasonalCurve.NextPeak) -> String {
    let name = capitalised(peakName(next.name))
    let top = fullDay(next.top)
    let orders = number(next.expectedTop.value.rounded())
    if next.daysToStart > 0 {
      let days = counted(next.daysToStart, .day)
      return say(
        "\(name) starts in \(days) and tops out on \(top) with about \(orders) orders a day.",
        "\(name): начало через \(days), вершина \(top), около \(orders) заказов в день.")
    }
    if next.daysToTop > 0 {
      let days = counted(next.daysToTop, .day)
      return say(
        "\(name) has begun and tops out in \(days), on \(top), with about \(orders) orders a day.",
        "\(name): пик начался, вершина через \(days), \(top), около \(orders) заказов в день.")
    }
    return say(
      "\(name) is past its top and ends on \(fullDay(next.end)).",
      "\(name): вершина позади, конец \(fullDay(next.end)).")
  }

  /// "2 peaks make the year: “New Year” at 14 ordinary days, “Halloween” at 10."
  func yearClaim(_ peaks: [(name: String?, multiple: Double)]) -> String {
    guard let first = peaks.first else {
      return say(
        "No peak stands out of the year so far.", "Пока ни один пик из года не выделяется.")
    }
    let height = ordinaryDays(first.multiple)
    guard peaks.count > 1 else {
      return say(
        "One peak makes the year: \(peakQuoted(first.name)) at \(height).",
        "Год держится на одном пике: \(peakQuoted(first.name)), \(height).")
    }
    let rest = peaks.dropFirst().prefix(2).map { peak in
      say(
        "\(peakQuoted(peak.name)) at \(multiple(peak.multiple))",
        "\(peakQuoted(peak.name))\(Words.noBreak)– \(multiple(peak.multiple))")
    }
    let count = counted(peaks.count, .peak)
    let others = rest.joined(separator: ", ")
    return say(
      "\(count) make the year: \(peakQuoted(first.name)) at \(height), \(others).",
      "В году \(count): \(peakQuoted(first.name))\(Words.noBreak)– \(height), \(others).")
  }

  /// `14 ordinary days`, in Russian `14 обычных дней`.
  private func ordinaryDays(_ value: Double) -> String {
    say("\(multiple(value)) ordinary days", "\(multiple(value)) обычных дней")
  }

  /// One decimal under ten.
  private func multiple(_ value: Double) -> String {
    let isWhole = abs(value - value.rounded()) < 0.05
    return number(value, decimals: value < 9.95 && !isWhole ? 1 : 0)
  }

  func standingClaim(_ summary: SeasonSummary) -> String {
    let sold = counted(Int(summary.sold.rounded()), .order)
    let days = counted(summary.soldDays, .day)
    let ratio = summary.expected > 0 ? summary.sold / summary.expected - 1 : 0
    let size = percent(abs(ratio), decimals: 0)
    switch summary.standing {
    case .unknown:
      return say(
        "Too few known days to hold against the curve.",
        "Известных дней мало, чтобы сравнить их с кривой.")
    case .asExpected:
      return say(
        "The last \(days) brought \(sold), as the curve expects.",
        "За последние дни (\(number(summary.soldDays))) \(sold), как и ждёт кривая.")
    case .above:
      return say(
        "The last \(days) brought \(sold), \(size) more than the curve expects.",
        """
        За последние дни (\(number(summary.soldDays))) \(sold), на \(size) больше, чем ждёт \
        кривая.
        """)
    case .below:
      return say(
        "The last \(days) brought \(sold), \(size) fewer than the curve expects.",
        """
        За последние дни (\(number(summary.soldDays))) \(sold), на \(size) меньше, чем ждёт \
        кривая.
        """)
    }
  }

  func weekdayClaim(_ days: SeasonSummary.Weekdays?) -> String {
    guard let days else {
      return say(
        "Which weekday is strongest cannot be said yet.",
        "Какой день недели самый сильный, сказать пока нельзя.")
    }
    if days.areAlike {
      return say("The weekdays sell alike.", "Дни недели продают одинаково.")
    }
    let weak = percent(1 - days.weakness, decimals: 0)
    return say(
      """
      \(weekday(days.strong)) is the strongest day of the week; \(weekday(days.weak)) is the \
      weakest, \(weak) under the mean.
      """,
      """
      Самый сильный день недели\(Words.noBreak)– \(weekday(days.strong)), самый слабый\(Words.noBreak)– \(weekday(days.weak)), \
      на \(weak) ниже среднего.
      """)
  }

  func peaksClaim(_ curve: SeasonalCurve) -> String {
    guard let largest = curve.peaks.max(by: { $0.multiple.value < $1.multiple.value }) else {
      return say("No peak has been seen so far.", "Пиков пока не было.")
    }
    let count = curve.peaks.count
    let height = ordinaryDays(largest.multiple.value)
    if count == 1 {
      return say(
        "One peak so far: \(peakQuoted(largest.name)), \(height) at its top.",
        "Пока один пик: \(peakQuoted(largest.name)), на вершине \(height).")
    }
    return say(
      "\(counted(count, .peak)) so far; the highest, \(peakQuoted(largest.name)), reached \(height).",
      "Пока \(counted(count, .peak)); самый высокий, \(peakQuoted(largest.name)),\(Words.noBreak)– \(height)."
    )
  }

  func yearOverYearClaim(_ last: SeasonalCurve.YearOverYear?, asOf: Day) -> String {
    guard let last else {
      return say(
        "Growth on last year cannot be told yet.", "Рост к прошлому году пока не посчитать.")
    }
    let change = last.ratio.value - 1
    let size = percent(abs(change), decimals: 0)
    let range = last.ratio.interval
    let year =
      last.to < asOf
      ? say("The 364 days to \(fullDay(last.to))", "364 дня по \(fullDay(last.to))")
      : say("The last 364 days", "Последние 364 дня")
    if last.isEven {
      return say(
        "\(year) cannot be told apart from the 364 before.",
        "\(year) не отличить от предыдущих 364.")
    }
    let tail = range.map {
      " (\(percentRange(Interval(lower: $0.lower - 1, upper: $0.upper - 1), decimals: 0)))"
    }
    return change >= 0
      ? say(
        "\(year) sold \(size) more than the 364 before\(tail ?? "").",
        "\(year) продали на \(size) больше предыдущих 364\(tail ?? "").")
      : say(
        "\(year) sold \(size) less than the 364 before\(tail ?? "").",
        "\(year) продали на \(size) меньше предыдущих 364\(tail ?? "").")
  }
}
