import TributaryModel

/// The sessions that calls to static, toll-free and unassigned numbers may have come from.
///
/// A call's candidates are the sessions on the hosts that show its number (any host for a number
/// that stands for none) that began in the hour before it, and those still running. Their
/// probabilities and that of "none of these" add up to one; `CallRates` has the mathematics.
///
/// ```swift
/// let places = CallSources(sessions: sessions, calls: calls, zone: zone).places
/// ```
///
/// Expects the calls and sessions of a block of time that is long enough to learn from and does not
/// depend on when the question is asked: two calendar months. The order of either does not matter.
public struct CallSources: Sendable {
  /// The calls of days with sessions, by time. A day without any has no log: of its calls nothing
  /// can be said.
  public let places: [CallPlace]
  public let rates: CallRates

  /// Changes whenever the same calls and sessions come to other probabilities.
  public static let version = "2"

  /// Sessions named for a call; what is left is "none of these". With 8 a shop of 600 sessions a
  /// day has another .027 of a call there, with 24 it is .005.
  public static let mostSessions = 24
  /// Less probable sessions are not named. Units: 0...1.
  public static let leastProbability = 0.001

  package init(sessions: [CallCandidateSession], calls: [CallToPlace], zone: Zone) {
    let records = CallRecords(sessions: sessions, calls: calls, zone: zone)
    let fit = CallRateFit(records)
    rates = fit.rates
    places = records.calls.indices.map { call in
      let candidates = records.candidates[call].map { records.sessions[$0.session].id }
      return CallPlace(
        callID: records.calls[call].id, sources: Self.sources(candidates, fit.shares[call]))
    }
  }

  /// Candidates stand from the last to begin; of two alike the later one comes first.
  private static func sources(
    _ candidates: [Int64], _ shares: [Double]
  ) -> [CallPlace.Source] {
    let probable = zip(candidates.indices, shares)
      .filter { $0.1 >= leastProbability }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
      .prefix(mostSessions)
    let named = probable.map { CallPlace.Source(session: candidates[$0.0], probability: $0.1) }
    let rest = CallPlace.Source(
      session: nil, probability: max(0, 1 - named.reduce(0) { $0 + $1.probability }))
    let position = named.firstIndex { $0.probability < rest.probability } ?? named.count
    return Array(named[..<position] + [rest] + named[position...])
  }
}
