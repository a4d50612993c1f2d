/// Learns `CallRates` from the calls and sessions of a block by expectation and maximisation.
///
/// Expectation: each call is shared among its candidates and the background by the rates at hand.
/// Maximisation: π becomes the mean of its beta posterior, each q that of its Dirichlet one, and p
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
  private static let weight = (fromSite: 3.0, lags: 20.0, interest: 10.0, origin: 60.0)

  init(_ records: CallRecords) {
    self.records = records
    var interests = CallCandidateSession.Interest.allCases.map { _ in 0.0 }
    for session in records.sessions { interests[session.interest.rawValue] += 1 }
    var origins = [Double](repeating: 0, count: records.originCount)
    for origin in records.origins { origins[origin] += 1 }
    rates = CallRates(
      fromSite: [Self.priorShare, Self.priorShare], lags: CallLag.prior,
      interest: CallMark(sessions: interests), origin: CallMark(sessions: origins))
    for _ in 0..<Self.rounds { improve() }
  }

  private mutating func improve() {
    var calls = [0.0, 0.0]
    var fromSite = [0.0, 0.0]
    var lags = [Double](repeating: 0, count: CallLag.count)
    var interests = [Double](repeating: 0, count: rates.interest.callers.count)
    var origins = [Double](repeating: 0, count: records.originCount)
    for call in records.calls.indices {
      let weights = CallWeights(call, records, rates)
      let kind = records.kind(of: call)
      calls[kind] += 1
      for (candidate, weight) in zip(records.candidates[call], weights.sessions) {
        let share = weight / weights.total
        fromSite[kind] += share
        lags[candidate.lag] += share
        interests[records.sessions[candidate.session].interest.rawValue] += share
        origins[records.origins[candidate.session]] += share
      }
    }
    rates.fromSite = zip(fromSite, calls).map {
      ($0 + Self.weight.fromSite * Self.priorShare) / ($1 + Self.weight.fromSite)
    }
    rates.lags = CallLag.smoothed(
      zip(lags, CallLag.prior).map { $0 + Self.weight.lags * $1 })
    rates.interest.learn(interests, weight: Self.weight.interest)
    rates.origin.learn(origins, weight: Self.weight.origin)
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
        mark: rates.interest.ratio(records.sessions[candidate.session].interest.rawValue)
          * rates.origin.ratio(records.origins[candidate.session]),
        kinship: candidate.kinship, begins: candidate.begins)
    }
    background = rates.background(kind: kind)
    total = sessions.reduce(background, +)
  }
}
