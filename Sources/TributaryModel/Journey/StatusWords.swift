/// What shop systems call lost orders in English, Russian, German and French, in lower case and
/// without `ё`; and the words that may stand behind.
enum StatusWords {
  /// Words for a loss when nothing stands behind them.
  static let lost = cancelled.union(returned).union(refunded).union(events).union([
    "unclaimed", "voided", "failed", "unpaid",
    "не выкуплен", "не выкуплена", "не выкуплено", "не востребован", "невостребован",
  ])

  /// Whether a status that begins with that word may be a loss when others stand behind it.
  static func isFollowed(_ word: String) -> Bool {
    cancelled.contains(word) || returned.contains(word) || refunded.contains(word)
      || events.contains(word)
  }

  private static let cancelled: Set<String> = [
    "cancelled", "canceled", "отменен", "отменена", "отменено", "отменены", "аннулирован",
    "аннулирована", "аннулировано", "storniert", "annulé", "annulée", "annulés", "annulées",
  ]

  /// Whether the word says that somebody cancelled.
  static func isCancelled(_ word: String) -> Bool {
    cancelled.contains(word) || cancellations.contains(word)
  }

  private static let cancellations: Set<String> = [
    "отмена", "stornierung", "storno", "annulation",
  ]

  /// What else an invoice is called that was taken back.
  static let takenBack: Set<String> = [
    "void", "voided", "annulled", "withdrawn", "deleted", "replaced", "superseded", "отозван",
    "отозвана", "удален", "удалена", "заменен", "заменена", "сторнирован", "сторнирована",
    "недействителен", "недействительна", "ungültig", "gelöscht", "ersetzt", "remplacée", "remplacé",
    "supprimée",
  ]

  /// What an invoice is called that is paid.
  static let paid: Set<String> = [
    "paid", "settled", "оплачен", "оплачена", "оплачено", "bezahlt", "beglichen", "payé", "payée",
    "réglée", "pagado", "pagada",
  ]

  /// What comes back may also go back to work: `Возвращён менеджеру`.
  static let returned: Set<String> = [
    "returned", "возвращен", "возвращена", "возвращено", "возвращены", "retourniert", "retourné",
    "retournée",
  ]

  private static let refunded: Set<String> = [
    "refunded", "erstattet", "zurückerstattet", "remboursé", "remboursée",
  ]

  /// Nouns, of which the words behind may say that it has not happened.
  static let events: Set<String> = [
    "отмена", "возврат", "невыкуп", "stornierung", "storno", "rückgabe", "annulation",
  ]

  /// Whether a word right behind one for a loss goes on with it: who did it, what came back, why.
  static func leads(_ word: String) -> Bool {
    prepositions.contains(word) || has(leading, in: [word])
  }

  private static let prepositions: Set<String> = [
    "by", "from", "to", "due", "because", "on", "for", "after", "before", "via",
    "по", "от", "из", "со", "до", "после", "vom", "von", "durch", "wegen", "auf", "par", "pour",
    "suite", "à", "au",
  ]
  private static let leading = [
    "клиент", "покупател", "заказчик", "магазин", "продавц", "отправител", "менеджер", "оператор",
    "систем", "автомат", "товар", "заказ", "посыл", "отправлени", "денег", "средств", "automatic",
    "order",
  ]

  /// How the words begin that name where what comes back goes, or who sends it.
  static let whereTo = [
    "sender", "seller", "vendor", "merchant", "shipper", "shop", "store", "stock", "warehouse",
    "customer", "buyer", "client", "клиентом", "клиента", "покупател", "заказчик", "отправител",
    "продавц", "магазин", "склад", "kunde", "absender", "händler", "lager", "expéditeur", "vendeur",
    "boutique", "magasin",
  ]

  /// How the words begin that take back or narrow what stands before.
  static let takesBack = [
    "restor", "reinstat", "revers", "revok", "undone", "reopen", "partial", "частич", "отозван",
    "восстан", "возобновл", "teilweise", "zurückgenommen", "partiel", "rétabli",
  ]

  /// How the words begin that say of an event that it was asked for, is going on or was refused.
  static let isOpen = [
    "отклон", "отказан", "отмен", "запро", "заявк", "ожида", "обраб", "рассм", "оформля", "соглас",
    "провер", "одобр", "нужен", "нужна", "требу", "вопрос", "обмен", "пути", "request", "pending",
    "reject", "declin", "beantragt", "angefragt", "abgelehnt", "demandé", "refusé", "cours",
    "attente",
  ]

  /// Last words that answer whether it is so: `Отменено клиентом: нет`.
  static let answers: Set<String> = ["нет", "no", "nein", "non", "false", "0"]

  static func has(_ beginnings: [String], in words: some Sequence<String>) -> Bool {
    words.contains { word in beginnings.contains(where: word.hasPrefix) }
  }
}
