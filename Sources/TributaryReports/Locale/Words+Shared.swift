import TributaryAnalysis
import TributaryModel

/// The words that several pages share.
extension Words {
  var visitsHead: String { say("Visits", "Визиты") }
  var revenueHead: String { say("Revenue", "Выручка") }
  var verdictHead: String { say("Verdict", "Вывод") }
  var shareHead: String { say("Share", "Доля") }
  var spendHead: String { say("Spend", "Расход") }
  var marginHead: String { say("Margin", "Маржа") }
  var apartHead: String { say("Models apart", "Расхождение") }
  var channelHead: String { say("Channel", "Канал") }
  var callsHead: String { say("Calls", "Звонки") }
  var clicksHead: String { say("Clicks", "Клики") }
  var ordersHead: String { say("Orders", "Заказы") }
  var sourceHead: String { say("Source", "Источник") }
  var dataToHead: String { say("Has data to", "Данные по") }
  var readHead: String { say("Read", "Прочитано") }
  var refusedHead: String { say("Refused", "Отвергнуто") }
  var moneyHead: String { say("Money", "Деньги") }
  var oldestHead: String { say("Oldest, days", "Старшее, дней") }
  var waitingTopic: String { say("What waits", "Что ждёт") }
  var today: String { say("today", "сегодня") }
  var howToRead: String { say("How to read it", "Как читать") }
  var howSure: String { say("How sure", "Насколько это точно") }
  var assumed: String { say("Assumed", "Допущения") }
  var method: String { say("Method", "Как посчитано") }
  var together: String { say("Together", "Вместе") }
  var notStated: String { say("not stated", "не указано") }
  var tooLittleData: String { say("too little data", "мало данных") }

  /// A name that the shop wrote, for a sentence: cut, and never nothing.
  func named(_ text: String) -> String {
    text.isEmpty ? notStated : VisibleText.cut(text, to: 40)
  }

  /// The name in the quotation marks of the language.
  func quoted(_ text: String) -> String {
    say("“\(named(text))”", "«\(named(text))»")
  }

  /// The name as the first cell of a row.
  func nameCell(_ text: String, note: String = "") -> Cell {
    text.isEmpty ? .markup("\(notStated)") : .user(text, note: note)
  }

  /// "12 of 30", in Russian "12 из 30".
  func part(_ count: Int, of all: Int) -> String {
    say("\(number(count)) of \(number(all))", "\(number(count)) из \(number(all))")
  }

  /// A share on an axis: decimals only where the tick is not whole.
  func percentTick(_ share: Double) -> String {
    let hundredths = share * 100
    return percent(share, decimals: abs(hundredths - hundredths.rounded()) < 1e-6 ? 0 : 1)
  }

  /// How ranges and hollow dots are to be taken.
  var rangeNote: Markup {
    rich(
      "The line through a dot is its 90% range. A hollow dot cannot be told from the rest.",
      """
      Черта через точку – её размах 90\(Words.noBreak)%. Пустую точку от остальных не отличить.
      """)
  }

  /// What an order leaves the shop: its margin, or only its revenue where no cost is known.
  var gain: String { knowsCosts ? say("margin", "маржа") : say("revenue", "выручка") }
}
