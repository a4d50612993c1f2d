import TributaryAnalysis
import TributaryModel

/// Every campaign with its grade, ratios and advice, most spend first.
struct CampaignTable {
  let table: Table

  init(_ report: CampaignReport, asOf: Day, _ words: Words) {
    table = Table(
      file: "campaign-rating", label: words.ratingsTopic,
      caption: words.ratingsCaption(report.covered ?? report.window),
      columns: CampaignTable.columns(words),
      rows: report.ratings.map { CampaignTable.row($0, words) }, filter: words.filterCampaigns,
      isWide: true,
      source: Table.Source(
        sql: """
          select campaign_key, spend, grade, margin_return, margin_return_lower,
            margin_return_upper, cost_per_conversion, return_on_ad_spend, advice
          from campaign_rating
          where as_of = '\(asOf)'
          order by spend desc, campaign_key
          """))
  }

  private static func columns(_ words: Words) -> [Column] {
    [
      Column(words.campaignHead, "campaign", .text),
      Column(words.gradeHead, "grade", .text),
      Column(words.quarterToFour, "", .graphic),
      Column(words.marginReturnHead, "margin_return", .estimate(.ratio)),
      Column(words.adviceHead, "advice", .text),
      Column(words.spendHead, "spend", .money),
      Column(words.expectedMarginHead, "margin", .money),
      Column(words.conversionsHead, "conversions", .estimate(.count), place: .file),
      Column(words.conversionsHead, "", .count, place: .page),
      Column(words.costHead, "cost_per_conversion", .estimate(.money), place: .file),
      Column(words.costHead, "", .money, place: .page),
      Column(words.returnHead, "return_on_ad_spend", .estimate(.ratio), place: .file),
      Column(words.returnHead, "", .number(decimals: 1), place: .page),
      Column("", "campaign_key", .text, place: .file),
      Column("", "source", .text, place: .file), Column("", "medium", .text, place: .file),
      Column("", "type", .text, place: .file), Column("", "impressions", .count, place: .file),
      Column("", "clicks", .count, place: .file), Column("", "sessions", .count, place: .file),
      Column("", "conversions_needed", .count, place: .file),
    ]
  }

  private static func row(_ rating: CampaignRating, _ words: Words) -> [Cell] {
    let facts = rating.facts
    var picture = Markup.empty
    if let ratio = rating.marginReturn, let grade = rating.grade {
      picture = InlineInterval(estimate: ratio, grade: rating.isOpen ? .c : grade).markup
    }
    return [
      .user(facts.name, note: "\(words.name(facts.type)) · \(words.verdict(rating))"),
      gradeCell(rating), .markup(picture),
      .estimate(rating.marginReturn),
      .markup("\(words.advice(rating.advice))", file: rating.advice.rawValue),
      .value(facts.spend), rating.marginReturn == nil ? .value(nil) : .value(rating.margin),
      .estimate(rating.conversions), .value(rating.conversions?.value),
      .estimate(rating.costPerConversion), .value(rating.costPerConversion?.value),
      .estimate(rating.returnOnAdSpend), .value(rating.returnOnAdSpend?.value),
      .user(facts.key), .user(facts.source), .user(facts.medium), .text(facts.type.rawValue),
      .value(facts.impressions), .value(facts.clicks), .value(facts.sessions),
      .value(rating.conversionsNeeded.map(Double.init)),
    ]
  }

  /// Sorts A to E, then "?", then those without a grade.
  private static func gradeCell(_ rating: CampaignRating) -> Cell {
    guard let grade = rating.grade else { return .markup("–", sort: 9) }
    let place = Double(Grade.allCases.firstIndex(of: grade) ?? 0)
    return rating.isOpen
      ? .markup(GradeMark.open, sort: place + 0.5, file: "?")
      : .markup(GradeMark.of(grade), sort: place, file: grade.rawValue)
  }
}

/// The letter of a grade in its box.
enum GradeMark {
  static let open: Markup = #"<span class="g Q">?</span>"#

  static func of(_ grade: Grade) -> Markup {
    #"<span class="g \#(grade.rawValue)">\#(grade.rawValue)</span>"#
  }
}
