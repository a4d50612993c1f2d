import TributaryModel

/// Calls to the shop: the orders that came by telephone, and everybody else.
struct CallLog {
  let calls: [Call]

  /// Share of order calls whose order number the operator wrote down; the rest join by phone.
  static let notedShare = 0.65
  static let answeredShare = 0.84
  static let answeredInPeaks = 0.62
  /// Calls that order nothing on an ordinary day, per order of all kinds.
  static let otherCalls = 0.26

  /// Callers who never order have numbers of their own, as visitors and as customers.
  static let firstStranger = 2_000_000

  struct Call {
    let at: LocalTime
    let dialled: String
    let caller: String
    /// The caller's number among customers; strangers are numbered from `firstStranger` on.
    let customer: Int
    /// The domain of the caller's city.
    let host: String
    let talk: Int
    let wait: Int
    let orderID: String?

    var answered: Bool { talk > 0 }
    /// Whether the site shows that number; the other one stands in a map listing only.
    var isShownOnSite: Bool { dialled != City.mapsNumber }
  }

  init(settings: SampleSettings, orders: [Order]) {
    let curve = DemandCurve(asOf: settings.asOf)
    var calls: [Call] = []
    var stranger = CallLog.firstStranger
    var random = settings.random("order calls")
    for order in orders where order.method == .phone {
      if let call = CallLog.call(bringing: order, &random) { calls.append(call) }
    }
    for day in settings.trade.days {
      var random = settings.random("other calls", day.number)
      let buyers = orders.isEmpty ? [] : Self.recent(orders, before: day)
      let mean = settings.ordersPerDay * Self.otherCalls * curve.multiple(day)
      for _ in 0..<random.poisson(mean) {
        calls.append(
          Self.question(
            on: day, curve: curve, buyers: buyers, stranger: stranger, settings, &random))
        stranger += 1
      }
    }
    self.calls = calls.sorted { ($0.at, $0.caller) < ($1.at, $1.caller) }
  }

  /// The call during which the operator wrote the order down.
  private static func call(bringing order: Order, _ random: inout SeededRandom) -> Call? {
    guard let phone = order.customer.phone else { return nil }
    let talk = random.integer(in: 150...620)
    let wait = random.integer(in: 3...45)
    return Call(
      at: order.placedAt.adding(-(talk * 7 / 10) - wait),
      dialled: number(of: order.customer.city, host: order.host, &random),
      caller: Customer.notation(of: phone, &random), customer: order.customer.number,
      host: order.host ?? City.mainHost, talk: talk, wait: wait,
      orderID: random.chance(notedShare) ? order.id : nil)
  }

  /// A call that brings no order: a question, a delivery to trace, a missed ring.
  private static func question(
    on day: Day, curve: DemandCurve, buyers: ArraySlice<Order>, stranger: Int,
    _ settings: SampleSettings, _ random: inout SeededRandom
  ) -> Call {
    let at = OpeningHours.moment(on: day, OpeningHours.telephone, &random)
    let anywhere = random.position(weights: City.all.map(\.weight))
    let isOpen = (9..<21).contains(at.hour)
    let share = curve.season(day) > 4 ? answeredInPeaks : answeredShare
    let isAnswered = isOpen && random.chance(share)
    let buyer =
      buyers.isEmpty || !random.chance(0.3)
      ? nil
      : buyers[
        buyers.startIndex + random.below(buyers.count)]
    let known = buyer.map(\.customer).flatMap { $0.phone == nil ? nil : $0 }
    let phone = known?.phone ?? Customer.mobile(&random)
    let city = known?.city ?? anywhere
    let host = City.all[city].host(on: day, asOf: settings.asOf)
    return Call(
      at: at, dialled: number(of: city, host: host, &random),
      caller: Customer.notation(of: phone, &random), customer: known?.number ?? stranger,
      host: host,
      talk: isAnswered ? random.integer(in: 25...300) : 0,
      wait: random.integer(in: isAnswered ? 3...60 : 15...120), orderID: nil)
  }

  /// The shop's number that somebody of that city dials.
  private static func number(
    of city: Int, host: String?, _ random: inout SeededRandom
  ) -> String {
    let draw = random.unit()
    if draw < 0.18 { return City.tollFree }
    let seen = City.withDomain.first { $0.host == host }
    if draw < 0.26 && seen?.host == City.mainHost { return City.mapsNumber }
    return seen?.phone ?? City.tollFree
  }

  /// Orders of the three weeks before that day; `orders` stand in the order of time.
  private static func recent(_ orders: [Order], before day: Day) -> ArraySlice<Order> {
    let start = firstPosition(in: orders, from: LocalTime(day.adding(-21), second: 0))
    let end = firstPosition(in: orders, from: LocalTime(day, second: 0))
    return orders[start..<end]
  }

  /// The telephone system's number of the call at that position.
  static func id(_ position: Int) -> String { "C\(40_001 + position)" }

  private static func firstPosition(in orders: [Order], from moment: LocalTime) -> Int {
    var low = 0
    var high = orders.count
    while low < high {
      let middle = (low + high) / 2
      if orders[middle].placedAt < moment { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
