/// What a sign, word or code of a currency stands for, as people and programs write it beside an
/// amount or in a column of currencies.
///
/// Source: Unicode CLDR 46, currency symbols and names of the countries' own languages; ISO 4217.
public struct CurrencySign: Sendable, Equatable {
  /// Codes that it may mean, by the alphabet. A sign of a withdrawn currency has that one's code.
  public let codes: [String]
  /// The one that it means where neither row nor shop has one of them; nil where nobody can tell.
  private let usual: String?

  /// The sign of a text; nil for a word that is none. Letter case, dots and spaces do not count.
  public init?(_ text: String) {
    guard text.utf8.count <= 60 else { return nil }
    // Codes as programs write them, in nearly all rows; no sign is one that means another.
    if text.utf8.count == 3, CurrencyList.minorDigits(of: text) != nil {
      self.init(codes: [text], usual: text)
      return
    }
    let word = CurrencySign.normalized(text)
    if let found = CurrencySign.words[word] {
      self = found
      return
    }
    let code = word.uppercased()
    guard Currency(code) != nil || CurrencyList.successors[code] != nil else {
      guard let code = CurrencySign.codeBesideSymbol(code) else { return nil }
      self.init(codes: [code], usual: code)
      return
    }
    self.init(codes: [code], usual: code)
  }

  /// The code of `MXN$` and `$MXN`, where the symbol is one of that currency.
  private static func codeBesideSymbol(_ word: String) -> String? {
    guard word.count == 4 else { return nil }
    let pairs = [(word.prefix(3), word.suffix(1)), (word.suffix(3), word.prefix(1))]
    return pairs.lazy.map { (code: String($0), symbol: String($1)) }.first { code, symbol in
      symbol.unicodeScalars.allSatisfy { $0.properties.generalCategory == .currencySymbol }
        && words[symbol]?.codes.contains(code) == true && Currency(code) != nil
    }?.code
  }

  private init(codes: [String], usual: String?) {
    (self.codes, self.usual) = (codes, usual)
  }

  /// What two signs beside one amount mean together, as in `$5 CAD`; nil where they contradict.
  public func joined(with other: CurrencySign) -> CurrencySign? {
    let common = codes.filter(other.codes.contains)
    guard let first = common.first else { return nil }
    let usual = [self.usual, other.usual].compactMap(\.self).first(where: common.contains)
    return CurrencySign(codes: common, usual: common.count == 1 ? first : usual)
  }

  /// The currency that is meant beside amounts of that currency, the row's or the shop's; nil
  /// where it may be several, or one that is no more. Where no shop is known, several are `unknown`.
  public func currency(beside known: Currency) -> Currency? {
    if codes.contains(known.code) { return known }
    if known == .unknown, usual == nil { return .unknown }
    return usual.flatMap { Currency($0) }
  }

  /// The codes as a message lists them: `CAD or NIO`, `USD, CAD, AUD or one of 27 others`.
  public var spoken: String {
    guard codes.count > 6 else {
      return codes.dropLast().joined(separator: ", ") + (codes.count > 1 ? " or " : "")
        + (codes.last ?? "")
    }
    let known = ["USD", "GBP", "CAD", "AUD"].filter(codes.contains)
    return known.joined(separator: ", ") + " or one of \(codes.count - known.count) others"
  }

  private static func normalized(_ text: String) -> String {
    var word = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case ".", " ", "\u{a0}", "\u{202f}", "\u{2009}": continue
      case "\u{2bb}", "\u{2019}", "\u{2018}": word.append("'")
      default: word.append(scalar)
      }
    }
    return String(word)
  }

  /// Read by bytes: characters of many alphabets are slow to tell apart.
  private static let words: [String: CurrencySign] = {
    var words: [String: CurrencySign] = [:]
    words.reserveCapacity(700)
    for line in table.utf8.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: "|")).map {
        $0.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      }
      guard parts.count == 2 else { continue }
      let isOwn = parts[0].contains("~")
      let marked = parts[0].first { $0.utf8.last == UInt8(ascii: "!") }
        .map { String($0.dropLast()) }
      let codes = parts[0].filter { $0 != "~" }.map { String($0.prefix(3)) }.sorted()
      let sign = CurrencySign(
        codes: codes, usual: marked ?? (codes.count == 1 && !isOwn ? codes[0] : nil))
      for word in parts[1] {
        words[word.utf8.contains(UInt8(ascii: ".")) ? normalized(word) : word] = sign
      }
    }
    return words
  }()

  /// Codes, the usual one with `!`, then what is written for them; `~` marks what may mean another
  /// thing, and counts only beside amounts of that currency. `RUR` is what banks and 1C still call
  /// the rouble of today.
  private static let table = """
    RUB | ₽ rur рос.руб росс.руб rubles roubles ruble rouble
    BYN RUB! | rubel rubla rublach rublos rubli
    BYN | бел.руб бел.рублей б.р руб.рб
    RUB! BYN | руб рубль рубля рублей рубли рублях рублі рублів рублёў р
    BYN RUB | p
    KZT | ₸ тг тнг тенге теңге tenge
    UAH | ₴ грн гривна гривня гривны гривен гривень гривні гривнах гривнях hrn hryvnia hryvnias hryvnya
    UZS | сўм so'm сум сумов сумах
    KGS | сом сомов сомах ⃀
    KGS UZS | som
    AMD | ֏ драм драмов драмах դր
    GEL | ₾ лари gel lari ლარი
    AZN | ₼
    AZN TMT | манат манатов манатах manat
    TJS | сомони смн
    MDL RON | lei leu лей леев лея леи леях
    PLN | zł zl złoty złotych złote zloty zlotych злотых злотый злотые złotówki zlotys
    CZK | kč kc korun koruny koruna korunách
    HUF | ft forint forints forintban форинт форинтов форинтах
    HRK | kn kuna
    BGN KGS KZT UZS | лв лева
    RSD | дин din
    MKD | ден
    BAM ~ | km
    EUR | € euro euros евро євро еўра еуро еур euroa euroina euró euróban eurot eiro eurų eurů evro avro ευρώ ευρω
    USD | us$ u$s u$ $us usd$
    AUD | a$ au$ aud$
    CAD | ca$ can$ cad$ cdn$
    NZD | nz$
    HKD | hk$
    SGD | s$ sg$
    TWD | nt$ ntd
    MXN | mx$ mex$
    BRL | r$ brl$ reais real
    ARS | ar$
    CLP | clp$ cl$
    COP | col$ co$
    UYU | $u uy$
    DOP | rd$
    JMD | j$
    TTD | tt$
    XCD | ec$
    BZD | bz$
    GYD | g$ gy$
    NAD | n$
    BBD | bds$
    CAD NIO | c$
    BND BSD | b$
    ARS AUD BBD BMD BND BSD BZD CAD CLP COP CUP CVE DOP FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD SGD SRD TTD TWD USD UYU XCD | $ ＄
    AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD USD XCD | dollar dollars долл дол доллар доллары доллара долларов долларах долар долари доларів доларах долара dolar dolary dolarów dolarach dolarů dolari dólar dólares dolares dollari dollaria dollár
    ARS CLP COP CUP DOP MXN PHP UYU | peso pesos песо
    USD | usdollar usdollars долл.сша дол.сша
    EGP FKP GBP GIP LBP SHP SSP SYP | £ ￡ pound pounds фунт фунты фунтов фунтах
    GBP | ф.ст фунт.ст
    GBP | gb£ uk£
    EGP ~ | le
    EGP | e£ ج.م
    CHF | fr sfr fr. franken
    BIF CDF CHF DJF GNF KMF RWF XAF XOF XPF | franc francs франк франки франков франках
    DKK ISK NOK SEK | kr krona kronor krone kroner krónur
    CZK DKK ISK NOK SEK | крона кроны крон кронах
    SEK | skr
    NOK | nkr
    DKK | dkr
    ISK | íkr
    TRY | ₺ tl türk-lirası türklirası
    LBP SYP TRY! | лира лиры лир лирах lira liras lirası liralar
    CNY JPY | ¥ ￥
    JPY | 円 jp¥ ￥円 yen иена иен иены иенах йена йен йены йенах
    CNY | cn¥ rmb 人民币 人民幣 юань юани юаней юанях yuan
    CNY HKD JPY TWD | 元 圓 圆 块
    KRW | ₩ ￦ 원 вонах
    INR | ₹
    INR LKR MUR NPR PKR SCR | rs ₨ rupee rupees
    IDR INR LKR MUR NPR PKR SCR | рупия рупии рупий рупиях
    IDR ~ | rp
    MYR ~ | rm
    ILS | ₪ nis ש"ח шекель шекели шекелей шекелях shekel shekels
    VND | ₫ đ vnđ đồng
    THB | ฿ บาท baht
    PHP | ₱
    NGN | ₦
    GHS | ₵ gh₵
    KES | ksh
    TZS | tsh
    UGX | ush
    KES SOS TZS UGX | sh shs shilling shillings шиллинг шиллингов шиллингах
    RUB ZAR | r
    ZAR | rand
    ALL HNL LSL MDL RON SZL | l
    BYN ETB | br
    BDT | ৳ tk
    LAK | ₭
    KHR | ៛
    MNT | ₮ төг тугрик тугрики тугриков тугриках
    CRC | ₡
    PYG | ₲ gs
    PEN | s/ soles
    BOB VED VES | bs
    GTQ ~ | q
    AED MAD | dh dhs dirham dirhams дирхам дирхамы дирхамов дирхамах
    BHD DZD IQD JOD KWD LYD RSD TND | dinar dinars динар динары динаров динарах
    AED | د.إ
    IRR OMR QAR SAR YER | ﷼ ريال rial rials riyal riyals риал риалы риалов риалах
    SAR SCR | sr
    KWD ~ | kd
    KWD | د.ك
    JOD ~ | jd
    BHD ~ | bd
    BHD | د.ب
    XAF XOF | cfa fcfa
    """
}
