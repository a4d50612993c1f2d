import TributaryAnalysis
import TributaryModel

/// The leading landing pages, search queries and categories, and which of them sell badly.
struct TopsPage {
  let context: PageContext
  private let lists: [TopList.Name: TopContrast]

  init(_ context: PageContext) {
    self.context = context
    lists = Dictionary(
      context.report.tops.map { ($0.name, TopContrast($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  private var words: Words { context.words }

  var page: Page {
    Page(
      name: .tops,
      answer: words.topsAnswer(TopList.Name.allCases.map { ($0, claim($0)) }),
      trust: Trust(
        context, uses: [.clickstream, .orders, .orderLines, .searchQueries, .products],
        requires: [.clickstream, .orders]),
      sections: TopList.Name.allCases.map(section))
  }

  private func claim(_ name: TopList.Name) -> TopContrast.Claim { lists[name]?.claim ?? .empty }

  private func section(_ name: TopList.Name) -> Section {
    let topic = words.topic(name)
    let claim = words.claim(claim(name), of: name)
    guard let contrast = lists[name], !contrast.list.rows.isEmpty else {
      return Section(topic: topic, claim: claim, blocks: [.nothing(words.missing(name))])
    }
    let bars = bars(contrast)
    let dots = dots(contrast)
    let figure = Figure(
      id: "top-\(name.rawValue)", title: topic, finding: claim,
      caption: words.caption(name, contrast.list.window),
      draw: { name == .categories ? BarChart(items: bars).draw($0) : dots.draw($0) })
    let isEmpty = name == .categories ? bars.isEmpty : dots.items.isEmpty
    return Section(
      topic: topic, claim: claim,
      blocks: (isEmpty ? [] : [.figure(figure)])
        + [.table(TopTable(contrast: contrast, words: words).table)],
      notes: name == .categories
        ? [Section.Note(words.howToRead, words.categoryNote)]
        : [
          Section.Note(words.howToRead, words.rangeNote),
          Section.Note(words.howSure, words.topsSure),
        ])
  }

  private func dots(_ contrast: TopContrast) -> DotChart {
    let items = contrast.list.rows.prefix(12).compactMap { row -> DotChart.Item? in
      guard let rate = row.rate else { return nil }
      return DotChart.Item(
        label: words.label(row.label, of: contrast.list.name), estimate: rate,
        text: words.shareEstimate(rate),
        shortText: words.percent(rate.value), kind: .init(contrast.list.standing(of: row)))
    }
    let label = contrast.list.rate.map { words.allTogether(words.percent($0)) } ?? ""
    return DotChart(
      items: items, reference: contrast.list.rate, referenceLabel: label,
      tick: { [words] in words.percentTick($0) })
  }

  private func bars(_ contrast: TopContrast) -> [BarChart.Item] {
    contrast.list.rows.prefix(12).map { row in
      let margin = TopContrast.marginShare(row).map { words.marginPart($0) } ?? ""
      return BarChart.Item(
        label: words.named(row.label), value: Double(row.money),
        text: words.money(row.money) + margin)
    }
  }
}
