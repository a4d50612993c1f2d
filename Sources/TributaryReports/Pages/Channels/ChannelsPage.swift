import TributaryAnalysis
import TributaryModel

/// Which channels bring orders, by every model side by side, with what no model explains.
struct ChannelsPage {
  let context: PageContext
  private let contrast: ChannelContrast

  init(_ context: PageContext) {
    self.context = context
    contrast = ChannelContrast(context.report.channels)
  }

  private var words: Words { context.words }
  private var window: DayRange { context.report.channels.window }
  private var tables: ChannelTables {
    ChannelTables(
      report: context.report.channels, contrast: contrast,
      part: context.report.attribution.part(.order, by: .channel), words: words)
  }

  var page: Page {
    Page(
      name: .channels, answer: words.answer(contrast.answer),
      trust: Trust(
        context, uses: [.clickstream, .orders, .calls, .letters, .spend],
        requires: [.clickstream, .orders]),
      sections: (contrast.total > 0 ? [channels, disputes, origins] : [channels])
        + AttributionSections(context).sections + calls + metrica
        + [IdentitySection(context).section].compactMap(\.self))
  }

  private var calls: [Section] {
    context.report.callSources.map { [CallSourceSection(report: $0, words: words).section] } ?? []
  }

  /// Metrica counts in the shops of some countries.
  private var metrica: [Section] {
    let visits = context.report.results[MetricaVisits.results]
    guard !visits.isEmpty, words.language == .russian || words.currency.code == "RUB" else {
      return []
    }
    return [MetricaSection(visits: visits, asOf: window.last, words: words).section]
  }

  private var channels: Section {
    guard contrast.total > 0 else {
      return Section(
        topic: words.channelsTopic, claim: words.channelsClaim(contrast),
        blocks: [.nothing(words.channelsMissing)])
    }
    let claim = words.channelsClaim(contrast)
    let chart = chart
    return Section(
      topic: words.channelsTopic, claim: claim,
      blocks: [
        .figure(
          Figure(
            id: "channels", title: words.channelsTopic, finding: claim,
            caption: words.channelsCaption(window), draw: { chart.draw($0) })),
        .table(tables.channels),
      ],
      notes: [
        Section.Note(words.howToRead, words.channelsRead),
        Section.Note(words.howSure, words.channelsSure),
      ])
  }

  private var chart: DotChart {
    let shown = contrast.standings.prefix(12).map { each in
      DotChart.Item(
        label: words.name(each.channel),
        estimate: Estimate(each.equal, Interval(lower: each.least, upper: each.most)),
        text: words.between(each.equal, each.least, each.most),
        shortText: words.number(each.equal), kind: each.isDisputed ? .cannotTell : .good)
    }
    let unknown = DotChart.Item(
      label: words.unattributed, estimate: Estimate(contrast.unattributed),
      text: words.number(contrast.unattributed), shortText: words.number(contrast.unattributed),
      kind: .cannotTell)
    return DotChart(
      items: shown + [unknown], reference: nil, referenceLabel: "",
      tick: { [words] in words.shortNumber($0) })
  }

  private var disputes: Section {
    let claim = words.disputesClaim(contrast)
    guard !contrast.isThin else {
      return Section(topic: words.disputesTopic, claim: claim, blocks: [.table(tables.moves)])
    }
    let items = contrast.movers.prefix(12).map { each in
      let change = each.last - each.first
      return BarChart.Item(
        label: words.name(each.channel), value: change,
        text: (change > 0 ? "+" : "") + words.number(change), kind: change > 0 ? .bar : .barWas)
    }
    let figure = Figure(
      id: "channel-models", title: words.disputesTopic, finding: claim,
      caption: words.disputesCaption(window), draw: { BarChart(items: items).draw($0) })
    return Section(
      topic: words.disputesTopic, claim: claim,
      blocks: (items.isEmpty ? [] : [.figure(figure)]) + [.table(tables.moves)])
  }

  private var origins: Section {
    let claim = words.originsClaim(contrast)
    let items = ChannelContrast.Origin.allCases.map { origin in
      let share = words.percent(contrast.share(of: origin), decimals: 0)
      return BarChart.Item(
        label: words.name(origin), value: contrast.orders(of: origin),
        text: "\(words.number(contrast.orders(of: origin))) (\(share))",
        kind: origin == .unknown ? .barWas : .bar)
    }
    return Section(
      topic: words.originsTopic, claim: claim,
      blocks: [
        .figure(
          Figure(
            id: "channel-origins", title: words.originsTopic, finding: claim,
            caption: words.originsCaption(window), draw: { BarChart(items: items).draw($0) })),
        .table(tables.origins),
      ], notes: [Section.Note(words.unattributed, words.unattributedNote)])
  }
}
