import TributaryModel

/// All orders of the story but those that letters bring, in the order of time.
struct OrderBook {
  private(set) var orders: [Order] = []
  private(set) var customers: CustomerBook
  /// Orders that the stock-out cost the shop, by day.
  private(set) var lost: [Day: Int] = [:]

  private let settings: SampleSettings
  private let curve: DemandCurve
  private let stockOut: StockOut

  /// Shares of the demand of an ordinary day.
  static let retailShare = 0.21
  static let methods: [(method: Order.Method, share: Double)] = [
    (.cart, 0.66), (.oneClick, 0.10), (.phone, 0.24),
  ]

  init(settings: SampleSettings) {
    self.settings = settings
    curve = DemandCurve(asOf: settings.asOf)
    stockOut = StockOut(asOf: settings.asOf)
    customers = CustomerBook(settings: settings)
    for day in settings.trade.days { trade(on: day) }
    number()
    let office = OfficePhone(orders: orders, settings: settings)
    for position in orders.indices where office.sharers.contains(orders[position].customer.number) {
      orders[position].customer.phone = OfficePhone.number
    }
  }

  /// Orders wanted of one city online on a day, before any is lost.
  static func onlineMean(
    _ city: City, on day: Day, settings: SampleSettings, curve: DemandCurve
  ) -> Double {
    let all = City.all.reduce(0) { $0 + $1.weight }
    return settings.ordersPerDay * (1 - retailShare) * curve.multiple(day) * city.weight / all
      * city.launchFactor(on: day, asOf: settings.asOf)
  }

  private mutating func trade(on day: Day) {
    var random = settings.random("orders", day.number)
    let luck = 0.93 + 0.14 * random.unit()
    var wishes: [(at: LocalTime, city: Int, method: Order.Method)] = []
    for (position, city) in City.all.enumerated() {
      let mean = OrderBook.onlineMean(city, on: day, settings: settings, curve: curve)
      for _ in 0..<random.poisson(mean * luck) {
        let shares = OrderBook.methods.map(\.share)
        let method = OrderBook.methods[random.position(weights: shares)].method
        let hours = method == .phone ? OpeningHours.telephone : OpeningHours.site
        wishes.append((OpeningHours.moment(on: day, hours, &random), position, method))
      }
    }
    let retail = settings.ordersPerDay * OrderBook.retailShare * curve.multiple(day)
    for _ in 0..<random.poisson(retail * luck) {
      wishes.append((OpeningHours.moment(on: day, OpeningHours.store, &random), 0, .retail))
    }
    for wish in wishes.sorted(by: { ($0.at, $0.city) < ($1.at, $1.city) }) {
      place(wish, &random)
    }
  }

  private mutating func place(
    _ wish: (at: LocalTime, city: Int, method: Order.Method), _ random: inout SeededRandom
  ) {
    let day = wish.at.day
    guard
      let basket = Basket.filled(on: day, method: wish.method, stockOut: stockOut, &random)
    else {
      lost[day, default: 0] += 1
      return
    }
    let isRetail = wish.method == .retail
    let payment: Order.Payment =
      isRetail
      ? random.chance(0.7) ? .card : .cash
      : random.chance(0.42) ? .cashOnDelivery : .card
    let host = City.all[wish.city].host(on: day, asOf: settings.asOf)
    var order = Order(
      placedAt: wish.at, method: wish.method, host: isRetail ? nil : host,
      customer: customers.next(city: wish.city, inStore: isRetail), lines: basket.lines,
      discount: basket.discount, deliveryCharge: basket.deliveryCharge,
      deliveryCost: basket.deliveryCost, payment: payment)
    let history = OrderHistory(of: order, through: settings.asOf, &random)
    order.history = history.changes
    order.cancelReason = history.cancelReason
    orders.append(order)
  }

  private mutating func number() {
    var next = 10_000
    for position in orders.indices {
      next += 1
      orders[position].id = orders[position].method.prefix + String(next)
    }
  }
}
