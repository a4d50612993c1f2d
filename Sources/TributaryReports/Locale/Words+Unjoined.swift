import TributaryAnalysis
import TributaryModel

extension UnjoinedKeys {
  /// The keys in one sentence for a terminal: how many there are, who carries them and why they join
  /// nobody.
  public func text(_ language: RunReport.Language) -> String {
    Words(language, currency: .usd).sentence(self).replacing(Words.noBreak, with: " ")
  }
}

/// The words of keys that join nobody, on the page of data and in a terminal.
extension Words {
  var unjoinedTopic: String {
    say("What is nobody’s", "Что не говорит о человеке")
  }
  var whyNobodyHead: String { say("Why it joins nobody", "Почему никого не связывает") }
  var unjoinedKindHead: String { say("What", "Что") }
  var unjoinedKeysHead: String { say("Different", "Разных") }
  var unjoinedMembersHead: String { say("Carried by", "У скольких") }
  var unjoinedExampleHead: String { say("For example", "Например") }

  func unjoinedClaim(_ keys: [UnjoinedKeys]) -> String {
    let count = keys.reduce(0) { $0 + $1.keys }
    return say(
      "\(number(count)) \(count == 1 ? "value joins" : "values join") nobody: who carries \(count == 1 ? "it" : "one") is no less a person alone.",
      "Значений, которые никого не связывают: \(number(count)); с ними каждый остаётся отдельным человеком."
    )
  }

  var unjoinedNote: Markup {
    rich(
      "The bar of crowds and strangers is <code>identity.shared_key_limit</code>; <code>identity.nobody</code> adds phones, addresses, cards and ids of your own.",
      "Порог для толпы и чужих людей: <code>identity.shared_key_limit</code>; свои телефоны, адреса, карты и номера добавляет <code>identity.nobody</code>."
    )
  }

  /// One sentence for a terminal.
  func sentence(_ keys: UnjoinedKeys) -> String {
    let example = keys.example.isEmpty ? "" : say(", as ", ", например ") + keys.example
    return say(
      "\(contact(keys.kind)): \(number(keys.keys)) \(keys.keys == 1 ? "joins" : "join") nobody, carried by \(number(keys.members))\(example); \(why(keys.reason))",
      "\(contact(keys.kind)): никого не связывает \(number(keys.keys)), встречается у \(number(keys.members))\(example); \(why(keys.reason))"
    )
  }

  func contact(_ kind: IdentityKey.Kind) -> String {
    switch kind {
    case .order: say("order numbers", "номера заказов")
    case .invoice: say("invoice numbers", "номера счетов")
    case .visitor: say("browsers and visitor ids", "браузеры и номера посетителей")
    case .card: say("loyalty cards", "карты покупателей")
    case .phone: say("phones", "телефоны")
    case .email: say("e-mail addresses", "адреса почты")
    }
  }

  func why(_ reason: UnjoinedKeys.Reason) -> String {
    switch reason {
    case .placeholder: say("stands for not known", "так пишут, когда не знают")
    case .own: say("the shop’s own", "принадлежит самому магазину")
    case .listed: say("listed in the pipeline file", "перечислено в файле конвейера")
    case .crowd:
      say("too many records of one kind within 30 days", "слишком много записей за 30 дней")
    case .strangers:
      say("its records name too many different people", "в записях слишком много разных людей")
    }
  }
}
