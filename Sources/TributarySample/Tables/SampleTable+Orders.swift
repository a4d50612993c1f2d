import TributaryModel

extension SampleTable {
  static func orders(_ orders: [Order], _ random: SeededRandom) -> SampleTable {
    var random = random
    return SampleTable(
      "orders.csv.gz", .orders, without: ["client_id", "updated_at"], extra: ["delivery_charge"],
      rows: orders.map { row(of: $0, &random) })
  }

  private static func row(of order: Order, _ random: inout SeededRandom) -> [String] {
    let phone = order.customer.phone.map { Customer.notation(of: $0, &random) }
    let paidAt: LocalTime? =
      switch order.payment {
      case .card, .cash, .invoice: order.placedAt
      case .cashOnDelivery: order.moment(of: .delivered)
      }
    let backAt = order.moment(of: .cancelled) ?? order.moment(of: .unclaimed)
    return [
      order.id, order.placedAt.iso, order.total.roubles, "RUB", order.status.rawValue,
      order.method == .retail ? "store" : "online", order.method.rawValue, order.host ?? "",
      City.all[order.customer.city].name, phone ?? "", order.customer.email ?? "",
      order.customer.card ?? "", order.discount.roubles, order.deliveryCost.roubles,
      order.costOfGoods.roubles,
      order.payment.rawValue, paidAt?.iso ?? "", order.moment(of: .shipped)?.iso ?? "",
      order.moment(of: .delivered)?.iso ?? "", backAt?.iso ?? "", order.cancelReason ?? "",
      order.deliveryCharge.roubles,
    ]
  }

  static func orderLines(_ orders: [Order]) -> SampleTable {
    SampleTable(
      "order_lines.csv.gz", .orderLines, without: ["currency"],
      rows: orders.flatMap { order in
        order.lines.map { line in
          [
            order.id, line.product.sku, String(line.quantity), line.product.price.roubles,
            line.product.name, line.product.category.name, line.product.cost.roubles,
          ]
        }
      })
  }

  static func orderStatuses(_ orders: [Order]) -> SampleTable {
    SampleTable(
      "order_statuses.csv.gz", .orderStatuses,
      rows: orders.flatMap { order in
        order.history.map { [order.id, $0.at.iso, $0.status.rawValue] }
      })
  }
}
