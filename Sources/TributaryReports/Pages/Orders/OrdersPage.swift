import TributaryAnalysis
import TributaryModel

/// How orders are made, what becomes of them, and which wait for somebody.
struct OrdersPage {
  let context: PageContext
  private let contrast: OrderContrast

  init(_ context: PageContext) {
    self.context = context
    contrast = OrderContrast(context.report.orders)
  }

  private var words: Words { context.words }
  private var answers: OrderAnswers { context.report.orders }
  private var tables: OrderTables { OrderTables(answers: answers, words: words) }

  var page: Page {
    Page(
      name: .orders, answer: words.answer(contrast.answer),
      trust: Trust(
        context, uses: [.orders, .orderLines, .orderStatuses, .payments], requires: [.orders]),
      sections: answers.orders > 0
        ? [waiting, leak, section(.method), section(.channel), section(.payment)]
          + [section(.status), flow] + [buyers].compactMap(\.self)
        : [nothing])
  }

  private var buyers: Section? {
    BuyerSection(
      groups: context.report.results[BuyerGroup.results], asOf: answers.window.last, words: words
    ).section
  }

  private var nothing: Section {
    Section(
      topic: words.topic(.method), claim: words.noOrders,
      blocks: [.nothing(words.ordersMissing)])
  }

  private var waiting: Section {
    let list = answers.statuses.waiting
    guard !list.isEmpty else {
      let hasStatuses = !answers.statuses.transitions.isEmpty
      return Section(
        topic: words.waitingTopic, claim: words.nothingWaits(hasStatuses: hasStatuses),
        blocks: hasStatuses ? [] : [.missing(words.statusesMissing)])
    }
    // The morning page writes the table's file.
    let table = tables.waiting
    return Section(
      topic: words.waitingTopic, claim: words.waitingClaim(list),
      blocks: [.markup(table.markup(words))])
  }

  private var leak: Section {
    let claim = words.claim(contrast.leak)
    let sources = answers.statuses.cancellations
    guard !sources.isEmpty else {
      return Section(
        topic: words.leakTopic, claim: claim,
        blocks: contrast.leak == .unknown ? [.missing(words.statusesMissing)] : [])
    }
    let items = sources.prefix(12).map { source in
      DotChart.Item(
        label: words.named(source.status), estimate: source.share,
        text: words.shareEstimate(source.share), shortText: words.percent(source.share.value),
        kind: contrast.leak.status == source.status ? .bad : .good)
    }
    return section(
      words.leakTopic, claim, "order-cancellations",
      words.leakCaption(StatusFlow.year(to: answers.window.last)),
      chart(items, reference: nil), tables.cancellations,
      notes: [Section.Note(words.howToRead, words.leakRead)])
  }

  private func section(_ dimension: OrderBreakdown.Dimension) -> Section {
    let topic = words.topic(dimension)
    let claim = words.claim(contrast.claim(dimension), of: dimension)
    guard let breakdown = contrast.breakdown(dimension) else {
      return Section(topic: topic, claim: claim, blocks: [.nothing(words.missing(dimension))])
    }
    guard let all = contrast.cancelledShare(dimension) else {
      return Section(topic: topic, claim: claim, blocks: [.table(tables.breakdown(breakdown))])
    }
    let items = breakdown.rows.prefix(12).compactMap { row -> DotChart.Item? in
      guard let share = row.cancelledShare else { return nil }
      return DotChart.Item(
        label: words.named(row.name), estimate: share, text: words.shareEstimate(share),
        shortText: words.percent(share.value), kind: .init(breakdown.standing(of: row)))
    }
    return section(
      topic, claim, "orders-\(dimension.rawValue)",
      words.cancelledCaption(dimension, answers.window), chart(items, reference: all),
      tables.breakdown(breakdown),
      notes: dimension == .method
        ? [
          Section.Note(words.howToRead, words.rangeNote),
          Section.Note(words.howSure, words.ordersSure),
        ] : [])
  }

  private func chart(_ items: [DotChart.Item], reference: Double?) -> DotChart {
    let label = reference.map { words.allOrders(words.percent($0)) } ?? ""
    return DotChart(
      items: items, reference: reference, referenceLabel: label,
      tick: { [words] in words.percentTick($0) })
  }

  private func section(
    _ topic: String, _ claim: String, _ id: String, _ caption: Markup, _ chart: DotChart,
    _ table: Table, notes: [Section.Note]
  ) -> Section {
    let figure = Figure(
      id: id, title: topic, finding: claim, caption: caption, draw: { chart.draw($0) })
    return Section(
      topic: topic, claim: claim,
      blocks: (chart.items.isEmpty ? [] : [.figure(figure)]) + [.table(table)], notes: notes)
  }

  private var flow: Section {
    let claim = words.flowClaim(contrast)
    guard !answers.statuses.transitions.isEmpty else {
      return Section(
        topic: words.flowTopic, claim: claim, blocks: [.missing(words.statusesMissing)])
    }
    let chart = StatusFlowChart(answers.statuses, marked: contrast.leak.status, words: words)
    let figure = Figure(
      id: "order-flow", title: words.flowTopic, finding: claim,
      caption: words.flowCaption(StatusFlow.year(to: answers.window.last)),
      draw: { chart.draw($0) })
    return Section(
      topic: words.flowTopic, claim: claim,
      blocks: (chart.flows.isEmpty ? [] : [.figure(figure)]) + [.table(tables.transitions)])
  }
}
