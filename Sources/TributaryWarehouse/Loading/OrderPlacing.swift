import TributaryModel

/// How one record tells of an order's placing: when, for how much, by whom; or of an invoice or a
/// payment, as `NumberedKind` has it.
struct OrderPlacing: Hashable {
  /// Unix milliseconds.
  let placedAt: Int64
  /// Minor units before refunds, which come later.
  let total: Int64
  /// '' where the record names none.
  let currency: String
  /// What tells the buyer: of an order hashes of phone and e-mail and a card's number; of a payment
  /// what it pays. Of each '' where the record does not tell it.
  let contacts: [String]

  /// Clocks of two systems differ, and days have no time. Units: milliseconds.
  static let nearby: Int64 = 86_400_000

  /// Whether the other is of the same day and tells nothing that this one does not.
  func covers(_ other: OrderPlacing, in zone: Zone) -> Bool {
    (total, currency) == (other.total, other.currency)
      && zip(contacts, other.contacts).allSatisfy { $1.isEmpty || $0 == $1 }
      && (placedAt == other.placedAt || day(in: zone) == other.day(in: zone))
  }

  private func day(in zone: Zone) -> Day { zone.day(of: Instant(milliseconds: placedAt)) }

  /// Whether two sources that tell of one number so may mean two orders.
  func differs(from other: OrderPlacing) -> Bool {
    OrderPlacing.distance(placedAt, other.placedAt) > OrderPlacing.nearby || hasOtherBuyer(other)
  }

  /// Whether both name a buyer, and not the same.
  private func hasOtherBuyer(_ other: OrderPlacing) -> Bool {
    OrderNumber.areOtherBuyers(contacts.map { [$0] }, other.contacts.map { [$0] })
  }

  /// Far instants may lie further apart than 64 bits can tell.
  static func distance(_ left: Int64, _ right: Int64) -> Int64 {
    let (gap, isFar) = left.subtractingReportingOverflow(right)
    return isFar || gap == .min ? .max : abs(gap)
  }
}

/// Placings of one number that mean one order.
///
/// ```
///  January 2025   March   |  over 180 days  |   January 2026
///  └── 100.00, 100.00 ──┘                       └─ 70.00 ─┘      two orders
///  └── 100.00 ──────────┘                       └─ 100.00 ┘      one order, corrected
/// ```
/// What is told within 180 days of each other is one order whatever it says. Beyond, it is another
/// order where the sum or the buyer is another. The placings alone decide, not their order of arrival.
struct PlacedOrder {
  private(set) var first: Int64
  private(set) var last: Int64
  /// Whether a record places it over 180 days away from the others.
  private(set) var isMoved = false
  private var sums: Set<String>
  private var contacts: [Set<String>]

  private init(_ placing: OrderPlacing) {
    (first, last) = (placing.placedAt, placing.placedAt)
    sums = ["\(placing.total) \(placing.currency)"]
    contacts = placing.contacts.map { [$0] }
  }

  /// The orders of a number, the one placed first before the others.
  static func all(_ placings: [OrderPlacing]) -> [PlacedOrder] {
    var stretches: [PlacedOrder] = []
    for placing in placings.sorted(by: { $0.placedAt < $1.placedAt }) {
      let order = PlacedOrder(placing)
      guard var last = stretches.popLast() else {
        stretches = [order]
        continue
      }
      let isApart = OrderNumber.isApart(placing.placedAt, last.last)
      if !isApart { last.take(in: order) }
      stretches += isApart ? [last, order] : [last]
    }
    var orders: [PlacedOrder] = []
    for stretch in stretches {
      guard var last = orders.popLast() else {
        orders = [stretch]
        continue
      }
      let isOther =
        last.sums.isDisjoint(with: stretch.sums)
        || OrderNumber.areOtherBuyers(last.contacts, stretch.contacts)
      if !isOther {
        last.take(in: stretch)
        last.isMoved = true
      }
      orders += isOther ? [last, stretch] : [last]
    }
    return orders
  }

  private mutating func take(in other: PlacedOrder) {
    last = other.last
    isMoved = isMoved || other.isMoved
    sums.formUnion(other.sums)
    for kind in contacts.indices { contacts[kind].formUnion(other.contacts[kind]) }
  }

  /// How far an instant lies from its placings; 0 between them.
  func distance(to instant: Int64) -> Int64 {
    instant < first
      ? OrderPlacing.distance(first, instant)
      : instant > last ? OrderPlacing.distance(instant, last) : 0
  }
}

extension [PlacedOrder] {
  /// The order that was placed at about that instant.
  func nearest(to instant: Int64) -> Int {
    indices.min { self[$0].distance(to: instant) < self[$1].distance(to: instant) } ?? 0
  }

  /// Whether what was one order is several now.
  func part(_ former: PlacedOrder) -> Bool { nearest(to: former.first) != nearest(to: former.last) }

  /// The order that a row of such a table belongs to, by when what it tells happened.
  func index(of part: NumberedKind.Part, at instant: Int64) -> Int {
    guard part.mayComeBefore else { return latest(at: instant) }
    let gaps = map { order in
      Mention.gap(
        placedAt: Swift.min(Swift.max(instant, order.first), order.last), at: instant)
    }
    return indices.min { gaps[$0] < gaps[$1] } ?? 0
  }

  /// The order that what happened then belongs to: the last one placed until then, or within a day,
  /// as clocks differ and days have no time; else the first.
  func latest(at instant: Int64) -> Int {
    lastIndex { $0.first <= instant || $0.distance(to: instant) <= OrderPlacing.nearby } ?? 0
  }
}
