import TributaryAnalysis

/// Which key figures stand inside their usual range, and which do not.
struct IndicatorSummary: Sendable {
  let below: [Indicator.Name]
  let above: [Indicator.Name]
  let incomplete: [Indicator.Name]
  let inside: Int
  /// Known figures, whatever their verdict.
  let known: Int
  let orders: Indicator?

  init(_ indicators: [Indicator]) {
    let known = indicators.filter { $0.value != nil }
    func names(_ verdict: Indicator.Verdict) -> [Indicator.Name] {
      known.filter { $0.verdict == verdict }.map(\.name)
    }
    below = names(.below)
    above = names(.above)
    incomplete = names(.incomplete)
    inside = names(.inside).count
    self.known = known.count
    orders = known.first { $0.name == .orders }
  }

  var isEmpty: Bool { known == 0 }
  /// No figure could be compared with an expectation.
  var isUnjudged: Bool { below.isEmpty && above.isEmpty && inside == 0 }
}
