import TributaryModel

/// Credit that is not what was converted.
public struct CreditFault: Sendable, Hashable {
  /// The table.
  public let place: String
  public let day: String
  public let kind: String
  public let model: String
  /// Minor units of the conversions.
  public let expected: Int64
  /// Minor units of the credit.
  public let found: Int64
}

extension Warehouse {
  /// Whether each model gives out, on each of those days, what was converted, in money to the minor
  /// unit; and whether the results of an as-of day do so for its window.
  ///
  /// - Parameter days: nil for all days.
  public func creditFaults(
    on days: Set<Day>?, models: [String], window: DayRange
  ) throws(WarehouseError) -> [CreditFault] {
    let wanted =
      if let days { days.map(\.description) } else {
        try rows("select distinct day from conversion")
          .map { row throws(WarehouseError) in try row.text("day") }
      }
    func list(_ texts: [String]) -> Cell {
      .text("[" + texts.sorted().map { "\"\($0)\"" }.joined(separator: ",") + "]")
    }
    return try rows(
      .creditFaults,
      [
        list(wanted), list(models), .text(window.last.description), .text(window.first.description),
      ]
    ).map { row throws(WarehouseError) in
      CreditFault(
        place: try row.text("place"), day: try row.text("day"), kind: try row.text("kind"),
        model: try row.text("model"), expected: try row.int64("expected"),
        found: try row.int64("found"))
    }
  }
}
