import TributaryModel

/// What to do about a search query of a campaign, or about words that queries share.
public struct QueryAdvice: Sendable, Hashable {
  public let subject: Subject
  /// As people typed it.
  public let text: String
  /// The campaigns in which it was seen; one for a query.
  public let campaigns: [QueryCampaign]
  /// Nil: nothing to do.
  public internal(set) var advice: Advice?
  /// In the window.
  public let clicks: Double
  /// In the window, minor units.
  public let cost: Int64
  /// In the window; nil where nobody tells.
  public let conversions: Double?
  /// Who tells the conversions; nil where nobody does.
  public let source: ConversionSource?
  /// Conversions of the shop, of all days that are loaded, that a visit by these words had a part in.
  public let assisted: Double
  /// Conversions a click, pooled through shared words; nil where nobody tells conversions.
  public let rate: Estimate?
  /// P(cost per conversion > twice the target); nil without a target, clicks, cost or rate.
  public let chance: Double?
  /// What forbids a negative word that the figures ask for; nil where nothing does.
  public internal(set) var heldBy: Hold?
  /// The word whose advice blocks this query; nil for none.
  public internal(set) var blockedBy: String?
  /// What the negative word would have blocked; nil without one.
  public internal(set) var replay: Replay?
  /// What the advice is about, minor units in the days of the window: cost that would have been saved,
  /// or margin over cost.
  public internal(set) var atStake: Int64?
  /// Forms of the words as they were typed, most clicks first; of negative words only.
  public internal(set) var forms: [String] = []

  /// What a row is of.
  public enum Subject: String, Sendable, CaseIterable { case word, query }

  /// What to do.
  public enum Advice: String, Sendable, CaseIterable {
    /// Block queries that hold the words.
    case negativePhrase = "negative_phrase"
    /// Block this very query.
    case negativeExact = "negative_exact"
    /// Give it an advertisement of its own.
    case ownAd = "own_ad"
    /// It spends and brings nothing so far; too little data, or it may not be blocked.
    case watch

    /// Whether it blocks queries.
    public var isNegative: Bool { self == .negativePhrase || self == .negativeExact }
  }

  /// What forbids to block words.
  public enum Hold: String, Sendable, CaseIterable {
    /// A query that would have been blocked brought a conversion, or had a part in a sale.
    case sale
    case brand, city
  }

  /// What the words would have blocked, had they stood since the first day that is loaded.
  public struct Replay: Sendable, Hashable {
    /// Queries of campaigns.
    public let queries: Int
    public let clicks: Double
    /// Conversions and assisted sales that would have been lost: 0, else there is no advice.
    public let lost: Double
  }
}

/// What the queries of a window say.
public struct QueryReport: Sendable {
  public let window: DayRange
  /// Advice by urgency, then all other queries by cost.
  public let rows: [QueryAdvice]
  /// The most that a conversion may cost, minor units; nil where nobody tells what a sale brings.
  public let target: Int64?
  /// Whether the shop states the target; else it is the margin of a sale.
  public let isTargetStated: Bool
  /// Clicks by who tells their conversions; those of nil are not judged.
  public let clicks: [ConversionSource?: Double]
  /// What all negative words together would have blocked in the window.
  public let blocked: Blocked
  /// What they would have blocked in all days that are loaded.
  public let replay: QueryAdvice.Replay
  /// The first day whose queries were replayed; nil without queries.
  public let replayedFrom: Day?

  /// Queries in the window that negative words block, each counted once.
  public struct Blocked: Sendable, Hashable {
    public internal(set) var queries = 0
    public internal(set) var clicks = 0.0
    /// Minor units.
    public internal(set) var cost: Int64 = 0
  }

  package init(
    window: DayRange, rows: [QueryAdvice] = [], target: Int64? = nil, isTargetStated: Bool = false,
    clicks: [ConversionSource?: Double] = [:], blocked: Blocked = Blocked(),
    replay: QueryAdvice.Replay = QueryAdvice.Replay(queries: 0, clicks: 0, lost: 0),
    replayedFrom: Day? = nil
  ) {
    self.window = window
    self.rows = rows
    self.target = target
    self.isTargetStated = isTargetStated
    self.clicks = clicks
    self.blocked = blocked
    self.replay = replay
    self.replayedFrom = replayedFrom
  }

  /// The rows of an advice.
  public func rows(_ advice: QueryAdvice.Advice) -> [QueryAdvice] {
    rows.filter { $0.advice == advice }
  }
}

extension QueryAdvice {
  /// P(cost per conversion > twice the target) that a negative word asks for.
  public static let certainty = 0.9
  /// Clicks that a negative word asks for.
  public static let fewestClicks = 20.0

  /// Whether a word says so little by itself that platforms leave it out of phrases.
  public static func isSmall(_ word: String) -> Bool { QueryText.small.contains(word) }
}
