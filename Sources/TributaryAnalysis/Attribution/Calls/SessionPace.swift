import TributaryModel

/// How many sessions begin at a time: as many as usual on that day and at that hour, times as much
/// as the sessions just before and after stand closer together than that.
struct SessionPace {
  private var days: [Day: Double] = [:]
  /// Sessions of the days before.
  private var before: [Day: Double] = [:]
  /// By hour, its share of a day.
  private var hours = [Double](repeating: 0, count: 24)
  private let all: Double
  private let zone: Zone

  /// A part of the sessions that is spread evenly over the day, so that no hour is empty.
  private static let even = 0.02
  /// Sessions looked at on each side: more see a crowd later, fewer see one in every chance.
  private static let neighbours = 6
  private static let usualGaps = 20.0

  init(_ sessions: [CallCandidateSession], zone: Zone) {
    self.zone = zone
    for session in sessions {
      days[zone.day(of: session.startedAt), default: 0] += 1
      hours[zone.hour(of: session.startedAt)] += 1
    }
    let all = Double(sessions.count)
    self.all = all
    hours = hours.map { ($0 + Self.even * all / 24) / max(1, all * (1 + Self.even)) }
    var sum = 0.0
    for (day, count) in days.sorted(by: { $0.key < $1.key }) {
      before[day] = sum
      sum += count
    }
  }

  /// Whether the day has a session; a day without one has no log.
  func knows(_ instant: Instant) -> Bool { days[zone.day(of: instant)] != nil }

  /// For each of some sessions the mean time from one of them to the next around it: 1 / λ.
  ///
  /// Of a Poisson process whose rate is λ around s, the time from the n-th session before s to the
  /// n-th after it is 2n / λ on average, exactly and whatever n is. A count in a window of time
  /// knows too little of a quiet host, too late of a crowd, and 1 over it is too long on average.
  /// Time is measured in the sessions that usually begin in it, so that a night between two
  /// sessions is short; the usual pace weighs as much as `usualGaps` from session to session.
  ///
  /// - Parameter starts: of all sessions on the hosts of a number, by time.
  /// - Returns: by session. Units: seconds.
  func waits(of starts: [Instant]) -> [Double] {
    let share = Double(starts.count) / all
    var clock = starts.map { usual(by: $0) * share }
    for position in clock.indices.dropFirst() {
      // Where clocks are put back an hour comes twice.
      clock[position] = max(clock[position], clock[position - 1])
    }
    return starts.indices.map { position in
      let first = max(0, position - Self.neighbours)
      let last = min(starts.count - 1, position + Self.neighbours)
      let gap =
        (clock[last] - clock[first] + Self.usualGaps) / (Double(last - first) + Self.usualGaps)
      return gap / (begins(at: starts[position]) * share)
    }
  }

  /// Sessions that usually begin each second on all hosts. Units: 1/s.
  private func begins(at instant: Instant) -> Double {
    (days[zone.day(of: instant)] ?? 0) * hours[zone.hour(of: instant)] / 3600
  }

  /// Sessions that have usually begun by then on all hosts.
  private func usual(by instant: Instant) -> Double {
    let day = zone.day(of: instant)
    let hour = zone.hour(of: instant)
    let passed = Double(zone.millisecondOfHour(of: instant)) / 3_600_000
    let share = hours[..<hour].reduce(0, +) + hours[hour] * passed
    return (before[day] ?? 0) + (days[day] ?? 0) * share
  }
}

extension Zone {
  /// The hour of the day, 0 to 23.
  func hour(of instant: Instant) -> Int { millisecondOfDay(of: instant) / 3_600_000 }

  fileprivate func millisecondOfHour(of instant: Instant) -> Int {
    millisecondOfDay(of: instant) % 3_600_000
  }

  private func millisecondOfDay(of instant: Instant) -> Int {
    let local = instant.milliseconds + offset(at: instant)
    return Int((local % 86_400_000 + 86_400_000) % 86_400_000)
  }
}
