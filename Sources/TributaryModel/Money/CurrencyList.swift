/// The currencies of the world by their codes: data, and how they are looked up.
enum CurrencyList {
  /// Codes in use by the digits of their minor unit.
  ///
  /// Source: ISO 4217, list one, as of 2026-01-01, without metals, units of account of banks, `XTS`
  /// and `XXX`. BGN, which Bulgaria gave up on that day, stays: a year's comparison still needs it.
  private static let active: [(digits: Int, codes: String)] = [
    (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
    (3, "BHD IQD JOD KWD LYD OMR TND"),
    (4, "CLF UYW"),
    (
      2,
      """
      AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
      CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL
      GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR
      LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD
      PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC
      SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR
      ZMW ZWG
      """
    ),
  ]

  /// Withdrawn codes that files still hold, and the code that took their place.
  ///
  /// Source: ISO 4217, list three, as of 2026-01-01.
  static let successors: [String: String] = {
    var successors: [String: String] = [:]
    for line in withdrawn.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      for code in words.dropFirst() { successors[code] = words[0] }
    }
    return successors
  }()

  private static let withdrawn = """
    RUB RUR SUR
    BYN BYR BYB
    TRY TRL
    EUR HRK EEK LVL LTL SKK SIT MTL CYP DEM FRF ITL ESP PTE ATS BEF NLG FIM GRD IEP LUF XEU
    XCG ANG
    AZN AZM AZR
    BGN BGL
    CUP CUC
    GHS GHC
    MRU MRO
    MXN MXP
    MZN MZM
    PEN PEI
    PLN PLZ
    RON ROL
    RSD CSD YUM
    SDG SDD
    SLE SLL
    SRD SRG
    STN STD
    TJS TJR
    TMT TMM
    UAH UAK
    VES VEB VEF
    ZMW ZMK
    ZWG ZWL ZWD ZWR
    GEL GEK
    BRL BRR
    ARS ARA
    ILS ILR
    """

  /// By `place(of:)`: the digits of the minor unit; `none` where no currency is.
  private static let digits: [UInt8] = {
    var digits = [UInt8](repeating: none, count: 26 * 26 * 26)
    for group in active {
      for code in group.codes.split(whereSeparator: \.isWhitespace) {
        if let place = place(of: String(code)) { digits[place] = UInt8(group.digits) }
      }
    }
    return digits
  }()
  private static let none: UInt8 = 0xff

  /// Every code in use, by the alphabet.
  static let codes = active.flatMap {
    $0.codes.split(whereSeparator: \.isWhitespace).map(String.init)
  }
  .sorted()

  /// The digits of the minor unit of a code in capital letters; nil for no code in use.
  static func minorDigits(of code: String) -> Int? {
    guard let place = place(of: code), digits[place] != none else { return nil }
    return Int(digits[place])
  }

  private static func place(of code: String) -> Int? {
    var (place, count) = (0, 0)
    for byte in code.utf8 {
      guard byte &- 65 < 26, count < 3 else { return nil }
      place = place * 26 + Int(byte - 65)
      count += 1
    }
    return count == 3 ? place : nil
  }
}
