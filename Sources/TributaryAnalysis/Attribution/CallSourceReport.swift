import TributaryModel

/// From which channels the calls of one window probably came, as far as their sessions tell.
public struct CallSourceReport: Sendable, Hashable {
  public let window: DayRange
  /// All calls of the window.
  public let all: Int
  /// Of them those that count as conversions.
  public let qualified: Int
  /// Calls of unknown source that could be looked up in the site log.
  public let calls: Int
  /// Most calls first, then by channel.
  public let channels: [Row]
  /// Calls that came from none of the sessions, with a 90% range.
  public let none: Estimate
  /// Mean over the calls of the probability of the likeliest source; nil without calls.
  public let certainty: Double?

  /// One channel's calls, with a 90% range. Units: calls.
  public struct Row: Sendable, Hashable {
    public let channel: Channel
    public let calls: Estimate

    package init(channel: Channel, calls: Estimate) {
      self.channel = channel
      self.calls = calls
    }
  }

  /// The probability that a call came from one channel.
  public struct Share: Sendable, Hashable {
    public let callID: String
    /// nil for none of the sessions.
    public let channel: Channel?
    /// Of all its sessions of that channel together. Units: 0...1.
    public let probability: Double
    /// Of the likeliest of them. Units: 0...1.
    public let highest: Double

    package init(callID: String, channel: Channel?, probability: Double, highest: Double) {
      self.callID = callID
      self.channel = channel
      self.probability = probability
      self.highest = highest
    }
  }

  /// Adds up the shares; one of each call and channel.
  ///
  /// A sum of independent yes-or-no guesses has the variance Σ p (1 - p); the range is 1.645 of its
  /// roots to both sides, within 0 and the number of calls. Shares of 0.7, 0.7 and 0.4 make 1.8 calls
  /// with a variance of 0.66: 0.46 to 3.14, cut to 3.
  ///
  /// - Parameters:
  ///   - all: calls of the window; nil: those of the shares.
  ///   - qualified: of them those that count as conversions.
  public init(window: DayRange, shares: [Share], all: Int? = nil, qualified: Int = 0) {
    self.window = window
    self.qualified = qualified
    var tops: [String: Double] = [:]
    for share in shares { tops[share.callID] = max(tops[share.callID] ?? 0, share.highest) }
    calls = tops.count
    self.all = all ?? tops.count
    let most = Double(tops.count)
    func sum(_ channel: Channel?) -> Estimate {
      let parts = shares.filter { $0.channel == channel }.map(\.probability).sorted()
      let mean = parts.reduce(0, +)
      let spread = 1.645 * parts.reduce(0) { $0 + max(0, $1 * (1 - $1)) }.squareRoot()
      return Estimate(
        mean, Interval(lower: max(0, mean - spread), upper: min(most, mean + spread)))
    }
    let found = Set(shares.compactMap(\.channel))
    channels = Channel.allCases.filter(found.contains).map { Row(channel: $0, calls: sum($0)) }
      .sorted {
        ($1.calls.value, $0.channel.rawValue) < ($0.calls.value, $1.channel.rawValue)
      }
    none = sum(nil)
    certainty = tops.isEmpty ? nil : tops.values.sorted().reduce(0, +) / most
  }

  /// Calls that probably came from a session.
  public var fromSite: Double { Double(calls) - none.value }
}

extension CallSourceReport {
  /// Fewer calls than these say nothing of channels.
  static let enough = 20
  /// Below this part of the calls hardly any come from the site.
  static let hardlyAny = 0.05

  /// How many calls came from the site, and the channel with most of them.
  public enum Answer: Sendable, Hashable {
    case unknown
    case few(Int)
    case hardlyAny(Int)
    case fromSite(Double, of: Int, most: Channel, Double)
  }

  public var answer: Answer {
    guard calls > 0 else { return .unknown }
    guard calls >= CallSourceReport.enough else { return .few(calls) }
    guard let first = channels.first, fromSite >= CallSourceReport.hardlyAny * Double(calls)
    else { return .hardlyAny(calls) }
    return .fromSite(fromSite, of: calls, most: first.channel, first.calls.value)
  }
}

/// What one channel brought of all calls.
public struct CallChannelShare: Sendable, Hashable {
  /// Nil for calls that came from none of the sessions.
  public let channel: Channel?
  public let calls: Estimate
  /// Of all calls. Units: 0...1.
  public let share: Double

  public static let results = ResultTable<CallChannelShare>(
    "call_channel", grain: "channel that calls probably came from",
    [
      .text("channel", isKey: true, "'' is none of the sessions") { $0.channel?.rawValue ?? "" },
      .estimate("calls", unit: .count, "of unknown source, of 28 days to the as-of day") {
        $0.calls
      },
      .share("share", "of all such calls") { $0.share },
    ])
}

extension CallSourceReport {
  /// The channels, then none of the sessions; empty without calls.
  public var channelShares: [CallChannelShare] {
    guard calls > 0 else { return [] }
    let all: [(Channel?, Estimate)] = channels.map { ($0.channel, $0.calls) } + [(nil, none)]
    return all.map { channel, found in
      CallChannelShare(channel: channel, calls: found, share: found.value / Double(calls))
    }
  }
}
