import TributaryModel

/// One document of a bank statement: a payment that came or went.
struct BankDocument {
  let line: Int
  let byteOffset: Int64
  let type: String
  private(set) var fields: [String: String] = [:]
  var isTooLong = false
  private var lastKey = ""
  private var length = 0

  /// Bytes that the texts of one document may have.
  private static let limit = 1 << 16

  init(line: Int, byteOffset: Int64, type: String) {
    self.line = line
    self.byteOffset = byteOffset
    self.type = type
  }

  /// Takes in `key=value`; a line without `=` continues the value before it.
  mutating func take(_ key: String, _ value: String?) {
    length += key.utf8.count + (value?.utf8.count ?? 0)
    guard length <= BankDocument.limit else {
      isTooLong = true
      return
    }
    if let value {
      lastKey = key
      if fields[key, default: ""].isEmpty { fields[key] = value }
    } else if !key.isEmpty, !lastKey.isEmpty {
      fields[lastKey, default: ""] += " " + key
    }
  }

  /// The first of these keys that has a value.
  func first(_ keys: String...) -> String? {
    keys.lazy.compactMap { fields[$0] }.first { !$0.isEmpty }
  }

  /// What it pays for, also where it is split into numbered lines.
  var purpose: String {
    first("НазначениеПлатежа")
      ?? (1...6).compactMap { fields["НазначениеПлатежа\($0)"] }.joined(separator: " ")
  }

  /// Whether payer and recipient have one tax number.
  var isWithinOneOwner: Bool {
    let numbers = [Side.payer, .recipient].map { side in
      fields[side.rawValue + "ИНН", default: ""].filter { !$0.isWhitespace }
    }
    return numbers[0] == numbers[1] && numbers[0].contains { $0 != "0" }
  }

  /// What tells documents of one day, number, sum and payer apart.
  var telling: [String] {
    let names = ["Плательщик", "Плательщик1", "ПлательщикРасчСчет", "Получатель", "Получатель1"]
    return [type]
      + (accounts(of: .payer) + accounts(of: .recipient) + names.map { fields[$0] ?? "" }
      + [purpose]).map { text in
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
      }
  }

  /// The document's head without names, for the sample of a refusal.
  var start: String {
    let shown = ["Номер", "Дата", "Сумма"].compactMap { key in fields[key].map { key + "=" + $0 } }
    return (["СекцияДокумент=" + type] + shown).joined(separator: "; ")
  }

  func accounts(of side: Side) -> [String] {
    [side.rawValue + "Счет", side.rawValue + "РасчСчет"].compactMap { fields[$0] }
  }

  enum Side: String {
    case payer = "Плательщик"
    case recipient = "Получатель"

    var other: Side { self == .payer ? .recipient : .payer }
  }
}
