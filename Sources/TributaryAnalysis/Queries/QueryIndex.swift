import TributaryModel

/// Queries as numbered words, with the phrases of two and three words that several of them share.
///
/// ```
///  query 0: костюм пирата купить ──► word 0, 1, 2 ── phrase "0 1", "1 2" ── phrase "0 1 2"
///  query 1: костюм пирата        ──► word 0, 1    ── phrase "0 1"
/// ```
/// A query that comes twice for a campaign, in whatever signs and cases, is one.
struct QueryIndex {
  /// One query of one campaign.
  struct Query {
    let text: QueryText
    /// As it was typed most.
    var typed: String
    let campaign: Int
    /// Numbers of stems, in the order of the words.
    let stems: [Int32]
    var clicks = 0.0
    var cost: Int64 = 0
    /// Nil where nobody tells.
    var conversions: Double?
    var everClicks = 0.0
    var everConversions = 0.0
    /// Sales of the shop that a visit by these words had a part in.
    var everAssisted = 0.0
  }

  /// One to three words that follow each other in two queries at least.
  struct Phrase {
    let stems: [Int32]
    /// Numbers of queries, ascending.
    var queries: [Int32] = []
  }

  /// By campaign, then by words.
  private(set) var queries: [Query] = []
  let campaigns: [QueryCampaign]
  private(set) var stems: [String] = []
  /// The queries of each stem, ascending.
  private(set) var queriesOfStem: [[Int32]] = []
  /// Of one, two and three words. No phrase is in just those queries that a shorter one is in.
  private(set) var phrases: [[Phrase]] = [[], [], []]
  /// Longer phrases that stand in just the queries of a shorter one, by the shorter one's stems.
  private var widened: [[Int32]: [Int32]] = [:]

  /// Phrases of one length that are kept, those of the most clicks.
  static let mostPhrases = 50_000
  /// Queries of one campaign and campaigns together that are read, those of the most clicks.
  static let mostQueries = 500_000

  private var numbers: [String: Int32] = [:]
  private var stemOfWord: [String: Int32] = [:]

  init(_ found: [SearchQuery]) {
    let read =
      found.count <= Self.mostQueries
      ? found : Array(found.sorted { $1.clicks < $0.clicks }.prefix(Self.mostQueries))
    campaigns = Set(read.map(\.campaign)).sorted()
    var places: [QueryCampaign: Int] = [:]
    for (place, campaign) in campaigns.enumerated() { places[campaign] = place }
    let texts = read.map { QueryText($0.text) }
    let order = read.indices.filter { !texts[$0].words.isEmpty }.map { index in
      (index: index, campaign: places[read[index].campaign] ?? 0, text: texts[index].text)
    }
    .sorted {
      ($0.campaign, $0.text, read[$1.index].clicks, read[$0.index].text)
        < ($1.campaign, $1.text, read[$0.index].clicks, read[$1.index].text)
    }
    var previous = ""
    for entry in order {
      if queries.last?.campaign != entry.campaign || previous != entry.text {
        queries.append(
          Query(
            text: texts[entry.index], typed: read[entry.index].text, campaign: entry.campaign,
            stems: texts[entry.index].words.map { number(of: $0) }))
        previous = entry.text
      }
      queries[queries.count - 1].add(read[entry.index])
    }
    addPhrases()
  }

  private mutating func number(of word: String) -> Int32 {
    if let known = stemOfWord[word] { return known }
    let stem = WordStem.of(word)
    let number = numbers[stem] ?? Int32(stems.count)
    if number == Int32(stems.count) {
      numbers[stem] = number
      stems.append(stem)
    }
    stemOfWord[word] = number
    return number
  }

  /// The number of the word's stem; nil where it is in no query.
  func known(_ word: String) -> Int32? { stemOfWord[word] ?? numbers[WordStem.of(word)] }

  mutating func set(_ place: Int, conversions: Double?) { queries[place].conversions = conversions }

  mutating func addAssisted(_ place: Int, _ sales: Double) { queries[place].everAssisted += sales }

  // MARK: Phrases

  private mutating func addPhrases() {
    queriesOfStem = Array(repeating: [], count: stems.count)
    for (place, query) in queries.enumerated() {
      for stem in Set(query.stems) { queriesOfStem[Int(stem)].append(Int32(place)) }
    }
    var kept: [[Int32]: Int] = [:]
    for length in 1...3 {
      let found = length == 1 ? words() : phrases(of: length, within: kept)
      let shared = found.filter { $0.queries.count > 1 }
      let most = mostClicked(shared)
      for phrase in most { kept[phrase.stems] = phrase.queries.count }
      phrases[length - 1] = most.filter { phrase in
        guard length > 1 else { return true }
        let parts = [Array(phrase.stems.dropLast()), Array(phrase.stems.dropFirst())]
        let same = parts.filter { kept[$0] == phrase.queries.count }
        for part in same { widened[part] = phrase.stems }
        return same.isEmpty
      }
    }
  }

  /// The longest phrase that stands in just the queries of this one.
  func widest(_ stems: [Int32]) -> [Int32] {
    var widest = stems
    while let longer = widened[widest] { widest = longer }
    return widest
  }

  private func words() -> [Phrase] {
    queriesOfStem.enumerated().map { Phrase(stems: [Int32($0.offset)], queries: $0.element) }
  }

  /// Phrases whose parts are shared, too.
  private func phrases(of length: Int, within kept: [[Int32]: Int]) -> [Phrase] {
    var places: [[Int32]: Int] = [:]
    var found: [Phrase] = []
    for (place, query) in queries.enumerated() where query.stems.count >= length {
      for start in 0...(query.stems.count - length) {
        let stems = Array(query.stems[start..<(start + length)])
        guard kept[Array(stems.dropLast())] != nil, kept[Array(stems.dropFirst())] != nil else {
          continue
        }
        let phrase = places[stems] ?? found.count
        if phrase == found.count {
          places[stems] = phrase
          found.append(Phrase(stems: stems))
        }
        if found[phrase].queries.last != Int32(place) { found[phrase].queries.append(Int32(place)) }
      }
    }
    return found
  }

  private func mostClicked(_ phrases: [Phrase]) -> [Phrase] {
    guard phrases.count > Self.mostPhrases else { return phrases }
    let clicks = phrases.map { $0.queries.reduce(0) { $0 + queries[Int($1)].clicks } }
    return phrases.indices.sorted { (clicks[$1], $0) < (clicks[$0], $1) }
      .prefix(Self.mostPhrases).sorted().map { phrases[$0] }
  }

  /// The queries that hold all of the stems, in any order: what the widest reading of a negative phrase
  /// blocks.
  func holding(_ wanted: [Int32]) -> [Int32] {
    let rarest = wanted.map { queriesOfStem[Int($0)] }.min { $0.count < $1.count } ?? []
    return rarest.filter { place in wanted.allSatisfy(queries[Int(place)].stems.contains) }
  }
}

extension QueryIndex.Query {
  fileprivate mutating func add(_ query: SearchQuery) {
    clicks += query.clicks
    cost += query.cost
    if let more = query.conversions { conversions = (conversions ?? 0) + more }
    everClicks += query.everClicks
    everConversions += query.everConversions ?? 0
  }
}
