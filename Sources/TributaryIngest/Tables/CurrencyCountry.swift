import TributaryModel

/// A country beside the name of a currency that several have: `US dollars`, `руб. РБ`.
enum CurrencyCountry {
  /// The currency of a name's country; nil where no neighbour is one whose currency has that name.
  static func narrowed(
    _ name: CurrencySign, by neighbours: [HeaderPart.HeaderWord?]
  ) -> CurrencySign? {
    let codes = neighbours.lazy.compactMap { $0.flatMap { code(of: $0.lower) } }
    return codes.first(where: name.codes.contains).flatMap { CurrencySign($0) }
  }

  /// The code of the currency of a country's name, adjective or abbreviation in small letters.
  static func code(of word: String) -> String? {
    if let code = short[word] { return code }
    guard word.count >= 4 else { return nil }
    return stems.first { word.hasPrefix($0.stem) }?.code
  }

  private static let short: [String: String] = [
    "us": "USD", "usa": "USD", "сша": "USD", "рб": "BYN", "бел": "BYN", "рф": "RUB", "рос": "RUB",
    "росс": "RUB", "рк": "KZT", "uk": "GBP", "uae": "AED", "оаэ": "AED", "hk": "HKD", "nz": "NZD",
    "чеш": "CZK", "шв": "SEK", "тур": "TRY", "узб": "UZS", "кирг": "KGS",
  ]

  private static let stems: [(stem: String, code: String)] = {
    table.split(separator: "\n").flatMap { line in
      let words = line.split(separator: " ").map(String.init)
      return words.dropFirst().map { (stem: $0, code: words[0]) }
    }
  }()

  private static let table = """
    USD америк амер americ amerik amér états stati estados
    BYN белорус беларус белар belar belor biało
    RUB росси россий russi rosyj russ
    CAD канад canad kanad
    AUD австрал austral
    NZD новозел zealand neuseel
    HKD гонконг kong hong
    SGD сингап singap
    TWD тайван taiwan
    NAD намиб namib
    JMD ямай jamai
    FJD фидж fiji
    GBP британ брит англ стерлинг brit engl sterling brytyj esterl
    EGP египет egypt ägypt
    LBP ливан leban liban
    SYP сирий syri
    SSP южносудан sudan
    CHF швейц swiss schweiz suiss szwajc svizz suiz
    CZK чешск чехи czech česk čes
    SEK шведск швеци swed schwed sven szwedz
    NOK норвеж норвег norw norsk norwes
    DKK датск дани dani dän dansk duńsk
    ISK исланд icel isländ
    TRY турецк турци turk türk turec
    INR индий инди indian indi
    PKR пакист pakist
    LKR шри ланк lanka
    NPR непал nepal
    IDR индонез indones
    MXN мексик mexic mexik
    ARS аргент argent
    CLP чили chile
    COP колумб colomb kolumb
    CUP кубин cuban
    DOP доминик dominic
    PHP филип philip filip
    UYU уругв urugua
    RSD серб serb srps
    KWD кувейт kuwait
    JOD иордан jordan
    BHD бахрейн bahrain
    TND тунис tunis
    DZD алжир alger
    IQD ирак iraq
    LYD ливий liby
    AED эмират emirat
    MAD марок maroc moroc
    MDL молд mold
    RON румын roman român rumuń rumän
    KGS киргиз кыргыз kyrgyz
    UZS узбек uzbek oʻzbek o'zbek
    TMT туркм turkm
    AZN азерб azerb
    SAR саудов saudi
    QAR катар qatar
    OMR оман oman
    IRR иран iran
    YER йемен yemen
    KES кений keny
    TZS танзан tanzan
    UGX уганд ugand
    JPY япон japan
    CNY китай chin
    """
}
