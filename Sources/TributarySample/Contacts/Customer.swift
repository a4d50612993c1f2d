/// Somebody who buys.
struct Customer {
  /// Position in the book; also names the visitor that this customer is online.
  let number: Int
  /// Position in `City.all`.
  let city: Int
  /// Ten digits after the country code; nil for a buyer in the store who left none.
  var phone: String?
  let email: String?

  /// The loyalty card of every fourth buyer with a phone.
  var card: String? { phone != nil && number % 4 == 0 ? "K\(100_000 + number)" : nil }

  /// A phone as one of the ways in which people write it.
  static func notation(of phone: String, _ random: inout SeededRandom) -> String {
    let digits = Array(phone)
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    switch random.below(6) {
    case 0, 1: return "+7" + phone
    case 2: return "8" + phone
    case 3: return "+7 \(part(0..<3)) \(part(3..<6))-\(part(6..<8))-\(part(8..<10))"
    case 4: return "8 (\(part(0..<3))) \(part(3..<6))-\(part(6..<8))-\(part(8..<10))"
    default: return "+7 (\(part(0..<3))) \(part(3..<6)) \(part(6..<10))"
    }
  }

  /// Ten digits of a mobile number.
  static func mobile(_ random: inout SeededRandom) -> String {
    let code = random.pick(["945", "946", "948", "973", "974", "975"])
    return code + String(1_000_000 + random.below(8_999_999))
  }
}
