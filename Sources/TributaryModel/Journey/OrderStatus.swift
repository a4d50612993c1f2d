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
  /// `[C] Отменён`, `wc-cancelled`. Behind a word for a loss may stand who did it, how, or a remark:
  /// `cancelled_by_customer`, `Отменён (нет в наличии)`, `Возврат товара`; but nothing that takes it
  /// back or is still open: `Отмена клиентом отозвана`, `Возврат денег отклонён`. What begins with
  /// other words is no loss: `Не отменён`, `Запрос на отмену`, `partially_refunded`.
  public static func isLost(_ status: String) -> Bool {
    let phrase = StatusPhrase(status)
    if StatusWords.lost.contains(phrase.words.joined(separator: " ")) { return true }
    guard let head = phrase.words.first, StatusWords.isFollowed(head) else { return false }
    let tail = phrase.words.dropFirst()
    // Numbers may say how many of the pieces: `Returned: 1 of 3`.
    guard let next = tail.first, let last = tail.last, !StatusWords.answers.contains(last),
      !StatusWords.has(StatusWords.takesBack, in: tail),
      !tail.contains(where: { $0.allSatisfy(\.isNumber) })
    else { return false }
    if StatusWords.events.contains(head), StatusWords.has(StatusWords.isOpen, in: tail) {
      return false
    }
    let isBack =
      !StatusWords.returned.contains(head) || StatusWords.has(StatusWords.whereTo, in: tail)
    return phrase.hasRemark || StatusWords.leads(next) && isBack
  }
}

/// The words of a status, without what programs put around them.
struct StatusPhrase {
  /// In lower case; `ё` is `е`.
  let words: [String]
  /// Whether a sign that begins a remark stands behind the first word.
  let hasRemark: Bool

  init(_ status: String) {
    var text = status.lowercased().replacing("ё", with: "е")[...]
    let isAround = { (letter: Character) in letter.isWhitespace || StatusPhrase.isQuote(letter) }
    text = text.drop(while: isAround)
    let closings: [Character: Character] = ["[": "]", "(": ")"]
    if let closing = text.first.flatMap({ closings[$0] }), let end = text.firstIndex(of: closing) {
      text = text[text.index(after: end)...].drop(while: isAround)
    }
    if text.hasPrefix("wc-") { text = text.dropFirst(3) }
    var words: [String] = []
    var hasRemark = false
    var word = ""
    var gap = ""
    for letter in text where !StatusPhrase.isQuote(letter) {
      guard letter.isLetter || letter.isNumber else {
        if !word.isEmpty { words.append(word) }
        word = ""
        gap.append(letter)
        continue
      }
      if word.isEmpty {
        if words.count == 1 { hasRemark = StatusPhrase.beginsRemark(gap) }
        gap = ""
      }
      word.append(letter)
    }
    if !word.isEmpty { words.append(word) }
    self.words = words
    self.hasRemark = hasRemark
  }

  private static func isQuote(_ letter: Character) -> Bool { "\"'«»“”„’".contains(letter) }

  /// Not a line or hyphen that joins two words: `cancelled_reversal`.
  private static func beginsRemark(_ gap: String) -> Bool {
    gap.contains { "([:;,.–—/|".contains($0) } || gap.contains("-") && gap.count > 1
  }
}
