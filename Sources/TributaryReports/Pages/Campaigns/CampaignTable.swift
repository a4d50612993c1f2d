import TributaryAnalysis
import TributaryModel

/// Every campaign with its grade, ratios and advice, most spend first.
struct CampaignTable {
  let table: Table

  init(_ report: CampaignReport, asOf: Day, _ words: Words) {
    table = Table(
      CampaignRating.results, report.ratings, asOf: asOf, file: "campaign-rating",
      label: words.ratingsTopic, caption: words.ratingsCaption(report.covered ?? report.window),
      columns: CampaignTable.columns(words), filter: words.filterCampaigns, isWide: true,
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
