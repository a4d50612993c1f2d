import TributaryModel

/// How calls come from sessions: a mixture of Poisson processes, as seen from the calls.
///
/// Calls to a number arrive as the sum of Poisson processes: one for each session s on a host that
/// shows the number, and one, the background, for everybody who did not come from the site (a map,
/// memory, a poster). With the lag u = t - start of s in seconds, and the rate C(t) of all calls to
/// the number:
///
///     rate of calls from s      r_s(t) = α(s) · f(u) · m(s) · c(s),  α(s) = π_k · C(t) / λ(s)
///     rate of the background    β(t)   = (1 - π_k) · C(t)
///     P(s | call at t)          = r_s / (β + Σ r_s),   P(none | call at t) = β / (β + Σ r_s)
///
/// | symbol | meaning |
/// |---|---|
/// | π_k | share of the calls from sessions, of numbers of kind k: of a city, of any host |
/// | λ(s) | sessions that begin each second on the hosts of the number around s, `SessionPace` |
/// | f(u) = p_b / w_b | density of lags: the share of class b over its width in seconds |
/// | m(s) = Π q / v | by feature of s, its share among sessions that call over that among all |
/// | c(s) | what the caller's phone says, `CallerPhone` |
///
/// Features are the interest, the origin (a campaign, else a channel), and whether the visitor has
/// ordered with a phone.
///
/// C(t) stands in every rate and cancels. That is why neither α nor β needs an hour, a weekday or a
/// peak of its own, and why a session at a busy hour is worth less than one at a quiet hour: the
/// more sessions there are, the less it means that one of them came just before. Calls and sessions
/// that rise and fall together through the day are thereby no evidence, where rates of calls by
/// hour and day took them for some (on a planted shop: 81% of the calls from the site, not 60%).
///
/// Sessions that stand by chance before a call of the background have Σ f · m · c / λ = 1 on
/// average. Where λ is too high, or c or m too low for them, all sessions count for too little and
/// π comes out too low, so that "none of these" is stated more often than it is true.
///
/// The origin keeps a campaign whose visitors never call from a part of every call that comes while
/// they are on the site.
///
/// Example: π = 0.5. One session began 90 s before the call (class 60 to 120 s, p = 0.15) and saw
/// the contacts page (q = 0.4, v = 0.1), another 20 minutes before (900 to 1800 s, p = 0.09) and did
/// not (q = v), both of one origin; 18 sessions begin an hour, λ = 0.005/s. Relative to C:
/// r_1 = 0.5 · (0.15 / 60) · 4 / 0.005 = 1, r_2 = 0.5 · (0.09 / 900) · 1 / 0.005 = 0.01, β = 0.5;
/// together 1.51, so that the first session has 0.66225, the second 0.00662, none of them 0.33113.
///
/// Source: D. Marsan, O. Lengliné, "Extending earthquakes' reach through cascading", Science 319,
/// 2008 (who triggered whom, by expectation and maximisation); deviations: marks m and c, rates
/// relative to C, priors.
public struct CallRates: Sendable, Hashable {
  /// π of the numbers of certain hosts, and of those that any host may show.
  public private(set) var fromSite: [LearnedShare]
  /// p by class of lag; adds up to 1.
  public private(set) var lags: [Double]
  /// By `CallCandidateSession.Interest`.
  public private(set) var interest: CallMark
  /// By the number of the origin, origins in order of their names.
  public private(set) var origin: CallMark
  /// 1 for visitors who have ordered with a phone, else 0.
  public private(set) var customer: CallMark
  public private(set) var phone: CallerPhone
  /// By class of lag.
  private var lagCalls: [Double]

  /// What a session shows that may tell who calls, by number.
  struct Features: Sendable, Hashable {
    let interest: Int
    let origin: Int
    let customer: Int
  }

  static let priorShare = 1.0 / 3
  /// Weights of the priors, in calls.
  private static let weight = (fromSite: 3.0, lags: 20.0, interest: 10.0, origin: 60.0)

  /// Before any call is shared.
  init(_ records: CallRecords) {
    var interests = CallCandidateSession.Interest.allCases.map { _ in 0.0 }
    var origins = [Double](repeating: 0, count: records.originCount)
    var customers = [0.0, 0]
    for features in records.features {
      interests[features.interest] += 1
      origins[features.origin] += 1
      customers[features.customer] += 1
    }
    self.init(
      fromSite: Self.priorShare, lags: CallLag.prior,
      interest: CallMark(sessions: interests, weight: Self.weight.interest),
      origin: CallMark(sessions: origins, weight: Self.weight.origin),
      customer: CallMark(sessions: customers, weight: Self.weight.interest),
      phone: CallerPhone(callers: records.callerIsKnown, phones: records.knownPhones))
  }

  init(
    fromSite: Double, lags: [Double], interest: CallMark, origin: CallMark, customer: CallMark,
    phone: CallerPhone
  ) {
    let share = LearnedShare(prior: fromSite, weight: Self.weight.fromSite)
    self.fromSite = [share, share]
    self.lags = lags
    self.interest = interest
    self.origin = origin
    self.customer = customer
    self.phone = phone
    lagCalls = lags.map { _ in 0 }
  }

  /// r_s / C.
  func session(
    _ candidate: CallRecords.Candidate, _ features: Features, kind: Int, callerIsKnown: Bool?
  ) -> Double {
    let lag = lags[candidate.lag] / CallLag.width(candidate.lag)
    let mark =
      interest.ratio(features.interest) * origin.ratio(features.origin)
      * customer.ratio(features.customer)
    let kinship = callerIsKnown.map { phone.ratio(candidate.kinship, isKnown: $0) } ?? 1
    return fromSite[kind].value * candidate.wait * lag * mark * kinship
  }

  /// β / C.
  func background(kind: Int) -> Double { 1 - fromSite[kind].value }

  /// - Parameter part: of a call that came from the session; negative takes back what was counted.
  mutating func count(
    _ part: Double, _ candidate: CallRecords.Candidate, _ features: Features, kind: Int,
    callerIsKnown: Bool?
  ) {
    fromSite[kind].count(part, isYes: true)
    lagCalls[candidate.lag] += part
    interest.count(part, features.interest)
    origin.count(part, features.origin)
    customer.count(part, features.customer)
    if let callerIsKnown { phone.count(part, candidate.kinship, isKnown: callerIsKnown) }
  }

  /// - Parameter part: of a call that came from none of the sessions.
  mutating func countNone(_ part: Double, kind: Int, callerIsKnown: Bool?) {
    fromSite[kind].count(part, isYes: false)
    if let callerIsKnown { phone.countNone(part, isKnown: callerIsKnown) }
  }

  /// Makes p the log-normal curve through the lags that are counted and those of the prior.
  mutating func fitLags() {
    lags = CallLag.smoothed(zip(lagCalls, CallLag.prior).map { $0 + Self.weight.lags * $1 })
  }
}
