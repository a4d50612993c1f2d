import TributaryModel

/// Calls and sessions of a block, numbered, with the sessions that each call may have come from.
struct CallRecords {
  /// By time.
  let sessions: [CallCandidateSession]
  /// Of each session; origins are numbered in order of their names.
  let features: [CallRates.Features]
  let originCount: Int
  /// Those of days with sessions, by time.
  let calls: [CallToPlace]
  /// Of each call, whether a visitor has ordered with the caller's phone; nil when it is hidden.
  let callerIsKnown: [Bool?]
  let knownPhones: Int
  /// Of each call, the last session to begin first.
  let candidates: [[Candidate]]

  struct Candidate {
    let session: Int
    /// Class of the lag.
    let lag: Int
    let kinship: CallerPhone.Kinship
    /// 1 / λ of `CallRates`. Units: seconds.
    let wait: Double
  }

  /// The last so many sessions before a call; where there are more, none stands out.
  static let mostCandidates = 400

  init(sessions unordered: [CallCandidateSession], calls: [CallToPlace], zone: Zone) {
    let sessions = unordered.sorted(by: CallCandidateSession.precedes)
    let pace = SessionPace(sessions, zone: zone)
    let calls = calls.filter { pace.knows($0.at) }.sorted(by: CallToPlace.precedes)
    let known = sessions.reduce(into: Set<String>()) { $0.formUnion($1.phones) }
    var candidates = [[Candidate]](repeating: [], count: calls.count)
    for members in Dictionary(grouping: calls.indices, by: { calls[$0].hosts }).values {
      let hosts = members.first.flatMap { calls[$0].hosts }
      let positions = sessions.indices.filter { hosts?.contains(sessions[$0].host) ?? true }
      let waits = pace.waits(of: positions.map { sessions[$0].startedAt })
      let wait = Dictionary(uniqueKeysWithValues: zip(positions, waits))
      var window = Window(positions)
      for call in members {
        candidates[call] = window.candidates(of: calls[call].at, sessions).compactMap { position in
          let session = sessions[position]
          return CallLag.position(session, calls[call].at).map { lag in
            Candidate(
              session: position, lag: lag,
              kinship: session.kinship(calls[call].caller),
              wait: wait[position] ?? 0)
          }
        }
      }
    }
    self.sessions = sessions
    let names = Set(sessions.map(\.origin)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    features = sessions.map {
      CallRates.Features(
        interest: $0.interest.rawValue, origin: numbers[$0.origin] ?? 0,
        customer: $0.phones.isEmpty ? 0 : 1)
    }
    originCount = names.count
    self.calls = calls
    callerIsKnown = calls.map { $0.caller.map(known.contains) }
    knownPhones = known.count
    self.candidates = candidates
  }

  /// 0 for a number of certain hosts, 1 for one of any.
  func kind(of call: Int) -> Int { calls[call].hosts == nil ? 1 : 0 }

  /// The sessions shortly before a moment that only moves forward.
  private struct Window {
    private let positions: [Int]
    private var first = 0
    private var next = 0
    /// Sessions that began long before and may still run.
    private var running: [Int] = []

    init(_ positions: [Int]) {
      self.positions = positions
    }

    mutating func candidates(of call: Instant, _ sessions: [CallCandidateSession]) -> [Int] {
      while next < positions.count, sessions[positions[next]].startedAt <= call { next += 1 }
      while first < next,
        call.seconds(since: sessions[positions[first]].startedAt) >= CallLag.longest
      {
        running.append(positions[first])
        first += 1
      }
      running.removeAll { sessions[$0].endedAt < call }
      return Array(
        (positions[first..<next].reversed() + running.reversed()).prefix(mostCandidates))
    }
  }
}

extension CallCandidateSession {
  /// Nothing is said of a hidden phone, whatever the kinship.
  fileprivate func kinship(_ caller: String?) -> CallerPhone.Kinship {
    if phones.isEmpty { return .none }
    return caller.map(phones.contains) ?? false ? .same : .other
  }
}
