import TributaryModel

/// How many sessions begin at a time: those of the day, by the hours of the usual day, by the hosts'
/// share of all.
struct SessionPace {
  private var days: [Day: Double] = [:]
  private var hours = [Double](repeating: 0, count: 24)
  private var hosts: [String: Double] = [:]
  private let all: Double
  private let zone: Zone

  /// A part of the sessions that is spread evenly over the day, so that no hour is empty.
  private static let even = 0.02

  init(_ sessions: [CallCandidateSession], zone: Zone) {
    self.zone = zone
    all = Double(sessions.count)
    for session in sessions {
      days[zone.day(of: session.startedAt), default: 0] += 1
      hours[zone.hour(of: session.startedAt)] += 1
      hosts[session.host, default: 0] += 1
    }
  }

  /// Whether the day has a session; a day without one has no log.
  func knows(_ instant: Instant) -> Bool { days[zone.day(of: instant)] != nil }

  /// The part of all sessions that is on those hosts; nil for any host.
  func share(of hosts: Set<String>?) -> Double {
    guard let hosts else { return 1 }
    // A day can have a session of these hosts only: never less than one of all.
    return max(1, hosts.sorted().reduce(0) { $0 + (self.hosts[$1] ?? 0) }) / max(1, all)
  }

  /// Sessions that begin each second around that time on all hosts. Units: 1/s.
  func begins(at instant: Instant) -> Double {
    let day = days[zone.day(of: instant)] ?? 0
    let hour = hours[zone.hour(of: instant)]
    let share = (hour + Self.even * all / 24) / (all * (1 + Self.even))
    return day * share / 3600
  }
}

extension Zone {
  /// The hour of the day, 0 to 23.
  func hour(of instant: Instant) -> Int {
    let local = instant.milliseconds + offset(at: instant)
    return Int(((local % 86_400_000) + 86_400_000) % 86_400_000 / 3_600_000)
  }
}
