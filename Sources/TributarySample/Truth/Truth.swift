import TributaryModel

/// What is planted in the sample: `truth.json`.
struct Truth {
  let json: JSONText

  init(of sample: Sample, badRows: [BadRow]) {
    json = .object([
      "bad_rows": Truth.badRows(badRows),
      "calls": Truth.calls(sample),
      "campaigns": Truth.campaigns(sample),
      "cancellations": Truth.cancellations(sample.orders),
      "customers": Truth.customers(sample),
      "demand": Truth.demand(sample.settings),
      "geodomains": Truth.geodomains(sample),
      "letters": Truth.letters(sample),
      "log": Truth.log(sample),
      "orders": Truth.orders(sample),
      "phone_orders": Truth.phoneOrders(sample),
      "search_queries": Truth.searchQueries,
      "settings": Truth.settings(sample.settings),
      "stock_out": Truth.stockOut(sample),
      "web_orders_in_log": Truth.journeys(sample),
    ])
  }

  private static func settings(_ settings: SampleSettings) -> JSONText {
    .object([
      "as_of": .text(settings.asOf.description),
      "currency": .text("RUB"),
      "days": .integer(settings.days),
      "first_day": .text(settings.trade.first.description),
      "first_log_day": .text(settings.logged.first.description),
      "seed": .text(String(settings.seed)),
      "timezone": .text("Europe/Moscow"),
      "visits_per_day": .integer(settings.visitsPerDay),
    ])
  }

  private static func badRows(_ rows: [BadRow]) -> JSONText {
    .list(
      rows.map { row in
        .row([
          ("file", .text(row.file)), ("line", .integer(row.line)),
          ("reason", .text(row.reason.rawValue)), ("why", .text(row.why)),
        ])
      })
  }

  private static func demand(_ settings: SampleSettings) -> JSONText {
    func peak(_ name: String, _ first: String, _ last: String, _ index: Int) -> JSONText {
      .row([
        ("name", .text(name)), ("top_first", .text(first)), ("top_last", .text(last)),
        ("index", .integer(index)),
      ])
    }
    return .object([
      "growth_per_year": .number("0.12"),
      "ordinary_day_index": .integer(100),
      "orders_on_an_ordinary_day_at_as_of": .number(thousandths(settings.ordersPerDay)),
      "peaks": .list([
        peak("Halloween", "10-30", "10-31", 1000), peak("New Year", "12-26", "12-29", 1400),
        peak("23 February", "02-21", "02-21", 118), peak("8 March", "03-07", "03-07", 134),
        peak("last bell", "05-26", "05-26", 142),
      ]),
      "promotion": .row([
        ("first", .text("04-17")), ("last", .text("04-19")), ("factor", .number("1.5")),
      ]),
      "summer": .row([("bottom", .text("07-20")), ("index", .integer(90))]),
      "weekday_factors_monday_first": .list(
        DemandCurve.weekdays.map { .number(thousandths($0)) }),
    ])
  }

  private static func orders(_ sample: Sample) -> JSONText {
    let methods = Order.Method.allCases.map { method in
      (method.rawValue, JSONText.integer(sample.orders.count { $0.method == method }))
    }
    return .object([
      "by_method": .row(methods),
      "count": .integer(sample.orders.count),
      "revenue": .number(sample.orders.reduce(0) { $0 + $1.total }.roubles),
      "total_is": .text("sum of lines - discount + delivery_charge, to the kopeck"),
    ])
  }

  private static func cancellations(_ orders: [Order]) -> JSONText {
    var entered: [Order.Status: Int] = [:]
    var cancelled: [Order.Status: Int] = [:]
    for order in orders {
      for change in order.history { entered[change.status, default: 0] += 1 }
      guard order.status == .cancelled, let last = order.history.dropLast().last else { continue }
      cancelled[last.status, default: 0] += 1
    }
    let unfinished: [Order.Status] = [.new, .confirmed, .awaitingStock, .assembling, .shipped]
    let sent = orders.filter { $0.payment == .cashOnDelivery && $0.moment(of: .shipped) != nil }
    return .object([
      "cash_on_delivery": .row([
        ("shipped", .integer(sent.count)),
        ("unclaimed", .integer(sent.count { $0.status == .unclaimed })),
        ("planted_share", .number("0.14")),
      ]),
      "from": .object(
        Dictionary(
          uniqueKeysWithValues: unfinished.map { status in
            let total = entered[status] ?? 0
            let lost = cancelled[status] ?? 0
            return (
              status.rawValue,
              .row([
                ("entered", .integer(total)), ("cancelled", .integer(lost)),
                ("share", .share(lost, of: total)),
              ])
            )
          })),
      "piles_up_in": .text(Order.Status.awaitingStock.rawValue),
    ])
  }

  /// Three digits after the point, by whole numbers.
  static func thousandths(_ value: Double) -> String {
    let whole = Int((value * 1000).rounded())
    let digits = String(whole % 1000)
    return "\(whole / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
