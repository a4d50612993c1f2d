import TributaryModel

extension Truth {
  static func geodomains(_ sample: Sample) -> JSONText {
    let asOf = sample.settings.asOf
    return .list(
      City.withDomain.map { city in
        var members: [String: JSONText] = [
          "city": .text(city.name),
          "domain": .text(city.host ?? ""),
          "orders_of_the_city": .integer(
            sample.orders.count { City.all[$0.customer.city].name == city.name && $0.host != nil }),
          "orders_through_domain": .integer(sample.orders.count { $0.host == city.host }),
          "population": .integer(city.population),
          "wish_per_head_to_moscow": .number(thousandths(city.rate)),
        ]
        if let launch = city.launchDay(asOf: asOf) {
          members["launched_on"] = .text(launch.description)
          members["launch_multiplies_orders_by"] = .number(thousandths(City.launchUplift))
        }
        return .object(members)
      })
  }

  static func customers(_ sample: Sample) -> JSONText {
    var online: Set<Int> = []
    var store: Set<Int> = []
    for order in sample.orders where order.customer.phone != nil {
      if order.method == .retail {
        store.insert(order.customer.number)
      } else {
        online.insert(order.customer.number)
      }
    }
    return .object([
      "with_phone_both": .integer(online.intersection(store).count),
      "with_phone_online": .integer(online.count),
      "with_phone_store": .integer(store.count),
    ])
  }

  static func phoneOrders(_ sample: Sample) -> JSONText {
    let noted = sample.callLog.calls.count { $0.orderID != nil }
    let orders = sample.orders.count { $0.method == .phone }
    return .object([
      "calls": .integer(sample.callLog.calls.count),
      "calls_answered": .integer(sample.callLog.calls.count { $0.answered }),
      "joined_by_order_id": .integer(noted),
      "joined_only_by_phone": .integer(orders - noted),
      "orders": .integer(orders),
    ])
  }

  static func letters(_ sample: Sample) -> JSONText {
    let funnel = sample.funnel
    let settled = sample.settings.asOf.adding(-30)
    let old = funnel.invoices.filter { $0.at.day <= settled }
    return .object([
      "invoices": .integer(funnel.invoices.count),
      "invoices_older_than_30_days": .integer(old.count),
      "invoices_older_than_30_days_paid": .integer(old.count { $0.paidAt != nil }),
      "invoice_share_after_late_reply": .number("0.28"),
      "invoice_share_after_prompt_reply": .number("0.66"),
      "late_is": .text("no reply within 24 hours"),
      "letters": .integer(funnel.letters.count),
      "letters_late": .integer(funnel.letters.count { $0.isLate }),
      "letters_never_replied": .integer(funnel.letters.count { $0.repliedAt == nil }),
      "orders": .integer(funnel.orders.count),
      "planted_paid_share": .number("0.3333"),
    ])
  }

  static func stockOut(_ sample: Sample) -> JSONText {
    let stockOut = StockOut(asOf: sample.settings.asOf)
    guard sample.settings.trade.contains(stockOut.days.first) else { return .object([:]) }
    return .object([
      "category": .text(Product.Category.leading.name),
      "days": .list(
        stockOut.days.days.map { day in
          .row([
            ("date", .text(day.description)),
            ("orders_lost", .integer(sample.orderBook.lost[day] ?? 0)),
            ("orders_placed", .integer(sample.orders.count { $0.placedAt.day == day })),
          ])
        }),
      "who_takes_something_else": .number("0.15"),
    ])
  }
}
