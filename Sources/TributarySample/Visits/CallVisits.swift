import TributaryModel

/// The visits from which people called: a part of the callers looked at their city's site first.
struct CallVisits {
  /// The visit behind each call, by the call's position; nil for a caller who saw no page.
  private(set) var visits: [Visit?]

  /// Share of the callers who come from the site, among calls to the numbers that it shows.
  static let share = 0.58
  /// Half of the callers ring at most this many seconds after they came.
  static let middleLag = 240.0
  /// Spread of the lag's natural logarithm, so that one in a hundred waits longer than an hour.
  static let spread = 1.15
  static let lags = 25...9_000
  /// Seconds that part two visits of one person.
  private static let apart = 3_600

  /// - Parameter others: visits that stand already; nobody calls from a second visit so near to one
  ///   of them that a log would show both as one.
  init(settings: SampleSettings, calls: [CallLog.Call], besides others: [Visit]) {
    var known = Dictionary(grouping: others, by: \.visitor).mapValues { $0.map(\.at.seconds) }
    visits = calls.enumerated().map { position, call in
      guard settings.logged.contains(call.at.day), call.isShownOnSite else { return nil }
      var random = settings.random("call visits", position)
      guard random.chance(CallVisits.share) else { return nil }
      let at = call.at.adding(-CallVisits.lag(&random))
      let isNear = (known[call.customer] ?? []).contains {
        ($0 - at.seconds).magnitude < CallVisits.apart
      }
      guard settings.logged.contains(at.day), !isNear else { return nil }
      known[call.customer, default: []].append(at.seconds)
      // Who orders at some time comes as buyers do, a stranger as everybody does.
      let isBuyer = call.customer < CallLog.firstStranger
      let source = TrafficSource.drawn(
        for: isBuyer ? .buyingAtOnce : .opening, host: call.host, on: at.day, &random)
      return Visit(
        visitor: call.customer, at: at, host: call.host, source: source, goal: .call(at: call.at))
    }
  }

  /// Seconds from the first page to the call: the exponential of a normal number, which is made of
  /// twelve even ones (Irwin and Hall).
  static func lag(_ random: inout SeededRandom) -> Int {
    let normal = (0..<12).reduce(-6.0) { sum, _ in sum + random.unit() }
    let seconds = middleLag * Exponential.of(spread * normal)
    return min(max(Int(seconds), lags.lowerBound), lags.upperBound)
  }
}
