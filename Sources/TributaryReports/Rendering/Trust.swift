import TributaryAnalysis
import TributaryModel

/// What a reader must know before any number: which sources are whole, and what that does.
struct Trust: Sendable {
  /// Colours the rule at its left; the words say the same.
  let isWhole: Bool
  /// Which sources are whole, which are not, and what that does to the figures below.
  let state: Markup
  /// Rows read and refused, the level of the ranges.
  let detail: Markup

  init(isWhole: Bool, state: Markup, detail: Markup) {
    self.isWhole = isWhole
    self.state = state
    self.detail = detail
  }

  /// The block for a page that stands on these kinds of sources, of which it needs the required.
  ///
  /// A kind that the shop does not load is not mentioned, unless it is required.
  init(_ context: PageContext, uses kinds: [SourceKind], requires required: [SourceKind] = []) {
    let words = context.words
    let asOf = context.report.asOf
    let sources = context.report.sources.filter {
      kinds.contains($0.kind) || required.contains($0.kind)
    }
    let known = Set(sources.map(\.kind))
    let absent = required.filter { !known.contains($0) }.sorted()
    let states = sources.map { (source: $0, state: SourceState($0, asOf: asOf)) }
    let whole = states.filter { $0.state == .whole }.count
    var sentences = states.filter { $0.state != .whole }.map {
      words.trust($0.source, $0.state, asOf: asOf)
    }
    sentences += absent.map { words.absent($0) }
    sentences += context.report.ledger.unrated.filter { known.contains($0.kind) }
      .map { words.unrated($0) }
    let opening = words.wholeSources(whole, of: sources.count, to: asOf)
    isWhole = sentences.isEmpty && !sources.isEmpty
    state = .joined([opening] + sentences, separator: " ")
    detail = words.trustDetail(sources) + words.pastChanges(context.report.ledger.restatement)
  }

  func markup(_ name: PageName, _ context: PageContext) -> Markup {
    let words = context.words
    let date = words.dateLine(name, context.report.asOf)
    return #"""
      <div class="trust\#(isWhole ? "" : " warn")"><p class="date"><b>\#(date)</b></p>\#
      <p>\#(state)</p><p class="mut">\#(detail)</p></div>
      """#
  }
}
