import TributaryModel

/// The names of months in English, German, French, Spanish, Russian and
/// Ukrainian: whole, short, and as dates have them.
///
/// Source: Unicode CLDR, months of en, de, es, fr, ru, uk; no name stands for two months.
enum MonthName {
  /// 1 for January; nil for a word, in lower case and without points, that is none.
  static func month(_ word: some StringProtocol) -> Int? { months[String(word)] }

  private static let names = [
    "jan january januar jän jänner janv janvier янв январь января ene enero січень січня",
    "feb february februar févr février фев февр февраль февраля febrero лютий лютого",
    "mar march mär mrz märz mars мар март марта marzo березень березня",
    "apr april avr avril апр апрель апреля abr abril квітень квітня",
    "may mai май мая mayo травень травня",
    "jun june juni juin июн июнь июня junio червень червня",
    "jul july juli juil juillet июл июль июля julio липень липня",
    "aug august août авг август августа ago agosto серпень серпня",
    "sep sept september septembre сен сент сентябрь сентября setiembre septiembre вересень вересня",
    "oct october okt oktober octobre окт октябрь октября octubre жовтень жовтня",
    "nov november novembre ноя нояб ноябрь ноября noviembre листопад листопада",
    "dec december dez dezember déc décembre дек декабрь декабря dic diciembre грудень грудня",
  ]

  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in line.split(separator: " ") { months[String(name)] = index + 1 }
    }
    return months
  }()
}
