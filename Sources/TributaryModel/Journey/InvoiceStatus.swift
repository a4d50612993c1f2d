/// The words for what becomes of an invoice.
public enum InvoiceStatus {
  /// Whether a status says that the shop took the invoice back: it asks nobody for money any more, and
  /// nobody who does not pay it is to blame. One that is open, failed or refunded is none.
  ///
  /// Cancelled ones are told as with orders, in the same languages; `void`, `Аннулирован`, `Storniert`,
  /// `Replaced by INV-7` and `Заменён` are taken back, too.
  public static func isVoid(_ status: String) -> Bool {
    guard let head = StatusPhrase(status).words.first else { return false }
    if StatusWords.takenBack.contains(head) { return true }
    return StatusWords.isCancelled(head) && OrderStatus.isLost(status)
  }

  /// Whether a status says that the invoice is paid, and not in part.
  public static func isPaid(_ status: String) -> Bool {
    let words = StatusPhrase(status).words
    guard let head = words.first, StatusWords.paid.contains(head) else { return false }
    let rest = words.dropFirst()
    return !StatusWords.has(StatusWords.takesBack, in: rest)
      && rest.last.map(StatusWords.answers.contains) != true
  }
}
