import TributaryModel

/// The names of months in English, German, French and Russian: whole, short, and as dates have them.
///
/// Source: Unicode CLDR, months of en, de, fr, ru; no name stands for two months.
enum MonthName {
  /// 1 for January; nil for a word, in lower case and without points, that is none.
  static func month(_ word: some StringProtocol) -> Int? { months[String(word)] }

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
