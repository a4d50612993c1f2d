import TributaryModel

/// A date with the month's name, as reports in English, German, French and Russian write it:
/// `Sep 1, 2026`, `1. Sept. 2026`, `1 sept. 2026`, `1 сент. 2026 г.`.
///
/// Source: Unicode CLDR, medium and long dates of en, de, fr, ru; no name stands for two months.
enum MonthNameDate {
  /// The day, or nil when the text is none; the year has four digits and stands last.
  static func day(_ text: String) -> Day? {
    guard text.utf8.count <= 60 else { return nil }
    var words = text.lowercased().split { $0.isWhitespace || $0 == "," || $0 == "." }
    if words.last == "г" || words.last == "года" { words.removeLast() }
    guard words.count == 3, words[2].utf8.count == 4, let year = number(words[2]) else {
      return nil
    }
    let isMonthFirst = months[String(words[0])] != nil
    let name = String(isMonthFirst ? words[0] : words[1])
    var ordinal = isMonthFirst ? words[1] : words[0]
    if ordinal == "1er" { ordinal = "1" }
    guard let month = months[name], ordinal.utf8.count <= 2, let day = number(ordinal) else {
      return nil
    }
    return Day(year: year, month: month, day: day)
  }

  private static func number(_ word: Substring) -> Int? {
    word.utf8.allSatisfy { (48...57).contains($0) } ? Int(word) : nil
  }

  private static let names = [
    "jan january januar jän jänner janv janvier янв январь января",
    "feb february februar févr février фев февр февраль февраля",
    "mar march mär mrz märz mars мар март марта",
    "apr april avr avril апр апрель апреля",
    "may mai май мая",
    "jun june juni juin июн июнь июня",
    "jul july juli juil juillet июл июль июля",
    "aug august août авг август августа",
    "sep sept september septembre сен сент сентябрь сентября",
    "oct october okt oktober octobre окт октябрь октября",
    "nov november novembre ноя нояб ноябрь ноября",
    "dec december dez dezember déc décembre дек декабрь декабря",
  ]

  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in line.split(separator: " ") { months[String(name)] = index + 1 }
    }
    return months
  }()
}
