import TributaryAnalysis
import TributaryModel

/// Every campaign with its grade, ratios and advice, most spend first.
struct CampaignTable {
  let table: Table

  init(_ report: CampaignReport, asOf: Day, _ words: Words) {
    table = Table(
      CampaignRating.results, report.ratings, asOf: asOf, file: "campaign-rating",
      label: words.ratingsTopic, caption: words.ratingsCaption(report.covered ?? report.window),
      columns: CampaignTable.columns(words), total: CampaignTable.total(report.ratings, words),
      filter: words.filterCampaigns, isWide: true,
      words: words)
  }

  private static func columns(_ words: Words) -> [ShownColumn<CampaignRating>] {
    [
      .drawn(words.campaignHead) {
        .user($0.facts.name, note: "\(words.name($0.facts.type)) · \(words.verdict($0))")
      },
      .drawn(words.gradeHead) { gradeCell($0) },
      .drawn(words.quarterToFour, .graphic) { .markup(picture($0)) },
      .column("incremental_margin_return", words.incrementalReturnHead),
      .drawn(words.adviceHead) { .text(words.advice($0.advice)) },
      .column("spend", words.spendHead),
      .column("incremental_margin", words.expectedMarginHead),
      .drawn(words.marginReturnHead, .number(decimals: 2)) { .value($0.marginReturn?.value) },
      .drawn(words.conversionsHead, .count) { .value($0.conversions?.value) },
      .drawn(words.costHead, .money) { .value($0.costPerConversion?.value) },
      .drawn(words.returnHead, .number(decimals: 1)) { .value($0.returnOnAdSpend?.value) },
      .drawn(words.clicksHead, .count) { .value($0.facts.clicks) },
      .column("cost_per_click", words.costPerClickHead),
    ]
  }

  /// Sums, and ratios of sums over the campaigns of which both are known.
  private static func total(_ ratings: [CampaignRating], _ words: Words) -> [Cell] {
    func sum(_ part: (CampaignRating) -> Double?) -> Double {
      ratings.reduce(0) { $0 + (part($1) ?? 0) }
    }
    func ratio(_ part: (CampaignRating) -> Double?, _ other: (CampaignRating) -> Double?) -> Cell {
      let known = ratings.filter { part($0) != nil && other($0) != nil }
      let below = known.reduce(0) { $0 + (other($1) ?? 0) }
      return .value(below > 0 ? known.reduce(0) { $0 + (part($1) ?? 0) } / below : nil)
    }
    let spend = { (rating: CampaignRating) -> Double? in Double(rating.facts.spend) }
    let clicks = { (rating: CampaignRating) -> Double? in
      rating.facts.clicks > 0 ? Double(rating.facts.clicks) : nil
    }
    let brought = ratio({ $0.incrementalMargin }, spend)
    let credited = ratio({ $0.attributedMargin }, spend)
    let revenue = { (rating: CampaignRating) -> Double? in
      rating.returnOnAdSpend.map { $0.value * Double(rating.facts.spend) }
    }
    return [
      .text(words.together), .blank, .blank, brought, .blank, .value(sum(spend)),
      .value(sum { $0.incrementalMargin }), credited, .value(sum { $0.conversions?.value }),
      ratio({ $0.conversions == nil ? nil : spend($0) }, { $0.conversions?.value }),
      ratio(revenue, spend), .value(sum(clicks)),
      ratio({ clicks($0) == nil ? nil : spend($0) }, clicks),
    ]
  }

  private static func picture(_ rating: CampaignRating) -> Markup {
    guard let ratio = rating.incrementalReturn, let grade = rating.grade else { return .empty }
    return InlineInterval(estimate: ratio, grade: rating.isOpen ? .c : grade).markup
  }

  /// Sorts A to E, then "?", then those without a grade.
  private static func gradeCell(_ rating: CampaignRating) -> Cell {
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
