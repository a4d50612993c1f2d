/// Which key figures stand inside their usual range, and which do not.
public struct IndicatorSummary: Sendable {
  public let below: [Indicator.Name]
  public let above: [Indicator.Name]
  public let incomplete: [Indicator.Name]
  public let inside: Int
  /// Known figures, whatever their verdict.
  public let known: Int
  public let orders: Indicator?

  package init(_ indicators: [Indicator]) {
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

  public var isEmpty: Bool { known == 0 }
  /// No figure could be compared with an expectation.
  public var isUnjudged: Bool { below.isEmpty && above.isEmpty && inside == 0 }
}
