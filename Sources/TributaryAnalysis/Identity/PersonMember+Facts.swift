import TributaryModel

extension PersonMember {
  /// An order, known by its number, the visitor's first-party id, loyalty card, phone and e-mail.
  public init(_ order: OrderFact) {
    self.init(
      identity: .order(order.id), at: order.placedAt,
      keys: [.order(number: order.id)]
        + [
          order.visitor.map(IdentityKey.visitor), order.card.map(IdentityKey.card),
          order.email.map(IdentityKey.email),
        ].compactMap(\.self) + IdentityKey.phones(order.phone))
  }

  /// A call, known by the caller's phone and the order that came of it.
  public init(_ call: CallFact) {
    self.init(
      identity: .call(call.id), at: call.startedAt,
      keys: [call.orderID.map(IdentityKey.order(number:))].compactMap(\.self)
        + IdentityKey.phones(call.caller))
  }

  /// A letter, known by its sender and what came of it.
  public init(_ letter: LetterFact) {
    self.init(
      identity: .letter(letter.id), at: letter.receivedAt,
      keys: [
        letter.orderID.map(IdentityKey.order(number:)), letter.invoiceID.map(IdentityKey.invoice),
        letter.email.map(IdentityKey.email),
      ].compactMap(\.self))
  }

  /// An invoice, known by its number, its order, phone and e-mail.
  public init(_ invoice: InvoiceFact) {
    self.init(
      identity: .invoice(invoice.id), at: invoice.issuedAt,
      keys: [.invoice(invoice.id)]
        + [
          invoice.orderID.map(IdentityKey.order(number:)), invoice.email.map(IdentityKey.email),
        ].compactMap(\.self) + IdentityKey.phones(invoice.phone))
  }

  /// Enough texts to tell two visitors apart who began at one moment.
  private static let mostEntrance = 40

  /// The visitors of the sessions, known by their hash and the orders they placed.
  ///
  /// Ordered by their first session. `sessions` may come in any order.
  public static func visitors(of sessions: [Session]) -> [PersonMember] {
    let ordered = sessions.sorted(by: Session.precedes)
    var byVisitor: [Int64: (first: Int, keys: [IdentityKey], entrance: [String])] = [:]
    for (position, session) in ordered.enumerated() {
      let orders = session.orderIDs.map(IdentityKey.order(number:))
      byVisitor[
        session.visitor, default: (position, [.visitor(session.visitor)], [session.host])
      ].keys += orders
      if (byVisitor[session.visitor]?.entrance.count ?? 0) < mostEntrance {
        byVisitor[session.visitor]?.entrance +=
          [
            session.landingPath, String(session.startedAt.milliseconds), session.traffic.source,
            session.traffic.clickID?.value ?? "",
          ] + session.orderIDs
      }
    }
    return byVisitor.sorted { $0.value.first < $1.value.first }.map { visitor, known in
      PersonMember(
        identity: .visitor(visitor), at: ordered[known.first].startedAt, keys: known.keys,
        entrance: known.entrance)
    }
  }
}
