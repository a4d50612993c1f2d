/// The country in which a shop's numbers are written without a plus: its code, and what is dialled
/// before a number at home and before one abroad.
///
/// Example: in Germany `0171 1234567`, `171 1234567` and `+49 171 1234567` are one number.
///
/// Source: ITU-T E.164, "Dialling procedures (international prefix, national (trunk) prefix)".
public struct PhoneCountry: Sendable, Hashable {
  /// ISO 3166-1, lower case.
  public let code: String
  let calling: Int
  /// What is dialled before a number of another area; empty for none.
  let trunk: String
  /// What is dialled before a number of another country.
  let exit: String

  private init(_ code: String, _ calling: Int, _ trunk: String, exit: String = "00") {
    self.code = code
    self.calling = calling
    self.trunk = trunk
    self.exit = exit
  }

  /// The country of that code; nil for one whose numbering is not known here.
  public init?(_ code: String) {
    guard let known = Self.all.first(where: { $0.code == code }) else { return nil }
    self = known
  }

  /// The country where a shop's time and money say it is; else its numbers are read as Russian ones.
  ///
  /// Roubles and hryvnias tell a country, dollars and euros do not; zones do.
  public init(zone: String, currency: String) {
    let code = Self.zones.first { $0.value.contains(zone) }?.key ?? Self.currencies[currency]
    self = code.flatMap { PhoneCountry($0) } ?? .russia
  }

  public static let russia = PhoneCountry("ru", 7, "8", exit: "810")

  /// Whether its numbers are read by the rules for Russian ones.
  var isRussian: Bool { calling == 7 }

  /// Digits without a plus with the country's code before them; nil where they are no number of it.
  func whole(_ digits: String) -> String? {
    guard let lengths = NumberShape.lengths(ofCountry: calling) else { return nil }
    let code = String(calling)
    let atHome =
      !trunk.isEmpty && digits.hasPrefix(trunk) ? code + digits.dropFirst(trunk.count) : nil
    let found = [atHome, digits.hasPrefix(code) ? digits : nil, code + digits]
    return found.compactMap(\.self).first { lengths.contains($0.count) }
  }

  public static let all: [PhoneCountry] = [
    .russia, PhoneCountry("kz", 7, "8", exit: "810"), PhoneCountry("by", 375, "80", exit: "810"),
    PhoneCountry("ua", 380, "0"), PhoneCountry("am", 374, "0"), PhoneCountry("az", 994, "0"),
    PhoneCountry("ge", 995, "0"), PhoneCountry("kg", 996, "0"), PhoneCountry("md", 373, "0"),
    PhoneCountry("tj", 992, ""), PhoneCountry("tm", 993, "8", exit: "810"),
    PhoneCountry("uz", 998, ""), PhoneCountry("ee", 372, ""), PhoneCountry("lv", 371, ""),
    PhoneCountry("lt", 370, "0"), PhoneCountry("at", 43, "0"), PhoneCountry("be", 32, "0"),
    PhoneCountry("bg", 359, "0"), PhoneCountry("ch", 41, "0"), PhoneCountry("cz", 420, ""),
    PhoneCountry("de", 49, "0"), PhoneCountry("dk", 45, ""), PhoneCountry("es", 34, ""),
    PhoneCountry("fi", 358, "0"), PhoneCountry("fr", 33, "0"), PhoneCountry("gb", 44, "0"),
    PhoneCountry("gr", 30, ""), PhoneCountry("hr", 385, "0"), PhoneCountry("hu", 36, "06"),
    PhoneCountry("ie", 353, "0"), PhoneCountry("it", 39, ""), PhoneCountry("nl", 31, "0"),
    PhoneCountry("no", 47, ""), PhoneCountry("pl", 48, ""), PhoneCountry("pt", 351, ""),
    PhoneCountry("ro", 40, "0"), PhoneCountry("rs", 381, "0"), PhoneCountry("se", 46, "0"),
    PhoneCountry("sk", 421, "0"), PhoneCountry("tr", 90, "0"), PhoneCountry("il", 972, "0"),
    PhoneCountry("ae", 971, "0"), PhoneCountry("in", 91, "0"), PhoneCountry("cn", 86, "0"),
    PhoneCountry("jp", 81, "0", exit: "010"), PhoneCountry("kr", 82, "0"),
    PhoneCountry("au", 61, "0", exit: "0011"), PhoneCountry("br", 55, "0"),
    PhoneCountry("mx", 52, ""), PhoneCountry("ar", 54, "0"),
    PhoneCountry("us", 1, "1", exit: "011"), PhoneCountry("ca", 1, "1", exit: "011"),
  ]

  private static let currencies = [
    "RUB": "ru", "KZT": "kz", "BYN": "by", "UAH": "ua", "AMD": "am", "AZN": "az", "GEL": "ge",
    "KGS": "kg", "MDL": "md", "TJS": "tj", "TMT": "tm", "UZS": "uz", "BGN": "bg", "CHF": "ch",
    "CZK": "cz", "DKK": "dk", "GBP": "gb", "HUF": "hu", "NOK": "no", "PLN": "pl", "RON": "ro",
    "RSD": "rs", "SEK": "se", "TRY": "tr", "ILS": "il", "AED": "ae", "INR": "in", "CNY": "cn",
    "JPY": "jp", "KRW": "kr", "AUD": "au", "BRL": "br", "MXN": "mx", "ARS": "ar", "CAD": "ca",
  ]

  /// Zones of countries whose money does not tell them, and of those whose shops may count in another's.
  ///
  /// Source: `zone1970.tab` of the tz database.
  private static let zones: [String: Set<String>] = [
    "ru": [
      "Europe/Moscow", "Europe/Kaliningrad", "Europe/Samara", "Europe/Volgograd", "Europe/Kirov",
      "Europe/Astrakhan", "Europe/Saratov", "Europe/Ulyanovsk", "Europe/Simferopol",
      "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Novosibirsk", "Asia/Barnaul", "Asia/Tomsk",
      "Asia/Novokuznetsk", "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Chita", "Asia/Yakutsk",
      "Asia/Khandyga", "Asia/Vladivostok", "Asia/Ust-Nera", "Asia/Magadan", "Asia/Sakhalin",
      "Asia/Srednekolymsk", "Asia/Kamchatka", "Asia/Anadyr",
    ],
    "kz": [
      "Asia/Almaty", "Asia/Aqtau", "Asia/Aqtobe", "Asia/Atyrau", "Asia/Oral", "Asia/Qostanay",
    ],
    "by": ["Europe/Minsk"], "ua": ["Europe/Kyiv", "Europe/Kiev"], "ge": ["Asia/Tbilisi"],
    "am": ["Asia/Yerevan"], "az": ["Asia/Baku"], "uz": ["Asia/Tashkent", "Asia/Samarkand"],
    "kg": ["Asia/Bishkek"], "md": ["Europe/Chisinau"], "tj": ["Asia/Dushanbe"],
    "ee": ["Europe/Tallinn"], "lv": ["Europe/Riga"], "lt": ["Europe/Vilnius"],
    "at": ["Europe/Vienna"], "be": ["Europe/Brussels"], "bg": ["Europe/Sofia"],
    "ch": ["Europe/Zurich"], "cz": ["Europe/Prague"], "de": ["Europe/Berlin", "Europe/Busingen"],
    "dk": ["Europe/Copenhagen"], "es": ["Europe/Madrid", "Atlantic/Canary"],
    "fi": ["Europe/Helsinki"], "fr": ["Europe/Paris"], "gb": ["Europe/London"],
    "gr": ["Europe/Athens"], "hr": ["Europe/Zagreb"], "hu": ["Europe/Budapest"],
    "ie": ["Europe/Dublin"], "it": ["Europe/Rome"], "nl": ["Europe/Amsterdam"],
    "no": ["Europe/Oslo"], "pl": ["Europe/Warsaw"], "pt": ["Europe/Lisbon", "Atlantic/Madeira"],
    "ro": ["Europe/Bucharest"], "rs": ["Europe/Belgrade"], "se": ["Europe/Stockholm"],
    "sk": ["Europe/Bratislava"], "tr": ["Europe/Istanbul"], "il": ["Asia/Jerusalem"],
    "ae": ["Asia/Dubai"], "in": ["Asia/Kolkata"], "cn": ["Asia/Shanghai"], "jp": ["Asia/Tokyo"],
    "kr": ["Asia/Seoul"],
    "au": [
      "Australia/Sydney", "Australia/Melbourne", "Australia/Brisbane", "Australia/Perth",
      "Australia/Adelaide", "Australia/Hobart", "Australia/Darwin",
    ],
    "br": ["America/Sao_Paulo", "America/Bahia", "America/Fortaleza", "America/Manaus"],
    "mx": ["America/Mexico_City", "America/Monterrey", "America/Tijuana"],
    "ar": ["America/Argentina/Buenos_Aires"],
    "us": [
      "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
      "America/Phoenix", "America/Anchorage", "America/Detroit", "America/Boise",
      "America/Indiana/Indianapolis", "America/Kentucky/Louisville", "Pacific/Honolulu",
      "US/Eastern", "US/Central", "US/Mountain", "US/Pacific",
    ],
    "ca": [
      "America/Toronto", "America/Vancouver", "America/Edmonton", "America/Winnipeg",
      "America/Halifax", "America/Regina", "America/St_Johns", "America/Moncton",
    ],
  ]
}
