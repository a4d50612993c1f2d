import TributaryAnalysis
import TributaryModel

/// What the owner reads first: the state of the shop, what waits, and how whole the data is.
///
/// This is the page to copy from: a page computes its claims, and is otherwise content over
/// `Section`, `Figure`, `Table` and `Trust`.
struct MorningPage {
  let context: PageContext
  private let attention: Attention

  init(_ context: PageContext) {
    self.context = context
    attention = Attention(context.report)
  }

  private var report: RunReport { context.report }
  private var words: Words { context.words }

  var page: Page {
    Page(
      name: .morning, answer: MorningAnswer(report).text(words),
      trust: Trust(context, uses: SourceKind.allCases, requires: [.clickstream, .orders]),
      sections: [worthAttention, next, indicators, waiting, sources, answers].compactMap { $0 })
  }

  private var indicators: Section {
    let summary = IndicatorSummary(report.indicators)
    let table = IndicatorTable(report, words)
    let blocks: [Section.Block] =
      summary.isEmpty
      ? [.missing(words.noIndicators)]
      : [.styled(table.markup, of: table.table), .remark(words.indicatorRemark)]
    return Section(
      topic: words.indicatorTopic(report.asOf), claim: words.indicatorClaim(summary),
      blocks: blocks)
  }

  private var worthAttention: Section {
    var blocks: [Section.Block] = []
    if !attention.findings.isEmpty {
      blocks.append(.markup(AttentionList(attention: attention, words: words).markup))
    }
    if attention.namesIndicator { blocks.append(.remark(words.attentionRemark)) }
    return Section(
      topic: words.attentionTopic,
      claim: words.attentionClaim(
        attention.findings.count, isJudged: !report.sources.isEmpty),
      blocks: blocks)
  }

  private var waiting: Section {
    let flow = report.orders.statuses
    guard !flow.waiting.isEmpty else {
      let hasStatuses = !flow.transitions.isEmpty
      return Section(
        topic: words.waitingTopic, claim: words.nothingWaits(hasStatuses: hasStatuses),
        blocks: hasStatuses ? [] : [.missing(words.statusesMissing)])
    }
    return Section(
      topic: words.waitingTopic, claim: words.waitingClaim(flow.waiting),
      blocks: [.table(OrderTables(answers: report.orders, words: words).waiting)])
  }

  /// A peak that is too far to ask for attention; the season's page tells when none is known.
  private var next: Section? {
    guard let next = report.season?.next, !attention.namesPeak else {
      return nil
    }
    return Section(
      topic: words.nextPeakTopic, claim: words.nextPeakClaim(next),
      blocks: [.remark(words.nextPeakRemark)])
  }

  private var sources: Section {
    let states = report.sources.map { SourceState($0, asOf: report.asOf) }
    return Section(
      topic: words.sourcesTopic,
      claim: words.sourcesClaim(
        behind: zip(report.sources, states).filter { $0.1 != .whole }.map { $0.0.kind },
        of: states.count),
      blocks: report.sources.isEmpty
        ? [.missing(words.noSources)]
        : [.table(FreshnessTable(report, words).table)])
  }

  private var answers: Section? {
    let others = PageCatalogue.entries.filter { $0.name != .morning }
    guard !others.isEmpty else { return nil }
    let lines = others.map { entry -> Markup in
      let answer = entry.make(context).answer
      return
        #"<li><a href="\#(entry.name.fileName)">\#(words.title(entry.name))</a>: \#(answer)</li>"#
    }
    return Section(
      topic: words.answersTopic, claim: words.answersClaim(others.count),
      blocks: [.markup(#"<ul class="facts">\#(lines)</ul>"#)])
  }
}
