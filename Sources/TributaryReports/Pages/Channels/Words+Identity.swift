import TributaryAnalysis
import TributaryModel

/// The words of who is who.
extension Words {
  var identityTopic: String { say("Who is who", "Кто есть кто") }
  var memberHead: String { say("What", "Что") }
  var keyHead: String { say("Joined by", "По чему узнаны") }
  var joinedShareHead: String { say("Joined", "Узнано") }
  var joinedHead: String { say("Joined, count", "Узнано, число") }
  var withKeyHead: String { say("Carry it", "Есть признак") }
  var allHead: String { say("All", "Всего") }
  var sharedKeysHead: String { say("Shared by too many", "Общих на многих") }

  func memberName(_ member: String) -> String {
    switch member {
    case "order": say("Orders", "Заказы")
    case "call": say("Calls", "Звонки")
    case "letter": say("Letters", "Письма")
    default: say("Invoices", "Счета")
    }
  }

  func name(_ key: IdentityKey.Kind?) -> String {
    switch key {
    case nil: say("anything", "чему-либо")
    case .order?: say("order number", "номеру заказа")
    case .invoice?: say("invoice number", "номеру счёта")
    case .visitor?: say("visitor’s own id", "номеру посетителя")
    case .card?: say("loyalty card", "карте покупателя")
    case .phone?: say("phone", "телефону")
    case .email?: say("e-mail", "почте")
    }
  }

  /// How many orders are tied to anything else that the buyer did.
  func identityClaim(_ report: IdentityReport) -> String {
    guard let orders = report.overall("order") ?? report.matches.first else {
      return say("Nobody is known by name yet.", "Пока никого не узнать.")
    }
    let name = memberName(orders.member).lowercased()
    let best = report.matches.filter { $0.member == orders.member && $0.key != nil }
      .max { $0.joined < $1.joined }
    let part = part(orders.joined, of: orders.members)
    guard let best, best.joined > 0 else {
      return say(
        "None of \(number(orders.members)) \(name) can be tied to anything else that the buyer did.",
        "\(memberName(orders.member)) (\(number(orders.members))) не связать ни с чем другим.")
    }
    return say(
      "\(part) \(name) are tied to something else that the buyer did, most by \(self.name(best.key)).",
      "\(memberName(orders.member)), связанные с чем-то ещё: \(part), чаще всего по \(self.name(best.key))."
    )
  }

  func identityRead(_ report: IdentityReport) -> Markup {
    let known = part(report.knownSessions, of: report.sessions)
    return rich(
      "A person is everything that shares a number: an order seen on the thank-you page, a visitor’s own id, a loyalty card, a phone, an e-mail (the last two as hashes). A number that very many share, such as an office’s phone, joins nobody. \(known) visits are of people known by name.",
      "Один человек – всё, что связано общим признаком: номером заказа со страницы «спасибо», номером посетителя, картой, телефоном, почтой (два последних – хешами). Признак, общий для очень многих, например телефон офиса, никого не связывает. Визиты узнанных людей: \(known)."
    )
  }
}
