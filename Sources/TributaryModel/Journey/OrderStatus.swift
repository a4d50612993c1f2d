/// The words for what becomes of an order; a shop's own words are mapped onto them by `values` in
/// the pipeline file.
public enum OrderStatus {
  /// Statuses that end an order without a sale.
  public static let lost: Set<String> = ["cancelled", "unclaimed", "returned", "refunded"]

  /// Whether an order was lost: it has such a status, or a day on which it was cancelled.
  public static func isLost(_ status: String?, isCancelled: Bool) -> Bool {
    isCancelled || lost.contains(status ?? "")
  }
}
