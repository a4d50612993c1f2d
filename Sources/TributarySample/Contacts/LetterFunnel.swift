import TributaryModel

/// Letters of companies and schools: letter -> reply -> invoice -> payment -> order.
struct LetterFunnel {
  private(set) var letters: [Letter] = []
  private(set) var invoices: [Invoice] = []
  private(set) var payments: [Payment] = []
  /// Orders of paid invoices.
  private(set) var orders: [Order] = []

  static let paidShare = 1.0 / 3
  static let invoicedWhenPrompt = 0.66
  static let invoicedWhenLate = 0.28
  static let neverReplied = 0.06
  /// Letters on an ordinary working day, per order of all kinds.
  static let lettersShare = 0.13

  struct Letter {
    let id: String
    let at: LocalTime
    let mailbox: String
    let from: String
    let repliedAt: LocalTime?
    var invoiceID: String?
    var orderID: String?

    /// Whether the reply took more than a day.
    var isLate: Bool { repliedAt.map { $0.seconds - at.seconds > 86_400 } ?? true }
  }

  struct Invoice {
    let id: String
    let at: LocalTime
    let total: Int64
    let email: String
    var paidAt: LocalTime?
    var orderID: String?
  }

  struct Payment {
    let id: String
    let at: LocalTime
    let amount: Int64
    let invoiceID: String
  }

  init(settings: SampleSettings) {
    let curve = DemandCurve(asOf: settings.asOf)
    for day in settings.trade.days where day.weekday <= 5 {
      var random = settings.random("letters", day.number)
      // Companies write ahead of the peaks and less unevenly than families buy.
      let mean =
        settings.ordersPerDay * Self.lettersShare * curve.growth(day)
        * curve.season(day.adding(7)).squareRoot()
      let moments = (0..<random.poisson(mean)).map { _ in
        OpeningHours.moment(on: day, OpeningHours.store, &random)
      }
      for moment in moments.sorted() { receive(at: moment, curve, settings.asOf, &random) }
    }
    orders.sort { $0.placedAt < $1.placedAt }
    payments.sort { ($0.at, $0.id) < ($1.at, $1.id) }
  }

  private mutating func receive(
    at moment: LocalTime, _ curve: DemandCurve, _ asOf: Day, _ random: inout SeededRandom
  ) {
    let company = random.pick(["detsad", "shkola", "teatr", "agentstvo", "klub", "lager"])
    let from = "zakupki@\(company)-\(random.integer(in: 1...240)).example"
    let reply = Self.reply(to: moment, curve, &random)
    var letter = Letter(
      id: "M\(20_001 + letters.count)", at: moment,
      mailbox: random.chance(0.7) ? "opt@maskarad.example" : "info@maskarad.example",
      from: from, repliedAt: reply.flatMap { $0.day <= asOf ? $0 : nil })
    let share = letter.isLate ? Self.invoicedWhenLate : Self.invoicedWhenPrompt
    if let reply, random.chance(share) {
      let issued = OpeningHours.office(after: reply.adding(random.integer(in: 1_200...90_000)))
      if issued.day <= asOf { issue(at: issued, to: &letter, asOf, &random) }
    }
    letters.append(letter)
  }

  /// When the shop answers: within hours, or after days while a peak fills the queue.
  private static func reply(
    to moment: LocalTime, _ curve: DemandCurve, _ random: inout SeededRandom
  ) -> LocalTime? {
    if random.chance(neverReplied) { return nil }
    let isQueue = curve.season(moment.day) > 4 || random.chance(0.15)
    let seconds = random.integer(in: isQueue ? 90_000...400_000 : 1_200...25_000)
    return OpeningHours.office(after: moment.adding(seconds))
  }

  private mutating func issue(
    at issued: LocalTime, to letter: inout Letter, _ asOf: Day, _ random: inout SeededRandom
  ) {
    guard
      let basket = Basket.filled(
        on: issued.day, method: .letter, stockOut: StockOut(asOf: asOf), &random)
    else { return }
    let id = "I\(30_001 + invoices.count)"
    var order = Order(
      placedAt: OpeningHours.office(after: issued.adding(random.integer(in: 50_000...900_000))),
      method: .letter,
      host: City.mainHost,
      customer: Customer(number: -1, city: 0, phone: nil, email: letter.from),
      lines: basket.lines, discount: basket.discount, deliveryCharge: basket.deliveryCharge,
      deliveryCost: basket.deliveryCost, payment: .invoice)
    var invoice = Invoice(id: id, at: issued, total: order.total, email: letter.from)
    if random.chance(0.85) { letter.invoiceID = id }
    if random.chance(Self.paidShare), order.placedAt.day <= asOf {
      order.id = "L\(30_001 + invoices.count)"
      order.history = OrderHistory(of: order, through: asOf, &random).changes
      invoice.paidAt = order.placedAt
      invoice.orderID = order.id
      if random.chance(0.8) { letter.orderID = order.id }
      pay(order, of: invoice, &random)
      orders.append(order)
    }
    invoices.append(invoice)
  }

  /// One transfer, or an advance and the rest.
  private mutating func pay(
    _ order: Order, of invoice: Invoice, _ random: inout SeededRandom
  ) {
    let dayBefore = order.placedAt.adding(-86_400)
    let isSplit = random.chance(0.3) && dayBefore > invoice.at && dayBefore.day.weekday <= 5
    let advance = isSplit ? order.total / 2 : 0
    if advance > 0 {
      payments.append(
        Payment(
          id: "B\(invoice.id.dropFirst())-1", at: dayBefore, amount: advance,
          invoiceID: invoice.id))
    }
    payments.append(
      Payment(
        id: "B\(invoice.id.dropFirst())", at: order.placedAt, amount: order.total - advance,
        invoiceID: invoice.id))
  }
}
