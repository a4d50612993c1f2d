import TributaryAnalysis
import TributaryModel

/// What the models say beyond orders by channel: calls, invoices, keywords.
struct AttributionSections {
  private let report: AttributionReport
  private let words: Words

  init(_ context: PageContext) {
    report = context.report.attribution
    words = context.words
  }

  var sections: [Section] {
    [Conversion.Kind.call, .invoice].compactMap { section($0, by: .channel) }
      + [section(.order, by: .keyword)].compactMap(\.self)
  }

  private func section(_ kind: Conversion.Kind, by grain: AttributionGrain) -> Section? {
    guard let part = report.part(kind, by: grain), !part.rows.isEmpty,
      grain != .keyword || !part.keywords.isEmpty
    else { return nil }
    return Section(
      topic: words.attributionTopic(kind, grain), claim: words.attributionClaim(part),
      blocks: [.table(AttributionTable(report, kind, by: grain, words).table)],
      notes: grain == .keyword ? [Section.Note(words.howToRead, words.keywordsRead)] : [])
  }
}
