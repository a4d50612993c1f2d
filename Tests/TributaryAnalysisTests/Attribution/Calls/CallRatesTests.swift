import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct CallRatesTests {
  // The example of `CallRates`, worked by hand there: one session in ten sees the contacts page,
  // and of ten calls counted four come from it.
  @Test func `the rates share a call as in the worked example`() {
    var lags = [Double](repeating: 0, count: CallLag.count)
    lags[2] = 0.15
    lags[6] = 0.09
    var interest = CallMark(sessions: [99, 899], weight: 0)
    interest.count(4, 0)
    interest.count(6, 1)
    let none = CallMark(sessions: [7], weight: 1)
    let rates = CallRates(
      fromSite: 0.5, lags: lags, interest: interest, origin: none, customer: none,
      phone: CallerPhone(callers: [], phones: 0))
    func rate(_ lag: Int, _ mark: Int) -> Double {
      rates.session(
        CallRecords.Candidate(session: 0, lag: lag, kinship: .none, wait: 200),
        CallRates.Features(interest: mark, origin: 0, customer: 0), kind: 0, callerIsKnown: nil)
    }
    #expect((rate(2, 0) - 1).magnitude < 1e-12)
    // Here callers who do not see it are rarer than visitors who do not: q / v = .6 / .9.
    #expect((rate(6, 1) - 0.01 * 0.6 / 0.9).magnitude < 1e-12)
    #expect(rates.background(kind: 0) == 0.5)
    let total = rate(2, 0) + rate(6, 1) * 0.9 / 0.6 + rates.background(kind: 0)
    #expect((rate(2, 0) / total - 0.66225).magnitude < 1e-5)
    #expect((rates.background(kind: 0) / total - 0.33113).magnitude < 1e-5)
  }

  /// Of 97 sessions 8, 88 and 1 show a feature; one more of each is put to them: v = .09, .89, .02.
  /// Nine of ten calls by the first, with ten calls' worth of the prior: q = (9 + .9) / 20 = .495.
  @Test func `a mark learns how much more often sessions with a feature call`() {
    var mark = CallMark(sessions: [8, 88, 1], weight: 10)
    #expect(mark.ratio(0) == 1)
    mark.count(9, 0)
    mark.count(1, 1)
    #expect((mark.callers[0] - 0.495).magnitude < 1e-12)
    #expect((mark.ratio(0) - 5.5).magnitude < 1e-12)
    #expect((mark.callers.reduce(0, +) - 1).magnitude < 1e-12)
    mark.count(-9, 0)
    mark.count(-1, 1)
    #expect(mark.ratio(0) == 1)
  }

  // scipy.stats.lognorm(1.3, scale=300).cdf at the bounds, differences over the last.
  @Test func `the prior of the lags is the log-normal's`() {
    let expected = [0.0394, 0.0716, 0.1364, 0.1969, 0.2153, 0.1644, 0.1183, 0.0577]
    #expect(CallLag.prior.count == expected.count)
    for (share, known) in zip(CallLag.prior, expected) { #expect((share - known).magnitude < 5e-5) }
    #expect((CallLag.prior.reduce(0, +) - 1).magnitude < 1e-12)
  }

  @Test(
    arguments: [
      (0.0, 0, 0), (29.9, 0, 0), (30, 0, 1), (90, 0, 2), (1200, 0, 6), (3599, 0, 7), (3600, 0, nil),
      (3600, 3700, 7), (90_000, 90_000, 7), (-1, 50, nil),
    ] as [(Double, Double, Int?)])
  func `a lag has its class as long as the session may be meant`(
    lag: Double, length: Double, expected: Int?
  ) {
    let start = Instant(milliseconds: 1_000_000_000)
    let session = CallCandidateSession(
      id: 1, startedAt: start,
      endedAt: Instant(milliseconds: start.milliseconds + Int64(length * 1000)),
      host: "a")
    let call = Instant(milliseconds: start.milliseconds + Int64(lag * 1000))
    #expect(CallLag.position(session, call) == expected)
  }
}
