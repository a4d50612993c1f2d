import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

extension RunReport {
  /// The same night with other answers.
  func replacing(
    sources: [SourceQuality]? = nil, indicators: [Indicator]? = nil, channels: ChannelReport? = nil,
    funnels: [Funnel]? = nil,
    geodomains: GeodomainComparison? = nil, orders: OrderAnswers? = nil, tops: [TopList]? = nil,
    ledger: LedgerAnswers? = nil, callSources: CallSourceReport? = nil
  ) -> RunReport {
    RunReport(
      shop: shop, asOf: asOf, sources: sources ?? self.sources,
      indicators: indicators ?? self.indicators,
      campaigns: campaigns, channels: channels ?? self.channels, funnels: funnels ?? self.funnels,
      season: season, geodomains: geodomains ?? self.geodomains, orders: orders ?? self.orders,
      tops: tops ?? self.tops, ledger: ledger ?? self.ledger,
      callSources: callSources ?? self.callSources)
  }
}

extension Words {
  static let english = Words(.english, currency: .rub)
  static let russian = Words(.russian, currency: .rub)
}

extension Section.Block {
  /// Whether the block says what is missing in the place of a chart.
  var isMissing: Bool {
    switch self {
    case .missing: true
    case .markup(let markup): markup.rendered.hasPrefix(#"<p class="nothing">"#)
    default: false
    }
  }
}

/// Whether both languages say a whole sentence, each in its own letters.
func speaksBoth(_ sentence: (Words) -> String) -> Bool {
  let english = sentence(.english)
  let russian = sentence(.russian)
  func isCyrillic(_ scalar: Unicode.Scalar) -> Bool { (0x0400...0x04FF).contains(scalar.value) }
  return english.hasSuffix(".") && russian.hasSuffix(".")
    && !english.unicodeScalars.contains(where: isCyrillic)
    && russian.unicodeScalars.contains(where: isCyrillic)
}
