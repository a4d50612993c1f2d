import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// What identity and attribution of the members taken together are made from.
struct JourneyFacts {
  /// A session with what the warehouse adds to it.
  struct Visit {
    let id: Int64
    let session: Session
    let campaignKey: String?
    let geodomain: String?
  }

  let visits: [Visit]
  let orders: [OrderFact]
  let calls: [CallFact]
  /// The ways that calls of unknown source may have come, by call, but for none of the sessions.
  let callWays: [String: [CallWay]]
  let letters: [LetterFact]
  let invoices: [InvoiceFact]

  init(_ warehouse: Warehouse) throws(WarehouseError) {
    visits = try warehouse.rows(.sessionFacts).map { row throws(WarehouseError) in
      Visit(
        id: try row.int64("session_id"), session: try Session(row),
        campaignKey: try row.optionalText("campaign_key"),
        geodomain: try row.optionalText("geodomain"))
    }
    orders = try warehouse.rows(.orderFacts).map { row throws(WarehouseError) in
      try OrderFact(row)
    }
    calls = try warehouse.rows(.callFacts).map { row throws(WarehouseError) in
      CallFact(
        id: try row.text("call_id"), startedAt: try row.instant("started_at"),
        dialledNumber: try row.text("dialled_number"), caller: try row.optionalText("caller"),
        talkSeconds: try row.int64("talk_seconds"), orderID: try row.optionalText("order_id"),
        source: try row.optionalText("source"), medium: try row.optionalText("medium"),
        campaign: try row.optionalText("campaign"))
    }
    callWays = try Dictionary(
      grouping: warehouse.rows(.callWays).map { row throws(WarehouseError) in
        (call: try row.text("call_id"), way: try CallWay(row))
      }, by: \.call
    ).mapValues { $0.map(\.way) }
    letters = try warehouse.rows(.letterFacts).map { row throws(WarehouseError) in
      LetterFact(
        id: try row.text("letter_id"), receivedAt: try row.instant("received_at"),
        email: try row.optionalText("from_email"), orderID: try row.optionalText("order_id"),
        invoiceID: try row.optionalText("invoice_id"), isDay: try row.int64("is_day") != 0,
        thread: try row.optionalText("thread_id"))
    }
    invoices = try warehouse.rows(.invoiceFacts).map { row throws(WarehouseError) in
      InvoiceFact(
        id: try row.text("invoice_id"), issuedAt: try row.instant("issued_at"),
        paidAt: try row.optionalInt64("paid_at").map(Instant.init(milliseconds:)),
        total: try row.int64("total"), margin: try row.int64("margin"),
        orderID: try row.optionalText("order_id"), phone: try row.optionalText("customer_phone"),
        email: try row.optionalText("customer_email"),
        isPaidDay: try row.int64("is_paid_day") != 0)
    }
  }

  /// The members, each with its keys.
  var members: [PersonMember] {
    PersonMember.visitors(of: visits.map(\.session)) + orders.map { PersonMember($0) }
      + calls.map { PersonMember($0) } + letters.map { PersonMember($0) }
      + invoices.map { PersonMember($0) }
  }
}

extension NumberDirectory {
  init(_ warehouse: Warehouse) throws(WarehouseError) {
    self.init(
      try warehouse.rows(.numberFacts).map { row throws(WarehouseError) in
        Row(
          number: try row.text("number"), geodomain: try row.optionalText("geodomain"),
          campaign: try row.optionalText("campaign"), channel: try row.optionalText("channel"),
          validFrom: try row.day("valid_from"), validTo: try row.day("valid_to"))
      })
  }
}

extension Row {
  func instant(_ name: String) throws(WarehouseError) -> Instant {
    Instant(milliseconds: try int64(name))
  }
}

extension CallWay {
  fileprivate init(_ row: Row) throws(WarehouseError) {
    self.init(
      channel: Channel(rawValue: try row.text("channel")) ?? .unassigned,
      source: try row.optionalText("source"), medium: try row.optionalText("medium"),
      campaignKey: try row.optionalText("campaign_key"),
      keyword: try row.optionalText("keyword"), probability: try row.double("probability"))
  }
}

extension OrderFact {
  fileprivate init(_ row: Row) throws(WarehouseError) {
    self.init(
      id: try row.text("order_id"), placedAt: try row.instant("placed_at"),
      total: try row.int64("total"), margin: try row.int64("margin"),
      isLost: try row.int64("is_lost") != 0, geodomain: try row.optionalText("geodomain"),
      visitor: try row.optionalInt64("client_id"), card: try row.optionalInt64("loyalty_card"),
      phone: try row.optionalText("customer_phone"),
      email: try row.optionalText("customer_email"), isDay: try row.int64("is_day") != 0)
  }
}

extension Session {
  /// A stored session, as far as identity and attribution look at it.
  fileprivate init(_ row: Row) throws(WarehouseError) {
    self.init(
      visitor: try row.int64("visitor"), startedAt: try row.instant("started_at"),
      endedAt: try row.instant("ended_at"), host: try row.optionalText("host") ?? "",
      landingPath: try row.optionalText("landing_path") ?? "", referrerHost: nil,
      traffic: TrafficSource(
        source: try row.optionalText("source") ?? "", medium: try row.optionalText("medium") ?? "",
        keyword: try row.optionalText("keyword")),
      channel: Channel(rawValue: try row.text("channel")) ?? .unassigned, pages: 0, steps: [],
      orderIDs: try row.text("order_ids").split(separator: "\n").map(String.init),
      device: .desktop)
  }
}
