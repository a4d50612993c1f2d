/// What the name of a column, parameter or key says of the digits that it holds.
public enum ContactField: Sendable {
  case phone
  case card
  /// An article or a place: its digits may look like a phone.
  case thing

  /// Whether its digits are somebody's.
  public var isContact: Bool { self != .thing }

  /// Nil for names that speak of none of them.
  ///
  /// The last word tells: `customer_phone`, `billing[phone]`, `phoneNumber` and `tel2` are phones,
  /// `phone_id` is none.
  public init?(_ name: String) {
    var words = ContactField.words(of: name)
    while words.count > 1, let last = words.last,
      ContactField.fillers.contains(last) || last.allSatisfy(\.isNumber)
    { words.removeLast() }
    guard let last = words.last.map({ $0.drop(while: \.isNumber) }) else { return nil }
    var word = String(last)
    while word.last?.isNumber == true { word.removeLast() }
    for filler in ["number", "num", "no"] where word.count > filler.count + 1 {
      if word.hasSuffix(filler) { word.removeLast(filler.count) }
    }
    if ContactField.phones.contains(word) || ContactField.isCompound(word) {
      self = .phone
    } else if ContactField.cards.contains(word) {
      self = .card
    } else if ContactField.things.contains(word) {
      self = .thing
    } else {
      return nil
    }
  }

  private static let phones: Set<String> = [
    "phone", "phones", "tel", "telephone", "telefon", "telefone", "telefono", "téléphone", "mobile",
    "mobil", "mob", "msisdn", "whatsapp", "viber", "cell", "gsm", "fax", "caller", "callerid",
    "handy", "телефон", "телефона", "телефоны", "тел", "моб", "мобильный", "мобильного", "сотовый",
  ]
  private static let cards: Set<String> = [
    "card", "cards", "creditcard", "bankcard", "pan", "cc", "карта", "карты", "карте",
  ]
  private static let things: Set<String> = [
    "sku", "article", "part", "partnumber", "mpn", "oem", "ean", "gtin", "upc", "isbn", "barcode",
    "артикул", "штрихкод", "geo", "lat", "lon", "lng", "latitude", "longitude", "coords",
    "coordinates",
  ]
  /// Words that may stand behind one that tells.
  private static let fillers: Set<String> = [
    "number", "num", "no", "nr", "raw", "value", "full", "main", "work", "home", "e164", "номер",
    "клиента", "покупателя", "заказчика", "получателя",
  ]

  /// `userphone`, `cellphone`; not the things that are sold under such names.
  private static func isCompound(_ word: String) -> Bool {
    let things = ["iphone", "smartphone", "headphone", "earphone", "microphone", "saxophone"]
    return ["phone", "telefon", "телефон"].contains(where: word.hasSuffix)
      && !things.contains(where: word.hasSuffix)
  }

  /// The words of a name in lower case, cut at signs and where a capital follows a small letter.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    for sign in name {
      let isLetter = sign.isLetter || sign.isNumber
      if !isLetter || (wasSmall && sign.isUppercase) {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if isLetter { word += sign.lowercased() }
      wasSmall = sign.isLowercase
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// Whether a name of `phones` or `cards` may stand before digits that start there, in bytes whose
  /// escapes are not undone: quick, and true too often.
  static func mayEnd(_ bytes: borrowing Span<UInt8>, from first: Int, before start: Int) -> Bool {
    var at = start - 1
    var skipped = 0
    while at >= first, skipped < 3, " \"'[".utf8.contains(bytes[at]) {
      at -= 1
      skipped += 1
    }
    guard at >= first else { return false }
    if at >= first + 2, bytes[at - 2] == UInt8(ascii: "%") { return true }
    switch bytes[at] {
    case UInt8(ascii: "/"):
      // phone/, tel/, wa.me/
      guard at > first else { return false }
      let letter = bytes[at - 1] | 0x20
      return letter == UInt8(ascii: "e") || letter == UInt8(ascii: "l")
    case UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: ">"):
      return mayName(bytes, from: max(first, at - 40), to: at)
    default: return false
    }
  }

  private static func mayName(
    _ bytes: borrowing Span<UInt8>, from first: Int, to end: Int
  ) -> Bool {
    var three: UInt32 = 0
    var at = end - 1
    while at >= first {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: "{"),
        UInt8(ascii: "<"), UInt8(ascii: ";"):
        return end - at == 3
      case UInt8(ascii: "%"), 0x80...: return true
      default: break
      }
      three = (three << 8 | UInt32(byte | 0x20)) & 0xff_ffff
      if isBeginning(three) { return true }
      at -= 1
    }
    return end - first == 2
  }

  /// Whether three letters, the last one highest, begin a word above that is written in ASCII.
  private static func isBeginning(_ letters: UInt32) -> Bool {
    switch letters {
    // pho, tel, mob, msi, wha, vib, cel, gsm, fax, cal, han, car, pan
    case 0x6f6870, 0x6c6574, 0x626f6d, 0x69736d, 0x616877, 0x626976, 0x6c6563, 0x6d7367, 0x786166,
      0x6c6163, 0x6e6168, 0x726163, 0x6e6170:
      true
    default: false
    }
  }
}
