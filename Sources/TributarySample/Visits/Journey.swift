import TributaryModel

/// The sources of a person's visits, first to last, up to an order.
struct Journey {
  let sources: [TrafficSource]
  /// The campaign without which the order would not have come; nil when it would have come anyway.
  let cause: Int?

  /// Days between two visits of a journey.
  static let gaps = 1...8

  /// A journey that ends with an order.
  static func buying(host: String, on day: Day, _ random: inout SeededRandom) -> Journey {
    let length = 1 + random.position(weights: [50, 28, 15, 7])
    let stage: TrafficSource.Stage = length == 1 ? .buyingAtOnce : .buying
    let first = TrafficSource.drawn(for: stage, host: host, on: day, &random)
    let later = (1..<length).map { _ in
      TrafficSource.drawn(for: .closing, host: host, on: day, &random)
    }
    return Journey(sources: [first] + later, cause: cause(of: first, &random))
  }

  /// A journey that ends without an order.
  static func idle(host: String, on day: Day, _ random: inout SeededRandom) -> Journey {
    let length = 1 + random.position(weights: [78, 15, 7])
    let first = TrafficSource.drawn(for: .opening, host: host, on: day, &random)
    let later = (1..<length).map { _ in
      TrafficSource.drawn(for: .closing, host: host, on: day, &random)
    }
    return Journey(sources: [first] + later, cause: nil)
  }

  private static func cause(of first: TrafficSource, _ random: inout SeededRandom) -> Int? {
    guard case .campaign(let position) = first else { return nil }
    if Campaign.all[position].role == .brand && !random.chance(Campaign.brandCauses) { return nil }
    return position
  }
}
