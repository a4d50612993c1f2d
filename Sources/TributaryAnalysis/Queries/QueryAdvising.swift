import TributaryModel

/// Which words and queries to block, which to give an advertisement of their own, which to watch.
///
/// A negative word is advised where P(cost per conversion > twice the target) is `certainty`, over
/// `fewestClicks` clicks at least, and where all days that are loaded, replayed, hold no query that
/// converted or had a part in a sale of the shop and would have been blocked. Replayed is the widest
/// reading: a phrase blocks every query that holds its words in any form and order. Of words that block
/// the same queries those come first that block most; each other has to hold over what is left.
struct QueryAdvising {
  static let certainty = QueryAdvice.certainty
  /// What is at least as likely as not is watched.
  static let watched = 0.5
  /// Cost per conversion over the target beyond which a query is too dear.
  static let dear = 2.0
  static let fewestClicks = QueryAdvice.fewestClicks
  /// Conversions that a winner has at least.
  static let fewestConversions = 2.0
  /// The part of its campaign's clicks that a query of low frequency has at most.
  static let largestShare = 0.05
  /// Words that are watched, those of the most cost.
  static let mostWatched = 50
  /// Forms of a negative word that are told.
  static let mostForms = 10

  let index: QueryIndex
  let rates: QueryRates
  let source: [ConversionSource?]
  let target: Double?
  let protected: ProtectedWords
  /// Stems of keywords by which visits had a part in sales.
  let assisting: Set<Set<Int32>>
  /// Stems that stand in half of the clicks of campaigns on the shop's own name, or more.
  private let brandStems: Set<Int32>
  /// The number of the row that blocks each query.
  private var blocker: [Int32: Int] = [:]
  /// Queries that are to be blocked by themselves.
  private var exact: Set<Int32> = []
  /// Queries of all days that negative words block.
  private var replayed: Set<Int32> = []

  init(
    index: QueryIndex, source: [ConversionSource?], target: Int64?, protected: ProtectedWords,
    assisting: Set<Set<Int32>>
  ) {
    self.index = index
    self.source = source
    rates = QueryRates(index)
    self.target = target.flatMap { $0 > 0 ? Double($0) : nil }
    self.protected = protected
    self.assisting = assisting
    brandStems = Self.brandStems(index)
  }

  private static func brandStems(_ index: QueryIndex) -> Set<Int32> {
    var clicks: [Int32: Double] = [:]
    var all = 0.0
    for query in index.queries where index.campaigns[query.campaign].isBrand {
      all += query.everClicks
      for stem in Set(query.stems) { clicks[stem, default: 0] += query.everClicks }
    }
    return Set(clicks.filter { $0.value * 2 >= all && all > 0 }.keys)
  }

  // MARK: What holds

  /// Words of one to three stems that nobody has bought with.
  private struct Candidate {
    let length: Int
    let place: Int
    /// All that the widest reading blocks, of campaigns whose conversions somebody tells.
    let blocked: [Int32]
    let widest: [Int32]
    let hold: QueryAdvice.Hold?
    let clicks: Double
    let text: String
  }

  private func cost(_ queries: [Int32]) -> Int64 {
    queries.reduce(0) { $0 &+ index.queries[Int($1)].cost }
  }

  private func clicks(_ queries: [Int32]) -> Double {
    queries.reduce(0) { $0 + index.queries[Int($1)].clicks }
  }

  private func sold(_ query: Int32) -> Bool {
    index.queries[Int(query)].everConversions > 0 || index.queries[Int(query)].everAssisted > 0
      || (index.queries[Int(query)].conversions ?? 0) > 0
  }

  private func hold(_ stems: [Int32], _ words: [String], _ blocked: [Int32]) -> QueryAdvice.Hold? {
    for (stem, word) in zip(stems, words) {
      if brandStems.contains(stem) { return .brand }
      switch protected.reason(word) {
      case .brand: return .brand
      case .city: return .city
      case nil: break
      }
    }
    let isAssisting = assisting.contains { keyword in stems.allSatisfy(keyword.contains) }
    return isAssisting || blocked.contains(where: sold) ? .sale : nil
  }

  /// P(cost per conversion > twice the target).
  private func chance(
    clicks: Double, cost: Int64, below lower: (Double) -> Double?
  ) -> Double? {
    guard let target, clicks > 0, cost > 0 else { return nil }
    return lower(Double(cost) / clicks / (target * Self.dear))
  }

  // MARK: Words

  private func candidates() -> [Candidate] {
    var candidates: [Candidate] = []
    for (length, phrases) in index.phrases.enumerated() {
      for (place, phrase) in phrases.enumerated() {
        guard clicks(phrase.queries) >= Self.fewestClicks,
          phrase.queries.allSatisfy({ (index.queries[Int($0)].conversions ?? 0) == 0 })
        else { continue }
        let widest = index.widest(phrase.stems)
        let forms = index.forms(of: widest, in: phrase.queries)
        guard let words = forms.first, !isSmall(words) else { continue }
        // What nobody tells of now may have sold before.
        let replayed = index.holding(widest)
        let blocked = replayed.filter { index.queries[Int($0)].conversions != nil }
        candidates.append(
          Candidate(
            length: length, place: place, blocked: blocked, widest: widest,
            hold: hold(widest, words, replayed), clicks: clicks(blocked),
            text: words.joined(separator: " ")))
      }
    }
    return candidates.sorted {
      ($1.clicks, $1.widest.count, $0.text) < ($0.clicks, $0.widest.count, $1.text)
    }
  }

  private func isSmall(_ words: [String]) -> Bool {
    words.allSatisfy { QueryText.small.contains($0) || $0.unicodeScalars.count < 3 }
  }

  private func row(_ candidate: Candidate, _ rate: PhraseRate, _ chance: Double?) -> QueryAdvice {
    let places = Set(
      candidate.blocked.filter { index.queries[Int($0)].clicks > 0 }
        .map { index.queries[Int($0)].campaign }
    ).sorted()
    return QueryAdvice(
      subject: .word, text: candidate.text, campaigns: places.map { index.campaigns[$0] },
      advice: nil, clicks: candidate.clicks, cost: cost(candidate.blocked),
      conversions: candidate.blocked.reduce(0) {
        $0 + (index.queries[Int($1)].conversions ?? 0)
      },
      source: candidate.blocked.first.flatMap { source[Int($0)] },
      assisted: candidate.blocked.reduce(0) { $0 + index.queries[Int($1)].everAssisted },
      rate: rate.estimate, chance: chance)
  }

  /// The rows of words: negative ones, those that are held back and those to be watched.
  private mutating func words() -> [QueryAdvice] {
    let candidates = candidates()
    var rows: [QueryAdvice] = []
    var open: [Candidate] = []
    for candidate in candidates {
      guard candidate.hold == nil, let (rate, chance) = judged(candidate),
        chance ?? 0 >= Self.certainty
      else {
        open.append(candidate)
        continue
      }
      var row = row(candidate, rate, chance)
      row.advice = .negativePhrase
      row.atStake = row.cost
      row.replay = replay(candidate.blocked)
      replayed.formUnion(candidate.blocked)
      row.forms = index.forms(of: candidate.widest, in: candidate.blocked)
        .prefix(Self.mostForms).map { $0.joined(separator: " ") }
      for query in candidate.blocked where blocker[query] == nil { blocker[query] = rows.count }
      rows.append(row)
    }
    var covered: Set<Int32> = []
    var watched: [QueryAdvice] = []
    for candidate in open where candidate.length == 0 && watched.count < Self.mostWatched {
      guard let (rate, chance) = judged(candidate), let chance, chance >= Self.watched,
        !candidate.blocked.allSatisfy(covered.contains)
      else { continue }
      covered.formUnion(candidate.blocked)
      var row = row(candidate, rate, chance)
      row.advice = .watch
      row.heldBy = chance >= Self.certainty ? candidate.hold : nil
      row.atStake = row.cost
      watched.append(row)
    }
    return rows + watched
  }

  /// Over the queries that no other word blocks.
  private func judged(_ candidate: Candidate) -> (rate: PhraseRate, chance: Double?)? {
    let left = index.phrases[candidate.length][candidate.place].queries.filter {
      blocker[$0] == nil && index.queries[Int($0)].conversions != nil
    }
    let clicks = clicks(left)
    guard clicks >= Self.fewestClicks,
      let rate = rates.rate(length: candidate.length, phrase: candidate.place, of: left)
    else { return nil }
    return (rate, chance(clicks: clicks, cost: cost(left)) { rate.lower($0) })
  }

  private func replay(_ blocked: [Int32]) -> QueryAdvice.Replay {
    QueryAdvice.Replay(
      queries: blocked.count,
      clicks: blocked.reduce(0) { $0 + index.queries[Int($1)].everClicks },
      lost: blocked.reduce(0) {
        $0 + index.queries[Int($1)].everConversions + index.queries[Int($1)].everAssisted
      })
  }

  // MARK: Queries

  private func row(_ place: Int, _ campaignClicks: [Double], _ same: [[Int32]: [Int32]])
    -> QueryAdvice
  {
    let query = index.queries[place]
    let rate = rates.rate(of: place)
    let estimate = rate.map { Estimate($0.mean, .gamma(shape: $0.shape, rate: $0.rate)) }
    let chance = chance(clicks: query.clicks, cost: query.cost) { rate?.lower($0) }
    var row = QueryAdvice(
      subject: .query, text: query.typed, campaigns: [index.campaigns[query.campaign]],
      advice: nil, clicks: query.clicks, cost: query.cost, conversions: query.conversions,
      source: source[place], assisted: query.everAssisted, rate: estimate, chance: chance)
    guard let sold = query.conversions, let estimate, let lower = estimate.interval?.lower,
      let campaign = rates.campaigns[query.campaign], let target
    else { return row }
    if sold >= Self.fewestConversions, lower > campaign,
      lower * target * query.clicks > Double(query.cost),
      query.clicks <= campaignClicks[query.campaign] * Self.largestShare
    {
      row.advice = .ownAd
      row.atStake = Int64((estimate.value * target * query.clicks - Double(query.cost)).rounded())
    }
    guard sold == 0, query.clicks >= Self.fewestClicks, blocker[Int32(place)] == nil,
      let chance, chance >= Self.watched
    else { return row }
    row.advice = .watch
    row.atStake = query.cost
    guard chance >= Self.certainty else { return row }
    let replayed = same[query.stems.sorted()] ?? []
    let blocked = replayed.filter { index.queries[Int($0)].conversions != nil }
    row.heldBy = hold(query.stems, query.text.words, replayed)
    guard row.heldBy == nil else { return row }
    row.advice = .negativeExact
    row.replay = replay(blocked)
    row.forms = [query.text.text]
    return row
  }

  /// Every row, in its order.
  mutating func rows() -> [QueryAdvice] {
    let words = words()
    var campaignClicks = Array(repeating: 0.0, count: index.campaigns.count)
    var same: [[Int32]: [Int32]] = [:]
    for (place, query) in index.queries.enumerated() {
      campaignClicks[query.campaign] += query.clicks
      if query.everClicks >= Self.fewestClicks || query.everConversions > 0
        || query.everAssisted > 0
      {
        same[query.stems.sorted(), default: []].append(Int32(place))
      }
    }
    var queries: [QueryAdvice] = []
    for (place, query) in index.queries.enumerated() where query.clicks > 0 || query.cost != 0 {
      var row = row(place, campaignClicks, same)
      row.blockedBy = blocker[Int32(place)].map { words[$0].text }
      if row.advice == .negativeExact {
        exact.insert(Int32(place))
        replayed.formUnion(same[query.stems.sorted()] ?? [])
      }
      queries.append(row)
    }
    return (words + queries).enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      let ranks = (Self.rank(a.advice), Self.rank(b.advice))
      if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
      let stakes = (a.atStake ?? a.cost, b.atStake ?? b.cost)
      return stakes.0 == stakes.1 ? left.offset < right.offset : stakes.0 > stakes.1
    }.map(\.element)
  }

  private static func rank(_ advice: QueryAdvice.Advice?) -> Int {
    advice.flatMap { QueryAdvice.Advice.allCases.firstIndex(of: $0) }
      ?? QueryAdvice.Advice.allCases.count
  }

  /// What all negative words together would have blocked in all days; to be asked after `rows`.
  var replay: QueryAdvice.Replay { replay(replayed.sorted()) }

  /// What all negative words block in the window; to be asked after `rows`.
  var blocked: QueryReport.Blocked {
    var blocked = QueryReport.Blocked()
    for (place, query) in index.queries.enumerated()
    where blocker[Int32(place)] != nil || exact.contains(Int32(place)) {
      blocked.queries += query.clicks > 0 ? 1 : 0
      blocked.clicks += query.clicks
      blocked.cost &+= query.cost
    }
    return blocked
  }
}

extension QueryIndex {
  /// The words of those stems as they were typed in queries, most clicks first; in the order of the
  /// query.
  func forms(of stems: [Int32], in queries: [Int32]) -> [[String]] {
    var clicks: [[String]: Double] = [:]
    for place in queries {
      let query = self.queries[Int(place)]
      guard query.stems.count >= stems.count else { continue }
      let starts = 0...(query.stems.count - stems.count)
      guard let start = starts.first(where: { query.stems[$0...].starts(with: stems) }) else {
        continue
      }
      let words = Array(query.text.words[start..<(start + stems.count)])
      clicks[words, default: 0] += query.everClicks
    }
    return clicks.sorted {
      $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value > $1.value
    }.map(\.key)
  }
}
