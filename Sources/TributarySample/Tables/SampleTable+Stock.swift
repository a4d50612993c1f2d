import TributaryModel

extension SampleTable {
  /// Days for which the leading category is counted every evening; the rest on Sundays only.
  private static let stockDays = 396

  static func stock(_ settings: SampleSettings, orders: [Order]) -> SampleTable {
    let window = DayRange(last: settings.asOf, count: min(settings.days, stockDays))
    let stockOut = StockOut(asOf: settings.asOf)
    var sold: [Day: [String: Int]] = [:]
    for order in orders where window.contains(order.placedAt.day) {
      for line in order.lines {
        sold[order.placedAt.day, default: [:]][line.product.sku, default: 0] += line.quantity
      }
    }
    var onHand: [String: Int] = [:]
    var rows: [[String]] = []
    for day in window.days {
      for product in Product.catalogue {
        let isLeading = product.category == .leading
        let isGone = isLeading && stockOut.days.contains(day)
        let left = evening(
          onHand[product.sku] ?? 60, sold: sold[day]?[product.sku] ?? 0, isGone: isGone)
        onHand[product.sku] = left
        guard isLeading || day.weekday == 7 else { continue }
        rows.append([day.description, product.sku, String(left)])
      }
    }
    return SampleTable("stock.csv.gz", .stock, rows: rows)
  }

  /// Pieces left after a day's sales; deliveries keep the shelf from running low.
  private static func evening(_ morning: Int, sold: Int, isGone: Bool) -> Int {
    if isGone { return 0 }
    let left = morning - sold
    return left < 15 ? left + 15 + max(45, sold * 3) : left
  }
}
