/// The words for what becomes of an order; a shop's own words are mapped onto them by `values` in
/// the pipeline file.
public enum OrderStatus {
  /// Statuses of orders that are no sale (`unpaid`: not yet): the canonical words, and what shop systems call them
  /// in English and Russian, in small letters, capitals, or with a capital first.
  public static let lost: Set<String> = {
    let words = [
      "cancelled", "unclaimed", "returned", "refunded", "canceled", "voided", "failed",
      "unpaid",
      "отменён", "отменен", "отмена", "возврат", "возвращён", "возвращен", "не выкуплен",
      "невыкуп", "не востребован", "невостребован",
    ]
    return Set(words.flatMap { [$0, $0.uppercased(), $0.prefix(1).uppercased() + $0.dropFirst()] })
  }()

  /// Whether an order was lost: it has such a status, or a day on which it was cancelled.
  public static func isLost(_ status: String?, isCancelled: Bool) -> Bool {
    isCancelled || lost.contains(status ?? "")
  }
}
