import TributaryAnalysis
import TributaryModel

/// Which campaigns earn their money, how sure that is, and what to do with the budget.
struct CampaignsPage {
  /// Campaigns that the chart shows, most spend first; the CSV holds all.
  static let drawn = 60

  let context: PageContext
  private let summary: CampaignSummary

  init(_ context: PageContext) {
    self.context = context
    summary = CampaignSummary(context.report.campaigns.ratings)
  }

  private var report: CampaignReport { context.report.campaigns }
  private var words: Words { context.words }

  var page: Page {
    Page(
      name: .campaigns, answer: words.campaignAnswer(report, summary),
      trust: Trust(
        context, uses: [.clickstream, .spend, .orders, .calls, .letters, .exchangeRates],
        requires: [.clickstream, .spend, .orders]),
      sections: report.ratings.isEmpty ? [nothing] : sections)
  }

  private var sections: [Section] {
    [whatPays, advice, ratings, cuts, watch, QuerySection(context)?.section, models, unmatched]
      .compactMap { $0 }
  }

  private var nothing: Section {
    Section(
      topic: words.whatPaysTopic, claim: words.whatPaysQuestion,
      blocks: [.missing(words.campaignsMissing)])
  }

  private var whatPays: Section {
    let pages = Set(report.detailed.map(\.facts.key))
    let all = report.ratings.compactMap { point($0, hasPage: pages.contains($0.facts.key)) }
    let points = Array(all.prefix(CampaignsPage.drawn))
    let claim = words.whatPaysClaim(summary)
    guard !points.isEmpty else {
      return Section(
        topic: words.whatPaysTopic, claim: claim, blocks: [.missing(words.nothingGraded)])
    }
    let scatter = CampaignScatter(points: points, words: words)
    let figure = Figure(
      id: "scatter", title: words.scatterTitle, finding: claim,
      caption: words.scatterCaption(
        report.covered ?? report.window, drawn: points.count, of: all.count),
      draw: { scatter.draw($0) })
    return Section(
      topic: words.whatPaysTopic, claim: claim,
      blocks: (report.knowsCosts ? [] : [.missing(words.costsUnknown)]) + [.figure(figure)],
      notes: [
        Section.Note(words.lettersNote, words.gradeKey),
        Section.Note(words.howSure, words.campaignsHowSure),
        Section.Note(words.assumed, words.campaignsAssumed(report.assumptions)),
      ])
  }

  private func point(_ rating: CampaignRating, hasPage: Bool) -> CampaignScatter.Point? {
    guard let grade = rating.grade, let ratio = rating.incrementalReturn, rating.facts.spend > 0
    else { return nil }
    let units = Double(rating.facts.spend) / Double(words.currency.minorUnits)
    let urgent = rating.advice == .stop || rating.advice == .cut || rating.advice == .raise
    return CampaignScatter.Point(
      label: rating.facts.name, spend: units, margin: units * ratio.value,
      lower: units * (ratio.interval?.lower ?? ratio.value),
      upper: units * (ratio.interval?.upper ?? ratio.value), grade: grade, isOpen: rating.isOpen,
      // Urgent names first, then those with much money.
      weight: units + (urgent ? 1e15 : 0), told: words.markTold(rating),
      page: hasPage ? CampaignPage.fileName(rating.facts.key) : nil)
  }

  private var ratings: Section {
    Section(
      topic: words.ratingsTopic, claim: words.ratingsClaim(summary),
      blocks: [
        words.moneyFacts(report).map { .markup($0) },
        .table(CampaignTable(report, asOf: context.report.asOf, words).table),
        words.sensitivity(report.ratings).map { .remark($0) },
        .remark(words.ratingsRead),
      ].compactMap(\.self))
  }

  private var advice: Section {
    let days = (report.covered ?? report.window).count
    let budget = report.budget
    var blocks: [Section.Block] = []
    if let plan = budget.move {
      blocks.append(
        .markup(BudgetMoveList(plan: plan, days: days, words: words).markup))
      blocks.append(.remark(words.stages(plan, after: context.report.asOf)))
      if let file = BudgetImport(report, words.currency).file {
        blocks.append(.remark(words.budgetImport(file.name)))
      }
    }
    if let cut = budget.cut { blocks.append(.remark(words.cutRemark(cut, days: days))) }
    if !budget.rows.isEmpty {
      blocks.append(.table(BudgetMoveTable(report, asOf: context.report.asOf, words).table))
    }
    let cities = report.cities
    if !cities.isEmpty {
      blocks.append(.remark(words.citySplitRemark(cities)))
      blocks.append(.table(CitySplitTable(cities, asOf: context.report.asOf, words).table))
    }
    return Section(
      topic: words.adviceTopic, claim: words.budgetClaim(budget.move, days: days), blocks: blocks)
  }

  private var cuts: Section? {
    guard !report.cuts.isEmpty else { return nil }
    return Section(
      topic: words.cutTopic, claim: words.cutClaim(report.cuts),
      blocks: [
        .table(CutTable(report, asOf: context.report.asOf, words).table),
        .remark(words.cutRead(pipeline: context.report.shop.pipeline)),
      ])
  }

  private var watch: Section? {
    guard !report.watches.isEmpty else { return nil }
    return Section(
      topic: words.watchTopic, claim: words.watchClaim(report.watches),
      blocks: [
        .table(WatchTable(report.watches, asOf: context.report.asOf, words).table),
        .remark(words.watchRead),
      ])
  }

  private var models: Section? {
    let table = CampaignModelTable(report, asOf: context.report.asOf, words)
    guard !table.table.rows.isEmpty else { return nil }
    return Section(
      topic: words.modelsTopic, claim: words.modelsClaim(report.parting),
      blocks: [.table(table.table), .remark(words.modelsRemark)])
  }

  private var unmatched: Section {
    Section(
      topic: words.unmatchedTopic, claim: words.unmatchedClaim(report),
      blocks: [
        words.unmatchedFacts(report).map { .markup($0) },
        SpendAuditTable(report.audit, asOf: context.report.asOf, words).table.map { .table($0) },
        words.atRiskRemark(report.audit).map { .remark($0) },
      ].compactMap(\.self))
  }
}
