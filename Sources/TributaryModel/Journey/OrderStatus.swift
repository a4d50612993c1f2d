/// The words for what becomes of an order; a shop's own words are mapped onto them by `values` in
/// the pipeline file.
public enum OrderStatus {
  /// Whether an order was lost: it has such a status, or a day on which it was cancelled.
  public static func isLost(_ status: String?, isCancelled: Bool) -> Bool {
    isCancelled || status.map(isLost) ?? false
  }

  /// Whether a status says that an order is no sale (`unpaid`: not yet).
  ///
  /// Letter case, spaces, quotes, a code in brackets before it and WooCommerce's `wc-` do not count:
  /// `[C] Отменён`, `wc-cancelled`. Who cancelled may be named: `Cancelled by customer`.
  public static func isLost(_ status: String) -> Bool {
    let words = words(status)
    if lost.contains(words.joined(separator: " ")) { return true }
    guard words.count > 1, cancelled.contains(words[0]) else { return false }
    // More words may take it back: `Отмена клиентом отозвана`.
    return whoCancels.contains(where: words[1].hasPrefix) && words.count == 2
      || prepositions.contains(words[1]) && words.count == 3
  }

  /// Words in lower case, without what programs put around them.
  private static func words(_ status: String) -> [String] {
    let quotes: Set<Character> = ["\"", "'", "«", "»", "“", "”", "„"]
    var text = status.lowercased().replacing("ё", with: "е")[...]
    text = text.drop { $0.isWhitespace || quotes.contains($0) }
    let closings: [Character: Character] = ["[": "]", "(": ")"]
    if let closing = text.first.flatMap({ closings[$0] }), let end = text.firstIndex(of: closing) {
      text = text[text.index(after: end)...]
    }
    if text.hasPrefix("wc-") { text = text.dropFirst(3) }
    return text.split(whereSeparator: \.isWhitespace).map { $0.filter { !quotes.contains($0) } }
  }

  private static let cancelled: Set<String> = [
    "cancelled", "canceled", "отменен", "отменена", "отменено", "отмена", "storniert", "annulé",
    "annulée",
  ]

  /// How the word behind `cancelled` begins when it says who did it.
  private static let whoCancels = [
    "клиент", "покупател", "заказчик", "магазин", "продавц", "менеджер", "оператор", "систем",
    "автомат",
  ]
  private static let prepositions: Set<String> = ["by", "vom", "von", "durch", "par"]

  /// The canonical words, and what shop systems call them in English, Russian, German and French.
  private static let lost: Set<String> = cancelled.union([
    "unclaimed", "returned", "refunded", "voided", "failed", "unpaid",
    "возврат", "возвращен", "возвращена", "не выкуплен", "не выкуплена", "невыкуп",
    "не востребован", "невостребован", "аннулирован", "аннулирована",
    "stornierung", "storno", "retourniert", "erstattet", "zurückerstattet",
    "annulation", "remboursé", "remboursée", "retourné", "retournée",
  ])
}
