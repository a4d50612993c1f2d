import TributaryAnalysis
import TributaryModel

/// The words that several pages of answers share.
extension Words {
  var visitsHead: String { say("Visits", "Визиты") }
  var revenueHead: String { say("Revenue", "Выручка") }
  var verdictHead: String { say("Verdict", "Вывод") }
  var shareHead: String { say("Share", "Доля") }
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
}
