import TributaryAnalysis
import TributaryModel

/// Every campaign with its grade, ratios and advice, most spend first.
struct CampaignTable {
  let table: Table

  init(_ report: CampaignReport, asOf: Day, _ words: Words) {
    table = Table(
      CampaignRating.results, report.ratings, asOf: asOf, file: "campaign-rating",
      label: words.ratingsTopic, caption: words.ratingsCaption(report.covered ?? report.window),
      columns: CampaignTable.columns(words, pages: Set(report.detailed.map(\.facts.key))),
      total: CampaignTable.total(report.ratings, words),
      filter: words.filterCampaigns, isWide: true,
      words: words)
  }

  /// - Parameter pages: campaigns that have pages of their own.
  private static func columns(
    _ words: Words, pages: Set<String>
  ) -> [ShownColumn<CampaignRating>] {
    [
      .drawn(words.campaignHead) { rating in
        let note = "\(words.name(rating.facts.type)) · \(words.verdict(rating))"
        let key = rating.facts.key
        guard pages.contains(key) else { return .user(rating.facts.name, note: note) }
        return .markup(
          #"<a href="\#(CampaignPage.fileName(key))">\#(user: rating.facts.name)</a><small>\#(note)</small>"#
        )
      },
      .drawn(words.gradeHead) { gradeCell($0) },
      .drawn(words.quarterToFour, .graphic) { .markup(picture($0)) },
      .column("incremental_margin_return", words.incrementalReturnHead),
      .drawn(words.adviceHead) { .text(words.advice($0.advice)) },
      .column("spend", words.spendHead),
      .column("incremental_margin", words.expectedMarginHead),
      .drawn(words.marginReturnHead, .number(decimals: 2)) {
        credited($0.marginReturn?.value, revenue: $0.returnOnAdSpend?.value, words)
      },
      .drawn(words.conversionsHead, .count) {
        sales($0.conversions?.value, each: $0.costPerConversion?.value, words)
      },
      .drawn(words.clicksHead, .count) { clicks($0.facts.clicks, $0.facts.spend, words) },
    ]
  }

  /// Sums, and ratios of sums over the campaigns of which both are known.
  private static func total(_ ratings: [CampaignRating], _ words: Words) -> [Cell] {
    func sum(_ part: (CampaignRating) -> Double?) -> Double {
      ratings.reduce(0) { $0 + (part($1) ?? 0) }
    }
    func ratio(
      _ part: (CampaignRating) -> Double?, _ other: (CampaignRating) -> Double?
    ) -> Double? {
      let known = ratings.filter { part($0) != nil && other($0) != nil }
      let below = known.reduce(0) { $0 + (other($1) ?? 0) }
      return below > 0 ? known.reduce(0) { $0 + (part($1) ?? 0) } / below : nil
    }
    let spend = { (rating: CampaignRating) -> Double? in Double(rating.facts.spend) }
    let brought = ratio({ $0.incrementalMargin }, spend)
    let credited = ratio({ $0.attributedMargin }, spend)
    let revenue = { (rating: CampaignRating) -> Double? in
      rating.returnOnAdSpend.map { $0.value * Double(rating.facts.spend) }
    }
    return [
      .text(words.together), .blank, .blank, .value(brought), .blank, .value(sum(spend)),
      .value(sum { $0.incrementalMargin }),
      self.credited(credited, revenue: ratio(revenue, spend), words),
      sales(
        sum { $0.conversions?.value },
        each: ratio({ $0.conversions == nil ? nil : spend($0) }, { $0.conversions?.value }), words),
      clicks(
        ratings.reduce(0) { $0 + $1.facts.clicks },
        CampaignSummary.spend(ratings.filter { $0.facts.clicks > 0 }), words),
    ]
  }

  /// Margin per unit of money, with the revenue in small.
  private static func credited(_ margin: Double?, revenue: Double?, _ words: Words) -> Cell {
    guard let margin else { return .value(nil) }
    let small = revenue.map { words.revenueReturn(words.number($0, decimals: 1)) } ?? ""
    return .markup("\(words.number(margin, decimals: 2))<small>\(small)</small>", sort: margin)
  }

  private static func sales(_ count: Double?, each: Double?, _ words: Words) -> Cell {
    guard let count, let each, each > 0 else { return .value(count) }
    return .markup(
      "\(words.number(count))<small>\(words.each(words.money(each)))</small>", sort: count)
  }

  /// With what one costs in small.
  private static func clicks(_ count: Int, _ spend: Int64, _ words: Words) -> Cell {
    guard count > 0 else { return .value(0) }
    let each = words.each(words.fullMoney(Double(spend) / Double(count)))
    return .markup("\(words.number(count))<small>\(each)</small>", sort: Double(count))
  }

  private static func picture(_ rating: CampaignRating) -> Markup {
    guard let ratio = rating.incrementalReturn, let grade = rating.grade else { return .empty }
    return InlineInterval(estimate: ratio, grade: rating.isOpen ? .c : grade).markup
  }

  /// Sorts A to E, then "?", then those without a grade.
  static func gradeCell(_ rating: CampaignRating) -> Cell {
    guard let grade = rating.grade else { return .markup("–", sort: 9) }
    let place = Double(Grade.allCases.firstIndex(of: grade) ?? 0)
    return rating.isOpen
      ? .markup(GradeMark.open, sort: place + 0.5)
      : .markup(GradeMark.of(grade), sort: place)
  }
}

/// The letter of a grade in its box.
enum GradeMark {
  static let open: Markup = #"<span class="g Q">?</span>"#

  static func of(_ grade: Grade) -> Markup {
    #"<span class="g \#(grade.rawValue)">\#(grade.rawValue)</span>"#
  }
}
