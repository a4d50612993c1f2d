import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct CallRatesTests {
  // The example of `CallRates`, worked by hand there.
  @Test func `the rates share a call as in the worked example`() {
    var lags = [Double](repeating: 0, count: CallLag.count)
    lags[2] = 0.15
    lags[6] = 0.09
    let none = CallMark(sessions: [])
    let rates = CallRates(fromSite: [0.5, 0.1], lags: lags, interest: none, origin: none)
    let first = rates.session(kind: 0, lag: 2, mark: 0.4 / 0.1, kinship: 1, begins: 0.005)
    let second = rates.session(kind: 0, lag: 6, mark: 1, kinship: 1, begins: 0.005)
    let background = rates.background(kind: 0)
    #expect((first - 1).magnitude < 1e-12)
    #expect((second - 0.01).magnitude < 1e-12)
    #expect(background == 0.5)
    let total = first + second + background
    #expect((first / total - 0.66225).magnitude < 1e-5)
    #expect((second / total - 0.00662).magnitude < 1e-5)
    #expect((background / total - 0.33113).magnitude < 1e-5)
  }

  /// Of 97 sessions 8, 88 and 1 show a feature; one more of each is put to them: v = .09, .89, .02. Nine
  /// of ten calls by the first, with ten calls' worth of the prior: q = (9 + .9) / 20 = .495.
  @Test func `a mark learns how much more often sessions with a feature call`() {
    var mark = CallMark(sessions: [8, 88, 1])
    #expect(mark.ratio(0) == 1)
    mark.learn([9, 1, 0], weight: 10)
    #expect((mark.callers[0] - 0.495).magnitude < 1e-12)
    #expect((mark.ratio(0) - 5.5).magnitude < 1e-12)
    #expect((mark.callers.reduce(0, +) - 1).magnitude < 1e-12)
  }

  @Test func `a phone speaks for its own visitor, against another's, and not at all when unknown`()
  {
    func session(_ phones: Set<String>) -> CallCandidateSession {
      CallCandidateSession(
        id: 1, startedAt: Instant(milliseconds: 0), endedAt: Instant(milliseconds: 0), host: "a",
        phones: phones)
    }
    #expect(CallRates.kinship(session(["x", "y"]), caller: "y", known: ["x", "y"]) == 1000)
    #expect(CallRates.kinship(session(["x"]), caller: "y", known: ["x", "y"]) == 0.05)
    #expect(CallRates.kinship(session([]), caller: "y", known: ["x", "y"]) == 0.2)
    #expect(CallRates.kinship(session([]), caller: "z", known: ["x", "y"]) == 1)
    #expect(CallRates.kinship(session(["x"]), caller: nil, known: ["x"]) == 1)
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
