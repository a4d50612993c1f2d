/// A thing that is counted, with its plural forms: two in English, three in Russian.
struct Noun: Sendable {
  let english: (one: String, many: String)
  /// 1, 2...4, 5 and more.
  let russian: (one: String, few: String, many: String)

  init(_ one: String, _ many: String, _ russian: (String, String, String)) {
    english = (one, many)
    self.russian = russian
  }

  static let order = Noun("order", "orders", ("заказ", "заказа", "заказов"))
  static let campaign = Noun("campaign", "campaigns", ("кампания", "кампании", "кампаний"))
  /// In the accusative, after "stop".
  static let losingCampaign = Noun(
    "losing campaign", "losing campaigns",
    ("убыточную кампанию", "убыточные кампании", "убыточных кампаний"))
  /// In the dative, after "увеличьте бюджет".
  static let raisedCampaign = Noun(
    "campaign", "campaigns", ("кампании", "кампаниям", "кампаниям"))
  static let sale = Noun("sale", "sales", ("продажа", "продажи", "продаж"))
  static let cut = Noun("cut", "cuts", ("сокращение", "сокращения", "сокращений"))
  static let day = Noun("day", "days", ("день", "дня", "дней"))
  static let pastDay = Noun(
    "past day", "past days", ("прошлый день", "прошлых дня", "прошлых дней"))
  static let row = Noun("row", "rows", ("строка", "строки", "строк"))
  static let source = Noun("source", "sources", ("источник", "источника", "источников"))
  static let week = Noun("week", "weeks", ("неделя", "недели", "недель"))
  static let year = Noun("year", "years", ("год", "года", "лет"))
  static let peak = Noun("peak", "peaks", ("пик", "пика", "пиков"))
  static let indicator = Noun(
    "indicator", "indicators", ("показатель", "показателя", "показателей"))
  static let city = Noun("city", "cities", ("город", "города", "городов"))
  static let visit = Noun("visit", "visits", ("визит", "визита", "визитов"))
  static let channel = Noun("channel", "channels", ("канал", "канала", "каналов"))
  static let file = Noun("file", "files", ("файл", "файла", "файлов"))
  static let hour = Noun("hour", "hours", ("час", "часа", "часов"))
  static let call = Noun("call", "calls", ("звонок", "звонка", "звонков"))
  static let letter = Noun("letter", "letters", ("письмо", "письма", "писем"))
  static let pageView = Noun(
    "page view", "page views", ("просмотр", "просмотра", "просмотров"))
  static let page = Noun("page", "pages", ("страница", "страницы", "страниц"))
  static let click = Noun("click", "clicks", ("клик", "клика", "кликов"))
  static let piece = Noun("piece", "pieces", ("штука", "штуки", "штук"))
}

extension Words {
  /// The noun in the form that the count asks for.
  func form(_ count: Int, _ noun: Noun) -> String {
    guard isRussian else { return count == 1 ? noun.english.one : noun.english.many }
    let size = abs(count) % 100
    switch (size % 10, size) {
    case (_, 11...14): return noun.russian.many
    case (1, _): return noun.russian.one
    case (2...4, _): return noun.russian.few
    default: return noun.russian.many
    }
  }

  /// `297 orders`, `297 заказов`.
  func counted(_ count: Int, _ noun: Noun) -> String {
    "\(number(count))\(Words.noBreak)\(form(count, noun))"
  }
}
