/// Learns `CallRates` from the calls and sessions of a block by expectation and maximisation.
///
/// Expectation: each call is shared among its candidates and the background by the rates at hand.
/// Maximisation: π becomes the mean of its beta posterior, q that of its Dirichlet posterior, and p
/// is the log-normal curve through the lags with those of the prior; the priors weigh as much as
/// that many calls. A block with few calls stays near the
/// priors: one call in three comes from the site, its lag is some minutes, and callers look at what
/// everybody looks at. The number of rounds is fixed and the start are the priors, so that the
/// result is a function of the records alone.
struct CallRateFit {
  private let records: CallRecords
  private(set) var rates: CallRates

  private static let rounds = 60
  private static let priorShare = 1.0 / 3
  /// Weights of the priors, in calls.
  private static let weight = (fromSite: 3.0, lags: 20.0, callers: 10.0)

  init(_ records: CallRecords) {
    self.records = records
    // One more of each, so that an interest that nobody shows yet divides nothing by zero.
    var seen = CallCandidateSession.Interest.allCases.map { _ in 1.0 }
    for session in records.sessions { seen[session.interest.rawValue] += 1 }
    let all = seen.reduce(0, +)
    let visitors = seen.map { $0 / all }
    rates = CallRates(
      fromSite: [Self.priorShare, Self.priorShare], lags: CallLag.prior, callers: visitors,
      visitors: visitors)
    for _ in 0..<Self.rounds { improve() }
  }

  private mutating func improve() {
    var calls = [0.0, 0.0]
    var fromSite = [0.0, 0.0]
    var lags = [Double](repeating: 0, count: CallLag.count)
    var callers = [Double](repeating: 0, count: rates.callers.count)
    for call in records.calls.indices {
      let weights = CallWeights(call, records, rates)
      let kind = records.kind(of: call)
      calls[kind] += 1
      for (candidate, weight) in zip(records.candidates[call], weights.sessions) {
        let share = weight / weights.total
        fromSite[kind] += share
        lags[candidate.lag] += share
        callers[records.sessions[candidate.session].interest.rawValue] += share
      }
    }
    let all = fromSite.reduce(0, +)
    rates.fromSite = zip(fromSite, calls).map {
      ($0 + Self.weight.fromSite * Self.priorShare) / ($1 + Self.weight.fromSite)
    }
    rates.lags = CallLag.smoothed(
      zip(lags, CallLag.prior).map { $0 + Self.weight.lags * $1 })
    rates.callers = zip(callers, rates.visitors).map {
      ($0 + Self.weight.callers * $1) / (all + Self.weight.callers)
    }
  }
}

/// The rates of what may lie behind one call, relative to the rate of all calls.
struct CallWeights {
  /// Of its candidates, in their order.
  let sessions: [Double]
  let background: Double
  /// Above zero: no share of calls from the site comes to 1.
  let total: Double

  init(_ call: Int, _ records: CallRecords, _ rates: CallRates) {
    let kind = records.kind(of: call)
    sessions = records.candidates[call].map { candidate in
      rates.session(
        kind: kind, lag: candidate.lag,
        interest: records.sessions[candidate.session].interest.rawValue,
        kinship: candidate.kinship, begins: candidate.begins)
    }
    background = rates.background(kind: kind)
    total = sessions.reduce(background, +)
  }
}
