import TributaryModel

/// Calls and sessions of a block, numbered, with the sessions that each call may have come from.
struct CallRecords {
  /// By time.
  let sessions: [CallCandidateSession]
  /// Of each session the number of its origin, in order of their names.
  let origins: [Int]
  let originCount: Int
  /// Those of days with sessions, by time.
  let calls: [CallToPlace]
  /// Of each call, the last session to begin first.
  let candidates: [[Candidate]]

  struct Candidate {
    let session: Int
    /// Class of the lag.
    let lag: Int
    /// c of `CallRates`.
    let kinship: Double
    /// λ of `CallRates`. Units: 1/s.
    let begins: Double
  }

  /// The last so many sessions before a call; where there are more, none stands out.
  static let mostCandidates = 400

  init(sessions unordered: [CallCandidateSession], calls: [CallToPlace], zone: Zone) {
    let sessions = unordered.sorted(by: CallCandidateSession.precedes)
    let pace = SessionPace(sessions, zone: zone)
    let calls = calls.filter { pace.knows($0.at) }.sorted(by: CallToPlace.precedes)
    let known = sessions.reduce(into: Set<String>()) { $0.formUnion($1.phones) }
    let begins = sessions.map { pace.begins(at: $0.startedAt) }
    var candidates = [[Candidate]](repeating: [], count: calls.count)
    for members in Dictionary(grouping: calls.indices, by: { calls[$0].hosts }).values {
      let hosts = members.first.flatMap { calls[$0].hosts }
      let positions = sessions.indices.filter { hosts?.contains(sessions[$0].host) ?? true }
      let share = pace.share(of: hosts)
      var window = Window(positions)
      for call in members {
        candidates[call] = window.candidates(of: calls[call].at, sessions).compactMap { position in
          let session = sessions[position]
          return CallLag.position(session, calls[call].at).map { lag in
            Candidate(
              session: position, lag: lag,
              kinship: CallRates.kinship(session, caller: calls[call].caller, known: known),
              begins: begins[position] * share)
          }
        }
      }
    }
    self.sessions = sessions
    let names = Set(sessions.map(\.origin)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    origins = sessions.map { numbers[$0.origin] ?? 0 }
    originCount = names.count
    self.calls = calls
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
