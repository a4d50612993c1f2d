import TributaryModel

/// Orders of 28 days to the as-of day by whether their buyer had ordered before.
///
/// A buyer is the person that the order's phone, e-mail, card or visits lead to; an earlier order
/// counts whatever became of it, as far back as the history goes.
public struct BuyerGroup: Sendable, Hashable {
  public let kind: Kind
  public let orders: Int
  public let cancelled: Int
  /// Of the orders not lost, minor units.
  public let revenue: Int64

  /// Whether the buyer had ordered before.
  public enum Kind: String, Sendable, CaseIterable {
    case new, returning
    /// Nothing tells who placed the order.
    case unknown
  }

  package init(kind: Kind, orders: Int, cancelled: Int, revenue: Int64) {
    self.kind = kind
    self.orders = orders
    self.cancelled = cancelled
    self.revenue = revenue
  }

  /// Fewer orders of known buyers say nothing of their share.
  static let fewest = 20

  /// Orders of returning buyers over those of all known ones; nil for too few.
  ///
  /// By hand: 30 returning and 70 new of known buyers, 10 unknown: 30 of 100.
  public static func returningShare(_ groups: [BuyerGroup]) -> Estimate? {
    func orders(_ kind: Kind) -> Int {
      groups.filter { $0.kind == kind }.reduce(0) { $0 + $1.orders }
    }
    let known = orders(.new) + orders(.returning)
    return known >= fewest ? .share(orders(.returning), of: known) : nil
  }

  public static let results = ResultTable<BuyerGroup>(
    "buyer_group", grain: "kind of buyer",
    [
      .text("buyers", isKey: true, "new, returning or unknown") { $0.kind.rawValue },
      .count("orders", "that they placed") { $0.orders },
      .count("cancelled", "of them lost") { $0.cancelled },
      .estimate("cancelled_share", unit: .share, "cancelled over orders") {
        .share($0.cancelled, of: $0.orders)
      },
      .money("revenue", "of those not lost") { $0.revenue },
    ])
}
