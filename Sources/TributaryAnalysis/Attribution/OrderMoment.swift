import TributaryModel

/// When an order was placed, as far as its person's visits tell more than its own time does.
///
/// ```
///  09:59:30 order by its clock      10:00:20 |-- visit shows its confirmation --|
///                             no visit runs ──┘ at most ten minutes: the visit made it
///
///  4 May, no time     |-- visit shows its confirmation --|    |-- another visit --|
///                     all up to here came before it ─────┘
/// ```
struct OrderMoment: Hashable, Sendable {
  /// When it was placed, on its own day.
  let at: Instant
  /// What began by then came before it.
  let creditedUntil: Instant
  /// Whether its clock was behind that of the visit which made it.
  let isBridged: Bool

  /// Seconds that a clock of orders may be behind.
  static let reach: Int64 = 600

  /// - Parameters:
  ///   - showing: the person's visits that show the order's confirmation.
  ///   - visits: all visits of the person.
  ///   - gapSeconds: the pause that ends a visit.
  init(
    _ order: OrderFact, showing: [Session], visits: @autoclosure () -> [Session],
    zone: Zone, gapSeconds: Int64
  ) {
    let placed = order.placedAt
    let last = zone.lastInstant(ofDayOf: placed)
    let first = showing.min(by: Session.precedes)
    if order.isDay {
      let ofDay = showing.filter { $0.endedAt >= placed && $0.startedAt <= last }
      let shown = ofDay.min(by: Session.precedes)
      at = min(shown?.endedAt ?? last, last)
      creditedUntil = at
      isBridged = false
      return
    }
    guard let first, first.startedAt > placed,
      first.startedAt <= placed.adding(seconds: OrderMoment.reach),
      !visits().contains(where: {
        $0.startedAt <= placed && placed <= $0.endedAt.adding(seconds: gapSeconds)
      })
    else {
      at = placed
      creditedUntil = placed
      isBridged = false
      return
    }
    at = min(first.startedAt, last)
    creditedUntil = first.startedAt
    isBridged = true
  }
}
