import TributaryModel

extension QueryReport {
  /// The part of the shop's sales by keyword that queries must answer for, where nothing else tells what
  /// these bring: else keywords are no queries, and say nothing of them.
  static let leastMatched = 0.5

  /// Advice on the queries of a window.
  ///
  /// The files of a platform tell conversions where any of its campaigns ever had one. Where they do not,
  /// the shop's own sales do, if visits carry queries as their keywords. Queries of which nobody tells
  /// are listed and not judged.
  ///
  /// - Parameters:
  ///   - keywords: the shop's own sales by the keyword of visits.
  ///   - target: the most that a conversion may cost, minor units.
  package static func advising(
    _ queries: [SearchQuery], keywords: [KeywordSales] = [], window: DayRange, target: Int64?,
    isTargetStated: Bool = false, protected: ProtectedWords = ProtectedWords(),
    replayedFrom: Day? = nil
  ) -> QueryReport {
    var index = QueryIndex(queries)
    let source = index.tell(keywords)
    let assisting = Set(
      keywords.filter { $0.everAssisted > 0 }.map { keyword in
        Set(QueryText(keyword.keyword).words.compactMap { index.known($0) })
      })
    var advising = QueryAdvising(
      index: index, source: source, target: target, protected: protected, assisting: assisting)
    let rows = advising.rows()
    var clicks: [ConversionSource?: Double] = [:]
    for (query, source) in zip(index.queries, source) { clicks[source, default: 0] += query.clicks }
    return QueryReport(
      window: window, rows: rows, target: target, isTargetStated: isTargetStated,
      clicks: clicks, blocked: advising.blocked, replay: advising.replay,
      replayedFrom: replayedFrom)
  }
}

extension QueryIndex {
  /// Takes the conversions from who tells them, and notes the sales that each query had a part in.
  ///
  /// Returns: for each query who tells its conversions.
  fileprivate mutating func tell(_ keywords: [KeywordSales]) -> [ConversionSource?] {
    func group(_ place: Int) -> String {
      let campaign = campaigns[queries[place].campaign]
      return campaign.platform.isEmpty ? "\n" + campaign.name : campaign.platform
    }
    var telling: Set<String> = []
    for place in queries.indices
    where queries[place].everConversions > 0 || (queries[place].conversions ?? 0) > 0 {
      telling.insert(group(place))
    }
    var sales: [String: KeywordSales] = [:]
    for keyword in keywords {
      let text = QueryText(keyword.keyword).text
      let before = sales[text]
      sales[text] = KeywordSales(
        keyword: text, sales: (before?.sales ?? 0) + keyword.sales,
        everAssisted: (before?.everAssisted ?? 0) + keyword.everAssisted)
    }
    var clicks: [String: Double] = [:]
    for place in queries.indices where !telling.contains(group(place)) {
      clicks[queries[place].text.text, default: 0] += queries[place].clicks
    }
    let matched = sales.values.sorted { $0.keyword < $1.keyword }
      .reduce((0.0, 0.0)) { sums, keyword in
        (
          sums.0 + keyword.sales,
          sums.1 + (clicks[keyword.keyword] == nil ? 0 : keyword.sales)
        )
      }
    let shopTells = matched.0 > 0 && matched.1 >= matched.0 * QueryReport.leastMatched
    return queries.indices.map { place in
      let text = queries[place].text.text
      let keyword = sales[text]
      if let keyword { addAssisted(place, keyword.everAssisted) }
      if telling.contains(group(place)) {
        return queries[place].conversions == nil ? nil : .platform
      }
      guard shopTells else {
        set(place, conversions: nil)
        return nil
      }
      let all = clicks[text] ?? 0
      let part = all > 0 ? queries[place].clicks / all : 0
      set(place, conversions: (keyword?.sales ?? 0) * part)
      return .shop
    }
  }
}
