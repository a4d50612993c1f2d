import Foundation
import TributaryModel

@testable import TributaryAnalysis

/// Sixty days of visits and calls of which it is known who came from where, made by other laws than
/// `CallRates` assumes:
///
/// - lags are a mixture: even over the first minutes, exponential, and even in their logarithm up
///   to an hour; some are longer;
/// - a visit calls with a probability of its own, so that calls from the site follow the visitors'
///   evenings, while others keep office hours: the share from the site changes through the day;
/// - three cities of unequal traffic, one of them five hours ahead, quiet weekends, uneven days;
/// - bursts of sixty visits in seven minutes that nobody calls from;
/// - customers who come again and call more, second phones, other browsers, hidden phones;
/// - callers from nowhere dial the toll-free number more often.
struct PlantedCalls {
  private(set) var sessions: [CallCandidateSession] = []
  private(set) var calls: [CallToPlace] = []
  /// By call, the session that it came from; a call that is left out saw no page.
  private(set) var sources: [String: Int64] = [:]

  private static let days = 60
  private static let perDay = [110.0, 35, 12]
  private static let hosts = ["north", "east", "south"]
  private static let origins = ["direct", "organic", "brand", "generic", "social", "email"]
  private static let originVisits = [0.25, 0.3, 0.1, 0.2, 0.1, 0.05]
  private static let originCalls = [1.2, 1.0, 2.2, 1.0, 0.1, 0.4]
  /// By `CallCandidateSession.Interest`.
  private static let interestVisits = [0.07, 0.43, 0.5]
  private static let interestCalls = [9.0, 1.4, 0.4]
  private static let customers = 250.0
  private static let midnight: Int64 = 1_790_812_800_000

  private struct Visit {
    let second: Double
    let length: Double
    let host: Int
    let interest: Int
    let origin: Int
    let phone: String?
    let isInBurst: Bool

    /// How often it calls, relative to others.
    var calls: Double {
      isInBurst
        ? 0 : interestCalls[interest] * originCalls[origin] * (phone == nil ? 1 : 1.6)
    }
  }

  private var random: SeededStream

  /// - Parameter fromSite: about the share of calls that come from a visit.
  init(seed: UInt64, fromSite: Double, callsPerDay: Double = 9) {
    random = SeededStream(seed: seed)
    let visits = makeVisits()
    for (number, visit) in visits.enumerated() {
      sessions.append(
        CallCandidateSession(
          id: Int64(number + 1), startedAt: Self.instant(visit.second),
          endedAt: Self.instant(visit.second + visit.length), host: Self.hosts[visit.host],
          interest: CallCandidateSession.Interest(rawValue: visit.interest) ?? .other,
          origin: Self.origins[visit.origin], phones: visit.phone.map { [$0] } ?? []))
    }
    callFromSite(visits, Double(Self.days) * callsPerDay * fromSite)
    callFromNowhere(callsPerDay * (1 - fromSite))
  }

  private mutating func makeVisits() -> [Visit] {
    let pace = (0..<24).map { hour in
      let noon = exp(-pow(Double(hour) - 12.5, 2) / 10)
      let evening = exp(-pow(Double(hour) - 20, 2) / 8)
      return 0.08 + noon + 1.3 * evening
    }
    let sum = pace.reduce(0, +)
    var visits: [Visit] = []
    for day in 0..<Self.days {
      for host in Self.hosts.indices {
        let unevenness = exp(0.5 * (random.share() - 0.5))
        let level = Self.perDay[host] * (day % 7 >= 5 ? 0.6 : 1.1) * unevenness / sum
        for hour in 0..<24 {
          let mean = level * pace[(hour + (host == 1 ? 5 : 0)) % 24]
          for _ in 0..<Int(random.poisson(mean)) {
            visits.append(visit(at: second(day, Double(hour) + random.share()), on: host))
          }
        }
      }
      if day % 4 == 1 {
        let start = second(day, 10 + 9 * random.share())
        let host = pick(Self.perDay)
        for _ in 0..<60 {
          visits.append(
            Visit(
              second: start + 400 * random.share(), length: 0, host: host, interest: 2, origin: 0,
              phone: nil, isInBurst: true))
        }
      }
    }
    return visits
  }

  private mutating func visit(at second: Double, on host: Int) -> Visit {
    Visit(
      second: second, length: -240 * log(1 - random.share()), host: host,
      interest: pick(Self.interestVisits), origin: pick(Self.originVisits),
      phone: random.share() < 0.08 ? customersPhone() : nil, isInBurst: false)
  }

  private mutating func callFromSite(_ visits: [Visit], _ wanted: Double) {
    let all = visits.reduce(0) { $0 + (Self.isOpen($1.second + 300) ? $1.calls : 0) }
    for (number, visit) in visits.enumerated() where random.share() < visit.calls * wanted / all {
      let second = visit.second + lag()
      guard Self.isOpen(second) else { continue }
      var caller: String? = "visitor \(number)"
      if let phone = visit.phone, random.share() < 0.85 {
        caller = phone
      } else if random.share() < 0.04 {
        caller = customersPhone()
      }
      call(at: second, host: visit.host, caller, tollFree: 0.16, from: Int64(number + 1))
    }
  }

  private mutating func callFromNowhere(_ perDay: Double) {
    for day in 0..<Self.days {
      for hour in 9..<21 {
        let level = (hour < 18 ? 0.1 : 0.1 / 3) * (day % 7 >= 5 ? 0.5 : 1.2)
        for _ in 0..<Int(random.poisson(perDay * level)) {
          let second = second(day, Double(hour) + random.share())
          let caller = random.share() < 0.12 ? customersPhone() : "stranger \(calls.count)"
          call(at: second, host: pick(Self.perDay), caller, tollFree: 0.26, from: nil)
        }
      }
    }
  }

  private mutating func call(
    at second: Double, host: Int, _ caller: String?, tollFree: Double, from session: Int64?
  ) {
    let id = "call \(calls.count)"
    calls.append(
      CallToPlace(
        id: id, at: Self.instant(second),
        hosts: random.share() < tollFree ? nil : [Self.hosts[host]],
        caller: random.share() < 0.05 ? nil : caller))
    sources[id] = session
  }

  private mutating func lag() -> Double {
    let kind = random.share()
    if kind < 0.45 { return 20 + 240 * random.share() }
    if kind < 0.85 { return max(8, -700 * log(1 - random.share())) }
    return 300 * exp(log(11.5) * random.share())
  }

  private mutating func customersPhone() -> String {
    "customer \(Int(random.share() * Self.customers))"
  }

  private mutating func pick(_ weights: [Double]) -> Int {
    var rest = random.share() * weights.reduce(0, +)
    for (position, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return position }
    }
    return weights.count - 1
  }

  private func second(_ day: Int, _ hour: Double) -> Double { Double(day) * 86_400 + hour * 3_600 }

  private static func isOpen(_ second: Double) -> Bool {
    (32_400..<75_600).contains(second.truncatingRemainder(dividingBy: 86_400))
  }

  private static func instant(_ second: Double) -> Instant {
    Instant(milliseconds: midnight + Int64(second * 1000))
  }
}
