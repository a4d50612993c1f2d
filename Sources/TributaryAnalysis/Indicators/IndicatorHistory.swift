import TributaryModel

/// The daily sums behind one indicator.
public struct IndicatorHistory: Sendable {
  public let name: Indicator.Name
  /// Sum of the day; a present day without an entry is zero.
  public let numerators: [Day: Double]
  /// What a ratio is divided by; not read for plain sums.
  public let denominators: [Day: Double]
  /// The days that every source of the indicator covers.
  public let present: Set<Day>
  /// What the seasonal curve expects of the day, in any unit that rises and falls with the numerator:
  /// the level follows from the weeks before. Empty: last year stands for the season.
  public let expected: [Day: Double]
  /// Of a margin: the revenue of the day whose cost is known, and all.
  public let costed: [Day: Costed]
  /// Of a share that ripens: how the numerator of each day grew. Nil for all others, which are
  /// compared as known today.
  public let ripening: [Day: Ripening]?
  /// Of invoices: neither paid nor due.
  public let open: Int?

  /// Minor units of revenue.
  public struct Costed: Sendable {
    public let known: Double
    public let all: Double

    package init(known: Double, all: Double) {
      self.known = known
      self.all = all
    }
  }

  package init(
    name: Indicator.Name, numerators: [Day: Double], denominators: [Day: Double] = [:],
    present: Set<Day>, expected: [Day: Double] = [:],
    costed: [Day: Costed] = [:], ripening: [Day: Ripening]? = nil, open: Int? = nil
  ) {
    self.name = name
    self.numerators = numerators
    self.denominators = denominators
    self.present = present
    self.expected = expected
    self.costed = costed
    self.ripening = ripening
    self.open = open
  }
}

extension Indicator.Name {
  /// Whether what it counts becomes known only with time.
  public var ripens: Bool { self == .cancelledShare || self == .paidInvoiceShare }

  /// Whether it is one sum divided by another; the others are plain sums.
  public var isRatio: Bool {
    switch self {
    case .conversion, .averageOrder, .cancelledShare, .returnOnAdSpend, .paidInvoiceShare: true
    case .revenue, .orders, .margin, .visits, .calls, .letters, .spend: false
    }
  }
}
