import TributaryAnalysis
import TributaryModel

/// Where buyers are lost on the way from a visit, and from a letter, to the money.
struct FunnelsPage {
  let context: PageContext

  init(_ context: PageContext) {
    self.context = context
  }

  private var words: Words { context.words }

  var page: Page {
    let purchase = reading(.purchase)
    let letter = reading(.letter)
    return Page(
      name: .funnels, answer: words.answer(purchase: purchase, letter: letter),
      trust: Trust(
        context, uses: [.clickstream, .orders, .orderStatuses, .letters, .invoices, .payments],
        requires: [.clickstream, .orders]),
      sections: [section(.purchase, purchase), section(.letter, letter)])
  }

  /// Nil when there is no such funnel.
  private func reading(_ name: Funnel.Name) -> FunnelReading? {
    context.report.funnels.first { $0.name == name }.map(FunnelReading.init)
  }

  private func section(_ name: Funnel.Name, _ reading: FunnelReading?) -> Section {
    let topic = words.topic(name)
    let claim = words.claim(name, reading)
    guard let reading, reading.state != .empty else {
      return Section(topic: topic, claim: claim, blocks: [.nothing(words.missing(name))])
    }
    let chart = chart(reading)
    var blocks: [Section.Block] = [
      .figure(
        Figure(
          id: "funnel-\(name.rawValue)", title: topic, finding: claim,
          caption: words.caption(name, reading.funnel.window), draw: { chart.draw($0) })),
      .table(table(reading)),
    ]
    if reading.around > 0 { blocks.append(.remark(words.around(reading.around))) }
    if !reading.unseen.isEmpty { blocks.append(.remark(words.unseen(reading.unseen))) }
    return Section(
      topic: topic, claim: claim, blocks: blocks,
      notes: [
        Section.Note(words.howToRead, words.funnelRead(name)),
        Section.Note(words.howSure, words.funnelSure),
      ])
  }

  private func chart(_ reading: FunnelReading) -> FunnelChart {
    FunnelChart(
      steps: reading.steps.map { step in
        FunnelChart.Step(
          label: words.name(step.name), count: step.count, open: step.open,
          countText: words.number(step.count), rateText: words.rateText(step),
          lossText: words.lossText(step), isMarked: step.name == reading.marked)
      })
  }

  private func table(_ reading: FunnelReading) -> Table {
    let funnel = reading.funnel
    return Table(
      Funnel.results, funnel.entries,
      ResultSelection(
        columns: ["step", "reached", "rate", "rate_lower", "rate_upper", "lost", "open", "around"],
        conditions: [("funnel", .text(funnel.name.rawValue))]),
      asOf: funnel.window.last, file: "funnel-\(funnel.name.rawValue)",
      label: words.topic(funnel.name),
      columns: [
        .drawn(words.stepHead) { [words] in .text(words.name($0.step.name)) },
        .column("reached", words.reachedHead),
        .drawn(words.rateHead, .estimate(.share)) { entry in
          entry.isUnseen ? .estimate(nil) : entry.step.rate.map { .estimate($0) } ?? .blank
        },
        .drawn(words.lostHead, .count) { entry in
          entry.isUnseen
            ? .value(nil) : entry.step.rate == nil ? .blank : .value(entry.step.lost)
        },
        .drawn(words.openHead, .count) { $0.step.rate == nil ? .blank : .value($0.step.open) },
      ], words: words)
  }
}
