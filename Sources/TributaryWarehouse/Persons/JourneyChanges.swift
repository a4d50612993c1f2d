import TributaryModel

/// What may have changed who is who, and who came from where, since journeys were last worked out.
public struct JourneyChanges: Sendable, Hashable {
  /// Days whose rows changed, by kind of row.
  public var days: [Kind: Set<Day>] = [:]
  /// Whether what orders are worth may have changed on any day: costs of goods, exchange rates.
  public var touchesWorth = false
  /// Whether what a phone number stands for may have changed.
  public var touchesNumbers = false
  /// Whether everything is to be worked out anew.
  public var touchesEverything = false

  /// The kinds of rows that journeys are made of.
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    case session, order, call, letter, invoice, payment
  }

  package init() {}

  public var isEmpty: Bool {
    days.values.allSatisfy(\.isEmpty) && !touchesWorth && !touchesNumbers
      && !touchesEverything
  }
}

extension Warehouse {
  /// The changes that loaded tables wait to be worked in; sessions come from their own job.
  public func journeyChanges() throws(WarehouseError) -> JourneyChanges {
    var changes = JourneyChanges()
    try forEachRow("select distinct kind, day from stale_day_file") { row in
      guard let kind = SourceKind(rawValue: row.text(0)) else { return }
      let day = Day(row.text(1))
      switch kind {
      case .orders, .orderLines: changes.note(.order, day)
      case .calls: changes.note(.call, day)
      case .letters: changes.note(.letter, day)
      case .invoices: changes.note(.invoice, day)
      case .payments: changes.note(.payment, day)
      case .phoneNumbers: changes.touchesNumbers = true
      case .products, .exchangeRates: changes.touchesWorth = true
      case .clickstream, .orderStatuses, .letterReplies, .spend, .adPayments, .searchQueries,
        .geodomains, .calendar, .stock:
        break
      }
    }
    return changes
  }
}

extension JourneyChanges {
  fileprivate mutating func note(_ kind: Kind, _ day: Day?) {
    guard let day else { return }
    days[kind, default: []].insert(day)
  }
}
