import TributaryModel

extension Conversion {
  /// An order, lost ones included: they are conversions that do not count.
  public init(order: OrderFact, personID: String) {
    self.init(
      order: order, personID: personID, showing: [], visits: [], zone: .utc, gapSeconds: 0)
  }

  /// An order, placed when its person's visits say; see `OrderMoment`.
  ///
  /// - Parameters:
  ///   - showing: visits of the person that show the order's confirmation.
  ///   - visits: all visits of the person.
  ///   - gapSeconds: the pause that ends a visit.
  public init(
    order: OrderFact, personID: String, showing: [Session],
    visits: @autoclosure () -> [Session], zone: Zone, gapSeconds: Int64
  ) {
    let moment = OrderMoment(
      order, showing: showing, visits: visits(), zone: zone, gapSeconds: gapSeconds)
    self.init(
      personID: personID, at: moment.at, kind: .order, member: order.id, value: order.total,
      margin: order.margin, geodomain: order.geodomain, isCounted: !order.isLost,
      creditedUntil: moment.creditedUntil, isBridged: moment.isBridged)
  }

  /// A paid invoice, nil while it is not paid; one paid on a day without a time is paid at its end.
  public init?(invoice: InvoiceFact, personID: String, zone: Zone = .utc) {
    guard var paidAt = invoice.paidAt else { return nil }
    if invoice.isPaidDay { paidAt = zone.lastInstant(ofDayOf: paidAt) }
    self.init(
      personID: personID, at: paidAt, kind: .invoice, member: invoice.id, value: invoice.total,
      margin: invoice.margin)
  }

  /// The qualified calls: of each person the first call with at least that much talk, and the first
  /// one after each pause since the last that counted.
  ///
  /// Expects all calls of a person, else a later call passes for the first. `personID` answers for
  /// each call, `geodomain` for the number dialled; `value`: minor units that a call is worth. Ordered
  /// by time, then id.
  public static func qualifiedCalls(
    _ calls: [CallFact], talkSeconds: Int64 = 30, pauseDays: Int = 30, value: Int64 = 0,
    personID: (CallFact) -> String?, geodomain: (CallFact) -> String? = { _ in nil }
  ) -> [Conversion] {
    var counted: [String: Instant] = [:]
    var conversions: [Conversion] = []
    let ordered = calls.filter { $0.talkSeconds >= talkSeconds }.sorted {
      $0.startedAt == $1.startedAt ? $0.id < $1.id : $0.startedAt < $1.startedAt
    }
    for call in ordered {
      guard let person = personID(call) else { continue }
      if let last = counted[person],
        call.startedAt < last.adding(seconds: Int64(pauseDays) * 86_400)
      {
        continue
      }
      counted[person] = call.startedAt
      conversions.append(
        Conversion(
          personID: person, at: call.startedAt, kind: .call, member: call.id, value: value,
          margin: value,
          geodomain: geodomain(call)))
    }
    return conversions
  }
}
