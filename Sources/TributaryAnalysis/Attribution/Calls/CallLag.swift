import TributaryModel

/// Classes of the time from the start of a session to a call.
enum CallLag {
  /// Seconds; a class reaches from one bound up to, not including, the next.
  static let bounds: [Double] = [0, 30, 60, 120, 240, 480, 900, 1800, 3600, 5400, 7200]

  static var count: Int { bounds.count - 1 }

  /// Seconds after which a session that has ended is no candidate any more.
  static var longest: Double { bounds[count] }

  /// What is believed before any call is seen: log-normal, median 300 s, spread 1.3 (computed with
  /// scipy.stats.lognorm).
  static let prior: [Double] = [
    0.039, 0.070, 0.134, 0.193, 0.211, 0.161, 0.116, 0.056, 0.015, 0.005,
  ]

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
}
