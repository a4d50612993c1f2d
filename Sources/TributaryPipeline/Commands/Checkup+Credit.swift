import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension ReadOnlyWarehouse {
  /// Whether every model gives out all conversions, no more and no less.
  ///
  /// - Parameter known: the faults that a run has found; nil looks at every day.
  func creditFindings(_ known: [CreditFault]? = nil) throws(RunError) -> [Checkup.Finding] {
    do {
      let faults = if let known { known } else { try warehouse.allCreditFaults() }
      guard let first = faults.first else {
        return [
          Checkup.Finding(
            name: "credit", message: "every model adds up to the conversions", exitCode: 0)
        ]
      }
      let currency = pipeline.currency.code
      func amount(_ minor: Int64) -> String { MoneyText.plain(minor, currency) + " " + currency }
      return [
        Checkup.Finding(
          name: "credit",
          message: "\(first.place), \(first.day), \(first.kind), model \(first.model): expected "
            + "credit of \(amount(first.expected)), found \(amount(first.found)); \(faults.count) "
            + "such; rows were changed outside of Tributary, or this is a fault of ours: take a "
            + "backup, build a new warehouse from the files",
          exitCode: RunError.Code.dataRefused.rawValue)
      ]
    } catch {
      throw RunError(error)
    }
  }
}

extension Warehouse {
  /// Faults of those days and of the as-of day's results.
  func creditFaults(on days: Set<Day>?, asOf: Day) throws(WarehouseError) -> [CreditFault] {
    try creditFaults(
      on: days, models: AttributionModel.byTouchpoint.map(\.rawValue),
      window: DayRange(last: asOf, count: 28))
  }

  fileprivate func allCreditFaults() throws(WarehouseError) -> [CreditFault] {
    // A run that was cut before its first answers has neither credit nor results.
    let table = "select 1 from sqlite_schema where name = 'attribution_result'"
    guard try !rows(table).isEmpty else { return [] }
    let last = try rows("select coalesce(max(as_of), '') as day from attribution_result").first
    return try creditFaults(on: nil, asOf: try last?.day("day") ?? Day(number: 0))
  }
}
