import TributaryModel

/// How calls come from sessions: a mixture of Poisson processes, as seen from the calls.
///
/// Calls to a number arrive as the sum of Poisson processes: one for each session s on a host that
/// shows the number, and one, the background, for everybody who did not come from the site (a map,
/// memory, a poster). With the lag u = t - start of s in seconds, and the rate C(t) of all calls to
/// the number:
///
///     rate of calls from s      r_s(t) = alpha(s) · f(u) · m(s) · c(s),  alpha(s) = π_k · C(t) / λ(s)
///     rate of the background    β(t)   = (1 - π_k) · C(t)
///     P(s | call at t)          = r_s / (β + Σ r_s),   P(none | call at t) = β / (β + Σ r_s)
///
/// | symbol | meaning |
/// |---|---|
/// | π_k | share of the calls that come from a session, of numbers of kind k: of a city, of any host |
/// | λ(s) | sessions that begin each second on the hosts of the number, around the start of s |
/// | f(u) = p_b / w_b | density of lags: the share of class b over its width in seconds |
/// | m(s) = q_g / v_g · q_o / v_o | share of interest g among the sessions that call over its share among all; the same of origin o, a campaign or else a channel |
/// | c(s) | what the caller's phone says: 1000 when the visitor has ordered with it, 0.05 when only with others; when no order tells of the visitor, 0.2 if another visitor has ordered with it, else 1 |
///
/// C(t) stands in every rate and cancels. That is why neither α nor β needs an hour of the day, a day
/// of the week or a peak of its own, and why a session at a busy hour is worth less than one at a
/// quiet hour: the more sessions there are, the less it means that one of them came just before.
/// Calls and sessions that rise and fall together through the day are thereby no evidence, where
/// rates of calls by hour and day took them for some (on a planted shop: 81% of the calls from the
/// site instead of 60%).
///
/// The origin keeps a campaign whose visitors never call from a part of every call that comes while
/// they are on the site.
///
/// c is set and not learned: someone who has ordered with the very phone that now rings, and is on
/// the site at that moment, is hardly there by chance, since thousands of phones might have rung;
/// one caller in twenty has a second phone, or shares a browser; and one in five whose browser is
/// known comes with another. Without the last the calls of known customers without a visit look
/// like anybody's, and the share of calls from the site comes out too high (73% instead of 60% on
/// a planted shop).
///
/// Example: π = 0.5. One session began 90 s before the call (class 60 to 120 s, p = 0.15) and saw
/// the contacts page (q = 0.4, v = 0.1), another 20 minutes before (900 to 1800 s, p = 0.09; q = v),
/// both of one origin;
/// 18 sessions begin an hour, λ = 0.005/s. Relative to C: r_1 = 0.5 · (0.15 / 60) · 4 / 0.005 = 1,
/// r_2 = 0.5 · (0.09 / 900) · 1 / 0.005 = 0.01, β = 0.5; together 1.51, so that the first session has
/// 0.66225, the second 0.00662, none of them 0.33113.
///
/// Source: D. Marsan, O. Lengliné, "Extending earthquakes' reach through cascading", Science 319,
/// 2008 (who triggered whom, by expectation and maximisation); deviations: marks m and c, rates
/// relative to C, priors.
public struct CallRates: Sendable, Hashable {
  /// π of the numbers of certain hosts, and of those that any host may show. Units: 0...1.
  public internal(set) var fromSite: [Double]
  /// p by class of lag; adds up to 1.
  public internal(set) var lags: [Double]
  /// By `CallCandidateSession.Interest`.
  public internal(set) var interest: CallMark
  /// By the number of the origin, origins in order of their names.
  public internal(set) var origin: CallMark

  static let samePhone = 1000.0
  static let otherPhone = 0.05
  static let otherBrowser = 0.2

  /// c: what the caller's phone says of a session.
  ///
  /// - Parameter known: phones with which any visitor has ordered.
  static func kinship(
    _ session: CallCandidateSession, caller: String?, known: Set<String>
  ) -> Double {
    guard let caller else { return 1 }
    guard !session.phones.isEmpty else { return known.contains(caller) ? otherBrowser : 1 }
    return session.phones.contains(caller) ? samePhone : otherPhone
  }

  /// r_s / C.
  ///
  /// - Parameters:
  ///   - mark: m.
  ///   - begins: λ. Units: 1/s.
  func session(kind: Int, lag: Int, mark: Double, kinship: Double, begins: Double) -> Double {
    fromSite[kind] * lags[lag] / CallLag.width(lag) * mark * kinship / begins
  }

  /// β / C.
  func background(kind: Int) -> Double { 1 - fromSite[kind] }
}
