/// Learns from the calls and sessions of a block what each call is shared among.
///
/// Each call in turn is shared among its candidates and the background by the rates that all the
/// other calls tell of; a call is no evidence for itself. Rates that count it too follow every
/// chance crowd of sessions, and say of callers who saw no page that they came from the site (on
/// planted calls .025 too often where 120 calls are known). π and each q are the means of their
/// posteriors, whose priors weigh as much as so many calls: one call in three comes from the site,
/// its lag is some minutes, and callers look at what everybody looks at. p is the log-normal curve
/// through all lags. The number of rounds is fixed and the start are the priors, so that the result
/// is a function of the records alone.
///
/// Source: A. Asuncion, M. Welling, P. Smyth, Y. W. Teh, "On smoothing and inference for topic
/// models", UAI 2009 (CVB0).
struct CallRateFit {
  let records: CallRecords
  private(set) var rates: CallRates
  /// Of each call, by candidate; what is left is the background's.
  private(set) var shares: [[Double]]

  private static let rounds = 60

  init(_ records: CallRecords) {
    self.records = records
    rates = CallRates(records)
    shares = records.calls.map { _ in [] }
    for call in records.calls.indices { share(call) }
    for _ in 1..<Self.rounds {
      rates.fitLags()
      for call in records.calls.indices {
        count(call, -1)
        share(call)
      }
    }
  }

  private mutating func share(_ call: Int) {
    let kind = records.kind(of: call)
    let isKnown = records.callerIsKnown[call]
    let weights = records.candidates[call].map {
      rates.session($0, records.features[$0.session], kind: kind, callerIsKnown: isKnown)
    }
    let total = weights.reduce(rates.background(kind: kind), +)
    shares[call] = weights.map { $0 / total }
    count(call, 1)
  }

  /// - Parameter sign: -1 takes back what was counted of the call.
  private mutating func count(_ call: Int, _ sign: Double) {
    let kind = records.kind(of: call)
    let isKnown = records.callerIsKnown[call]
    var rest = 1.0
    for (candidate, share) in zip(records.candidates[call], shares[call]) {
      rest -= share
      rates.count(
        sign * share, candidate, records.features[candidate.session], kind: kind,
        callerIsKnown: isKnown)
    }
    rates.countNone(sign * rest, kind: kind, callerIsKnown: isKnown)
  }
}
