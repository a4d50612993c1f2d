import TributaryModel

/// Adds up the paths that are resolved in a window, and works out every model.
public struct WindowAttribution {
  private let window: DayRange
  private let markovOrder: Int
  private var parts: [(kind: Conversion.Kind, tally: PartTally)]

  /// - Parameter markovOrder: touchpoints in a row that make one state; 1...4.
  public init(window: DayRange, markovOrder: Int = 1) {
    self.window = window
    self.markovOrder = markovOrder
    parts = Conversion.Kind.allCases.flatMap { kind in
      AttributionGrain.allCases.map { (kind, PartTally(grain: $0)) }
    }
  }

  public mutating func add(_ conversion: CreditedConversion) {
    for index in parts.indices where parts[index].kind == conversion.kind {
      parts[index].tally.add(conversion)
    }
  }

  /// Adds the ways of one person that were closed without a conversion of that kind.
  ///
  /// - Parameters:
  ///   - touchpoints: of the person, in any order.
  ///   - conversions: when the person converted, in any order.
  public mutating func addClosed(
    _ touchpoints: [Touchpoint], conversions: [Instant], kind: Conversion.Kind,
    closed: ClosedPaths
  ) {
    let contacts = Contact.byPerson(touchpoints).values.first ?? []
    let times = contacts.map { touchpoints[$0.likeliest].at }
    for way in closed.ways(times: times, conversions: conversions) {
      for index in parts.indices where parts[index].kind == kind {
        parts[index].tally.addNull(contacts[way], touchpoints)
      }
    }
  }

  public var report: AttributionReport {
    AttributionReport(
      window: window, parts: parts.compactMap { $0.tally.part($0.kind, markovOrder: markovOrder) })
  }
}
