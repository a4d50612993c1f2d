import Testing
import TributaryModel

@testable import TributaryAnalysis

@Suite struct CallSourcesTests {
  /// Minutes of one month in UTC.
  private static func minute(_ minute: Double) -> Instant {
    Instant(milliseconds: 1_790_000_000_000 + Int64(minute * 60_000))
  }

  private static func session(
    _ id: Int64, at start: Double, for length: Double = 2, host: String = "tver.shop",
    _ interest: CallCandidateSession.Interest = .other, phones: Set<String> = []
  ) -> CallCandidateSession {
    CallCandidateSession(
      id: id, startedAt: minute(start), endedAt: minute(start + length), host: host,
      interest: interest, phones: phones)
  }

  private static func call(
    _ id: String, at time: Double, hosts: Set<String>? = ["tver.shop"], from caller: String? = nil
  ) -> CallToPlace {
    CallToPlace(id: id, at: minute(time), hosts: hosts, caller: caller)
  }

  private static func sources(
    _ sessions: [CallCandidateSession], _ calls: [CallToPlace]
  ) -> [String: [CallPlace.Source]] {
    let places = CallSources(sessions: sessions, calls: calls, zone: .utc).places
    return Dictionary(uniqueKeysWithValues: places.map { ($0.callID, $0.sources) })
  }

  private static func probability(_ sources: [CallPlace.Source]?, of session: Int64?) -> Double {
    sources?.first { $0.session == session }?.probability ?? 0
  }

  /// A busy month: a session every 20 minutes on each of two hosts, a call every 5 hours, half of
  /// them 4 minutes after a session on the host that they ring.
  private static let month: (sessions: [CallCandidateSession], calls: [CallToPlace]) = {
    var sessions: [CallCandidateSession] = []
    var calls: [CallToPlace] = []
    for number in 0..<2_000 {
      let start = Double(number) * 20
      sessions.append(session(Int64(2 * number), at: start, number % 30 == 0 ? .contacts : .other))
      sessions.append(session(Int64(2 * number + 1), at: start + 7, host: "kazan.shop"))
      guard number % 15 == 0 else { continue }
      let comesFromSite = number % 30 == 0
      calls.append(call("c\(number)", at: start + (comesFromSite ? 4 : 13)))
    }
    return (sessions, calls)
  }()

  @Test func `the probabilities of each call add up to one, the likeliest first`() {
    let found = Self.sources(Self.month.sessions, Self.month.calls)
    #expect(found.count == Self.month.calls.count)
    for (call, sources) in found {
      #expect((sources.reduce(0) { $0 + $1.probability } - 1).magnitude < 1e-12, "\(call)")
      #expect(sources.count { $0.session == nil } == 1, "\(call)")
      #expect(zip(sources, sources.dropFirst()).allSatisfy { $0.probability >= $1.probability })
      #expect(sources.count <= CallSources.mostSessions + 1)
    }
  }

  @Test func `neither the order of the rows nor the numbers of the sessions matter`() {
    let (sessions, calls) = Self.month
    let first = CallSources(sessions: sessions, calls: calls, zone: .utc)
    let renumbered = sessions.map {
      CallCandidateSession(
        id: 10_000 - $0.id, startedAt: $0.startedAt, endedAt: $0.endedAt, host: $0.host,
        interest: $0.interest)
    }
    let second = CallSources(
      sessions: renumbered.reversed(), calls: calls.reversed(), zone: .utc)
    #expect(first.rates == second.rates)
    #expect(
      first.places.map { $0.sources.map(\.probability) }
        == second.places.map { $0.sources.map(\.probability) })
    #expect(
      first.places.map { $0.sources.map(\.session) }
        == second.places.map { $0.sources.map { $0.session.map { 10_000 - $0 } } })
  }

  @Test func `a call that no session precedes comes from none`() {
    let found = Self.sources(
      [Self.session(1, at: 0), Self.session(2, at: 500)], [Self.call("c", at: 300)])
    #expect(found["c"] == [CallPlace.Source(session: nil, probability: 1)])
  }

  @Test func `without sessions on its day a call has no place at all`() {
    // Two days later.
    let found = Self.sources([Self.session(1, at: 0)], [Self.call("c", at: 2 * 1440)])
    #expect(found.isEmpty)
    #expect(Self.sources([], [Self.call("c", at: 0)]).isEmpty)
    #expect(Self.sources([Self.session(1, at: 0)], []).isEmpty)
  }

  @Test func `a city's number is shown by its host only, a toll-free one by any`() {
    let sessions = [Self.session(1, at: 0, host: "kazan.shop"), Self.session(2, at: 300)]
    let found = Self.sources(
      sessions, [Self.call("city", at: 4), Self.call("free", at: 4, hosts: nil)])
    #expect(Self.probability(found["city"], of: 1) == 0)
    #expect(Self.probability(found["free"], of: 1) > 0.5)
  }

  @Test func `of two sessions just before a call the one that saw the contacts is likelier`() {
    // Callers of the month look at contacts, one session in thirty does.
    let sessions =
      Self.month.sessions + [
        Self.session(9_001, at: 50_000, .contacts), Self.session(9_002, at: 50_000),
      ]
    let found = Self.sources(sessions, Self.month.calls + [Self.call("last", at: 50_004)])
    let sources = found["last"]
    #expect(Self.probability(sources, of: 9_001) > 3 * Self.probability(sources, of: 9_002))
  }

  @Test func `who has ordered with the caller's phone gets nearly all, another's visitor little`() {
    let others = (0..<40).map { Self.session(Int64($0), at: Double($0) / 10) }
    let own = Self.session(100, at: 0, phones: ["p"])
    let strange = Self.session(101, at: 3.95, phones: ["q"])
    // Customers of the days before: of so many phones this one does not ring by chance.
    let customers = (0..<500).map {
      Self.session(Int64(200 + $0), at: -2_000 - Double($0), phones: ["c\($0)"])
    }
    let calls = [Self.call("known", at: 8, from: "p"), Self.call("hidden", at: 8)]
    let found = Self.sources(customers + others + [own, strange], calls)
    #expect(Self.probability(found["known"], of: 100) > 0.9)
    #expect(Self.probability(found["known"], of: 101) < 0.001)
    #expect(Self.probability(found["hidden"], of: 100) < 0.1)
  }

  @Test func `a crowd of sessions is no evidence for one of them`() {
    // A session every six seconds all day: one of 40 in the last four minutes.
    let crowd = (0..<14_400).map { Self.session(Int64($0), at: Double($0) / 10) }
    let found = Self.sources(crowd, [Self.call("c", at: 700)])
    #expect(Self.probability(found["c"], of: nil) > 0.6)
    #expect((found["c"] ?? []).filter { $0.session != nil }.allSatisfy { $0.probability < 0.02 })
    #expect((found["c"] ?? []).count == CallSources.mostSessions + 1)
  }

  /// Half of the month's calls follow a session by four minutes, the others by thirteen, which one
  /// session in any twenty minutes is bound to do.
  @Test func `the share of calls from the site is learned`() {
    let rates = CallSources(
      sessions: Self.month.sessions, calls: Self.month.calls, zone: .utc
    ).rates
    #expect((0.4...0.95).contains(rates.fromSite[0].value))
    #expect((rates.lags.reduce(0, +) - 1).magnitude < 1e-9)
    #expect(rates.interest.ratio(0) > 5)
    // Nobody rang a toll-free number: the prior stands.
    #expect((rates.fromSite[1].value - 1.0 / 3).magnitude < 1e-12)
  }
}
