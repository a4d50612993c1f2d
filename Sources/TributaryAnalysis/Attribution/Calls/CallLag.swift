import Foundation
import TributaryModel

/// Classes of the time from the start of a session to a call.
enum CallLag {
  /// Seconds; a class reaches from one bound up to, not including, the next.
  ///
  /// Later calls are left to the background: on planted shops a second hour of candidates brought
  /// one caller in a hundred and took in three in a hundred who had seen no page.
  static let bounds: [Double] = [0, 30, 60, 120, 240, 480, 900, 1800, 3600]

  static var count: Int { bounds.count - 1 }

  /// Seconds after which a session that has ended is no candidate any more.
  static var longest: Double { bounds[count] }

  /// What is believed before any call is seen: half of the callers ring within five minutes.
  static let prior = shares(middle: log(300), spread: 1.3)

  /// The class of a lag; nil when it is negative, or too long and the session over.
  ///
  /// A session that still runs after the longest lag counts in the last class.
  static func position(_ session: CallCandidateSession, _ call: Instant) -> Int? {
    let lag = call.seconds(since: session.startedAt)
    guard lag >= 0 else { return nil }
    if lag >= longest { return session.endedAt >= call ? count - 1 : nil }
    return bounds.lastIndex { $0 <= lag }
  }

  /// Seconds from one bound of a class to the other.
  static func width(_ position: Int) -> Double { bounds[position + 1] - bounds[position] }

  /// The shares of the classes of a log-normal lag, which add up to 1.
  ///
  /// - Parameters: mean and standard deviation of the natural logarithm of seconds.
  static func shares(middle: Double, spread: Double) -> [Double] {
    let below = bounds.map { bound in
      bound > 0 ? erfc((middle - log(bound)) / spread / 2.0.squareRoot()) / 2 : 0
    }
    return zip(below, below.dropFirst()).map { ($1 - $0) / (below.last ?? 1) }
  }

  /// Those counts as the log-normal shares with the same mean and spread of the logarithms of the
  /// classes' middles.
  ///
  /// Eight free shares would follow every chance crowd of sessions and never go below zero, and so
  /// take callers from the background (7 in a hundred on planted shops); two numbers cannot.
  static func smoothed(_ counts: [Double]) -> [Double] {
    let middles = (0..<count).map { log(max(bounds[$0], bounds[1] / 2.5) * bounds[$0 + 1]) / 2 }
    let all = counts.reduce(0, +)
    guard all > 0 else { return prior }
    let mean = zip(counts, middles).reduce(0) { $0 + $1.0 * $1.1 } / all
    let variance =
      zip(counts, middles).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) } / all
    return shares(middle: mean, spread: max(leastSpread, variance.squareRoot()))
  }

  private static let leastSpread = 0.3
}
