import TributaryAnalysis
import TributaryModel

/// The labels and notes of the season's page.
extension Words {
  var gapTopic: String { say("Missing orders", "Нет заказов") }
  var yearTopic: String { say("The year", "Год") }
  var yearQuestion: String { say("What the year looks like.", "Как выглядит год.") }
  var standingTopic: String { say("Against the curve", "Против кривой") }
  var everyDayTopic: String { say("Every day", "Каждый день") }
  var peaksTopic: String { say("Peaks", "Пики") }
  var yearOverYearTopic: String { say("Year over year", "Год к году") }
  var stockNote: String { say("Out of stock", "Нет товара") }
  var peakHead: String { say("Peak", "Пик") }
  var startHead: String { say("Starts", "Начало") }
  var topHead: String { say("Top", "Вершина") }
  var endHead: String { say("Ends", "Конец") }
  var multipleHead: String { say("Ordinary days at the top", "Обычных дней на вершине") }
  var soldHead: String { say("Orders", "Заказов") }
  var yearToHead: String { say("364 days to", "364 дня по") }
  var ratioHead: String { say("Over the 364 before", "К предыдущим 364") }
  var changeHead: String { say("Change", "Изменение") }
  var comesNext: String { say("comes next", "впереди") }
  var thisSeason: String { say("This season", "Этот сезон") }
  var ordersADay: String { say("orders a day", "заказов в день") }
  var yearTitle: String { say("A year over an ordinary day", "Год к обычному дню") }
  var standingTitle: String { say("Orders a day and the curve", "Заказы в день и кривая") }
  var calendarTitle: String { say("Heat calendar of orders a day", "Календарь заказов по дням") }

  var peaksCaption: String {
    say(
      "A day outside the peaks is 1; the next peak first; the top of a past peak is the day that sold most",
      "День вне пиков – 1; сначала следующий пик; вершина прошлого пика – день с наибольшим числом заказов"
    )
  }

  func topOn(_ day: Day) -> String {
    say("top \(self.day(day))", "вершина \(self.day(day))")
  }

  func topOf(_ value: Double) -> String {
    say("top \(number(value.rounded())) a day", "вершина \(number(value.rounded())) в день")
  }

  func weekReadout(_ monday: Day, _ index: Estimate?) -> String {
    guard let index else {
      return say("week of \(day(monday)): not known", "неделя с \(day(monday)): неизвестно")
    }
    let value = estimate(index, whole: true)
    return say("week of \(day(monday)): \(value)", "неделя с \(day(monday)): \(value)")
  }

  func dayReadout(_ day: Day, _ now: Double?, _ expected: Double?, _ before: Double?) -> String {
    func text(_ value: Double?) -> String {
      value.map { number($0, decimals: $0 < 20 ? 1 : 0) } ?? Words.unknown
    }
    return say(
      """
      \(self.day(day)): \(text(now)) a day, expected \(text(expected)), a year before \
      \(text(before))
      """,
      "\(self.day(day)): \(text(now)) в день, ожидали \(text(expected)), год назад \(text(before))")
  }

  var yearCaption: Markup {
    rich(
      """
      <b>Orders a day by week, an ordinary day is 100</b>; band is the 90% range, dotted line is \
      still to come
      """,
      """
      <b>Заказы в день по неделям, обычный день – 100</b>; полоса – размах 90\(Words.noBreak)%, \
      точками – то, что впереди
      """)
  }

  var standingCaption: Markup {
    rich(
      "<b>Orders a day</b>, mean of 7 days; dashed what the curve expects, grey a year before",
      "<b>Заказы в день</b>, среднее за 7 дней; пунктир – ожидание кривой, серая – год назад")
  }

  func calendarCaption(_ days: DayRange) -> Markup {
    rich(
      """
      <b>Orders a day</b>, \(self.days(days)); each step is double the one before; hollow is not \
      known
      """,
      """
      <b>Заказы в день</b>, \(self.days(days)); каждая ступень вдвое больше прежней; пустые – \
      нет данных
      """)
  }

  var yearHowToRead: Markup {
    rich(
      """
      Tinted spans are peaks, from the day demand rises above the ordinary to the day it is \
      back; the line is the mean of a week, so it stays below the top day. The year starts in \
      the quietest month so that no peak is cut in two.
      """,
      """
      Затенённые отрезки – пики: от дня, когда спрос поднимается над обычным, до возвращения; \
      линия – среднее за неделю, поэтому она ниже лучшего дня. Год начинается с самого тихого \
      месяца, чтобы не разрезать пик.
      """)
  }

  func yearHowSure(_ curve: SeasonalCurve) -> Markup {
    let text = number(curve.years, decimals: 1)
    return curve.isShort
      ? rich(
        """
        The curve stands on \(text) years, so most weeks have been seen once: read the range, \
        not the line.
        """,
        """
        Кривая стоит на \(text) года: большинство недель видели один раз, смотрите на размах, а \
        не на линию.
        """)
      : rich(
        "The curve stands on \(text) years; the range is what one more year may change.",
        "Кривая стоит на \(text) года; размах показывает, что может изменить ещё один год.")
  }

  var standingHowToRead: Markup {
    rich(
      """
      A gap in the line is a day that no file covers. Where blue leaves the dashed line, this \
      season differs from the curve; the grey line tells whether last year did too.
      """,
      """
      Разрыв линии – день, которого нет ни в одном файле. Где синяя уходит от пунктира, сезон \
      отличается от кривой; серая покажет, было ли так год назад.
      """)
  }

  var singularTopic: String { say("Left out", "Не в счёт") }

  /// Days that are in neither year of the comparison.
  func singularNote(_ days: [SeasonalCurve.DemandDay]) -> Markup {
    let shown = days.suffix(3).map { one in
      let orders = counted(Int((one.actual ?? 0).rounded()), .order)
      let expected = number(one.expected.rounded())
      return say(
        "\(day(one.day, year: true)) with \(orders) where the curve expects \(expected)",
        "\(day(one.day, year: true)): \(orders), кривая ждёт \(expected)")
    }
    let more =
      days.count > 3
      ? say(" and \(number(days.count - 3)) more", " и ещё \(number(days.count - 3))") : ""
    let list = shown.joined(separator: say(", ", "; ")) + more
    return rich(
      """
      \(list). A day that no other year repeats says nothing about a year, so it and its partner of \
      the other year are in neither total. If it was a sale, name it in the calendar file.
      """,
      """
      \(list). День, которого нет в другие годы, ничего не говорит о годе, поэтому он и его пара \
      из другого года не входят ни в одну сумму. Если это была распродажа, назовите её в файле \
      календаря.
      """)
  }

  func censoredNote(_ days: Int) -> Markup {
    rich(
      """
      \(capitalised(counted(days, .day))) of the last 28 ran without goods. They count as \
      unknown demand, not as low demand, and are left out of the sum.
      """,
      """
      Без товара прошло дней: \(number(days)) из последних 28. Это неизвестный спрос, а не \
      низкий, и в сумму они не входят.
      """)
  }

  var calendarHowToRead: Markup {
    rich(
      """
      A column is a week, a row is a weekday. On a phone weeks go down and each cell carries its \
      number; the whole history is in demand-day.csv.
      """,
      """
      Столбец – неделя, строка – день недели. На телефоне недели идут вниз, в клетках стоят \
      числа; вся история в demand-day.csv.
      """)
  }

  var peaksMethod: Markup {
    rich(
      """
      A peak takes the name of the calendar’s event within ten days of the curve’s top. Names \
      come from the calendar file. Start and end are those of the curve.
      """,
      """
      Пик получает имя события из календаря не дальше десяти дней от вершины кривой. Имена \
      берутся из файла календаря. Начало и конец – по кривой.
      """)
  }

  var seasonMissing: String {
    say(
      """
      A curve needs a year of orders. Add older order files to sources in the pipeline file; the \
      page fills after the next run.
      """,
      """
      Для кривой нужен год заказов. Добавьте в sources файла конвейера старые файлы заказов: \
      страница заполнится после следующего запуска.
      """)
  }

  var weeksMissing: String {
    say(
      "No week has enough orders for an index yet.", "Ни в одной неделе пока не хватает заказов.")
  }

  var peaksMissing: String {
    say(
      """
      A peak shows when a week sells clearly more than an ordinary one. A calendar file gives \
      peaks their names.
      """,
      "Пик появится, когда неделя продаст заметно больше обычной. Имена пикам даёт файл календаря.")
  }

  /// `hasGaps`: the history may be long enough, but too many of its orders are missing.
  func yearOverYearMissing(hasGaps: Bool) -> String {
    if hasGaps {
      return say(
        "Too many days of the two years are unknown. The files that are missing bring the answer.",
        "Слишком много дней двух лет неизвестно. Ответ дадут недостающие файлы.")
    }
    return say(
      "It needs 728 days of orders. Older order files in sources bring it sooner.",
      "Нужно 728 дней заказов. Старые файлы заказов в sources приблизят ответ.")
  }

  /// Which stretches of the history are missing, and what to do about them.
  func gapNote(_ gaps: [DayRange]) -> Markup {
    let days = counted(gaps.reduce(0) { $0 + $1.count }, .day)
    let shown = gaps.suffix(3).map { self.days($0) }
    let more =
      gaps.count > 3
      ? say(" and \(number(gaps.count - 3)) more", " и ещё \(number(gaps.count - 3))") : ""
    let list = shown.joined(separator: ", ") + more
    return rich(
      """
      \(capitalised(days)) in the history have no order where the days around them have some: \
      \(list). They count as unknown, not as zero. Add the files that are missing to \
      <code>sources</code>; if the shop was closed, give these days the kind <code>closed</code> in \
      the calendar file.
      """,
      """
      В истории нет заказов за \(days), хотя рядом они есть: \(list). Эти дни неизвестны, а не \
      пусты. Добавьте недостающие файлы в <code>sources</code>; если магазин не работал, дайте \
      этим дням вид <code>closed</code> в файле календаря.
      """)
  }
}
