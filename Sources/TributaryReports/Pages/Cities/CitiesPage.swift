import TributaryAnalysis
import TributaryModel

/// Which cities buy more or less than the others, and what opening a domain changed.
struct CitiesPage {
  let context: PageContext
  private let contrast: CityContrast

  init(_ context: PageContext) {
    self.context = context
    contrast = CityContrast(context.report.geodomains)
  }

  private var words: Words { context.words }
  private var window: DayRange { contrast.comparison.window }
  private var tables: CityTables { CityTables(contrast: contrast, words: words) }

  var page: Page {
    Page(
      name: .cities, answer: words.answer(contrast.answer),
      trust: Trust(
        context, uses: [.clickstream, .orders, .calls, .letters, .geodomains],
        requires: [.geodomains, .clickstream, .orders]),
      sections: (contrast.opened.isEmpty ? [nothing] : [perVisit, perHead, money, launches])
        + [unopened, unassignedCalls].compactMap { $0 })
  }

  private var nothing: Section {
    Section(
      topic: words.cityVisitTopic, claim: words.perVisitClaim(.unknown),
      blocks: [.nothing(words.citiesMissing)])
  }

  private var perVisit: Section {
    let claim = words.perVisitClaim(contrast.perVisit)
    let items = contrast.opened.compactMap { rating -> DotChart.Item? in
      guard let estimate = rating.perVisit else { return nil }
      return DotChart.Item(
        label: rating.name, estimate: estimate, text: words.shareEstimate(estimate),
        shortText: words.percent(estimate.value), kind: .init(rating.perVisitVerdict))
    }
    let reference = contrast.comparison.perVisit
    let label = reference.map { words.allCities(words.percent($0)) } ?? ""
    let chart = DotChart(
      items: Array(items.prefix(16)), reference: reference, referenceLabel: label,
      tick: { [words] in words.percentTick($0) })
    return section(
      words.cityVisitTopic, claim, "city-visit", words.perVisitCaption(window), chart,
      missing: words.visitsMissing, table: tables.perVisit,
      notes: [
        Section.Note(words.howToRead, words.rangeNote),
        Section.Note(words.howSure, words.citiesSure),
      ])
  }

  private var perHead: Section {
    let claim = words.perHeadClaim(contrast.perHead)
    let items = contrast.opened.compactMap { rating -> DotChart.Item? in
      guard let estimate = rating.perHead else { return nil }
      return DotChart.Item(
        label: rating.name, estimate: estimate, text: words.estimate(estimate),
        shortText: words.number(estimate.value, decimals: 1), kind: .init(rating.perHeadVerdict))
    }
    let reference = contrast.comparison.perHead
    let label = reference.map { words.allCities(words.number($0, decimals: 1)) } ?? ""
    let chart = DotChart(
      items: Array(items.prefix(16)), reference: reference, referenceLabel: label,
      tick: { [words] in words.number($0, decimals: $0 == $0.rounded() ? 0 : 1) })
    return section(
      words.cityHeadTopic, claim, "city-head", words.perHeadCaption(window), chart,
      missing: words.populationMissing, table: tables.perHead,
      notes: [Section.Note(words.howToRead, words.perHeadNote)])
  }

  private func section(
    _ topic: String, _ claim: String, _ id: String, _ caption: Markup, _ chart: DotChart,
    missing: Markup, table: Table, notes: [Section.Note]
  ) -> Section {
    let figure = Figure(
      id: id, title: topic, finding: claim, caption: caption, draw: { chart.draw($0) })
    return Section(
      topic: topic, claim: claim,
      blocks: [chart.items.isEmpty ? .nothing(missing) : .figure(figure), .table(table)],
      notes: notes)
  }

  private var money: Section {
    let first = contrast.opened.max { $0.facts.revenue < $1.facts.revenue }
    let share = first.map { Double($0.facts.revenue) / Double(max(1, tables.revenue)) } ?? 0
    return Section(
      topic: words.cityMoneyTopic,
      claim: words.cityMoneyClaim(
        first?.name ?? "", share: share, of: contrast.opened.count, revenue: tables.revenue),
      blocks: [.table(tables.money)])
  }

  private var launches: Section {
    let claim = words.launchClaim(contrast)
    guard !contrast.comparison.launches.isEmpty else {
      return Section(
        topic: words.launchTopic, claim: claim, blocks: [.nothing(words.launchesMissing)])
    }
    let items = contrast.comparison.launches.compactMap { launch -> DotChart.Item? in
      guard let uplift = launch.uplift else { return nil }
      return DotChart.Item(
        label: launch.name, estimate: uplift, text: words.upliftText(uplift),
        shortText: words.percent(uplift.value, signed: true),
        kind: .init(launch.verdict))
    }
    let chart = DotChart(
      items: Array(items.prefix(16)), reference: 0, referenceLabel: words.noChange,
      tick: { [words] in words.percent($0, signed: true) })
    let figure = Figure(
      id: "city-launches", title: words.launchTopic, finding: claim,
      caption: words.launchCaption, draw: { chart.draw($0) })
    return Section(
      topic: words.launchTopic, claim: claim,
      blocks: (items.isEmpty ? [] : [.figure(figure)]) + [.table(tables.launches)],
      notes: [
        Section.Note(words.howToRead, words.launchRead),
        Section.Note(words.howSure, words.launchSure),
      ])
  }

  /// Only when somebody called a number that belongs to no city.
  private var unassignedCalls: Section? {
    let calls = context.report.unassignedCalls
    guard !calls.isEmpty else { return nil }
    return Section(
      topic: words.unassignedCallsTopic, claim: words.unassignedCallsClaim(calls, window),
      blocks: [.table(tables.unassigned(calls))],
      notes: [Section.Note(words.howToRead, words.unassignedCallsNote)])
  }

  /// Only when the shop names a city whose domain is not open.
  private var unopened: Section? {
    guard !contrast.unopened.isEmpty else { return nil }
    return Section(
      topic: words.unopenedTopic, claim: words.unopenedClaim(contrast.unopened),
      blocks: [.table(tables.unopened)],
      notes: [Section.Note(words.assumed, words.unopenedAssumed)])
  }
}

extension DotChart.Kind {
  /// The look of a verdict.
  init(_ verdict: GeodomainVerdict) {
    switch verdict {
    case .above: self = .good
    case .below: self = .bad
    case .cannotTell: self = .cannotTell
    }
  }

  /// The look of an opening's verdict.
  init(_ verdict: LaunchVerdict) {
    switch verdict {
    case .more: self = .good
    case .fewer: self = .bad
    case .noEffect, .cannotTell, .tooLittle: self = .cannotTell
    }
  }
}
