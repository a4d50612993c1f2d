/// Which of the orders that bear a number a visit, call, letter or invoice means by it.
///
/// ```
///  17: January 2025      named in October 2025      17: January 2026
///  └─ placed before ──────────── meant ─┘             └─ nobody can know of it yet
/// ```
/// The order placed nearest in time, of those that are placed by then; a shop may write an order down
/// some days after what led to it.
enum Mention {
  /// How long before its order's placing what leads to it may name it. Units: milliseconds.
  static let ahead: Int64 = 7 * 86_400_000

  /// A number that is lowest for the order meant.
  static func gap(placedAt: Int64, at: Int64) -> Double {
    let distance = OrderPlacing.distance(placedAt, at)
    // Above any distance of instants: an order yet to be placed is meant where there is no other.
    return Double(distance) + (placedAt > at && distance > ahead ? 1e19 : 0)
  }
}
