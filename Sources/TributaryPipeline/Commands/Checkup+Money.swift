import TributaryModel
import TributaryWarehouse

extension ReadOnlyWarehouse {
  /// Whether every table adds up to what the ledger says, and every file's money has one fate.
  ///
  /// - Parameter known: the tables that do not add up; nil asks the warehouse.
  func moneyFindings(_ known: [MoneyMismatch]? = nil) throws(RunError) -> [Checkup.Finding] {
    do {
      let mismatches = if let known { known } else { try warehouse.moneyMismatches() }
      let faults =
        try warehouse.fileMoney().filter { !$0.money.reconciles }.map(message)
        + mismatches.map(message)
      let refused = RunError.Code.dataRefused.rawValue
      guard !faults.isEmpty else {
        return [
          Checkup.Finding(name: "money", message: "every table adds up to its files", exitCode: 0)
        ]
      }
      return faults.map { Checkup.Finding(name: "money", message: $0, exitCode: refused) }
    } catch {
      throw RunError(error)
    }
  }

  private func message(_ mismatch: MoneyMismatch) -> String {
    let currency = mismatch.currency.isEmpty ? pipeline.currency.code : mismatch.currency
    return "\(mismatch.table): expected rows of \(amount(mismatch.expected, currency)) by the "
      + "ledger, found \(amount(mismatch.found, currency)); rows were changed or lost outside of "
      + "Tributary: take a backup, or build a new warehouse from the files"
  }

  private func message(_ file: LedgerMoney) -> String {
    let currency = file.currency.isEmpty ? pipeline.currency.code : file.currency
    let money = file.money
    return "\(file.path): expected \(amount(money.read, currency)) read = loaded + duplicate + "
      + "rejected, found \(amount(money.loaded, currency)) + \(amount(money.duplicate, currency)) "
      + "+ \(amount(money.rejected, currency)); take a backup, or build a new warehouse"
  }

  private func amount(_ minor: Int64, _ currency: String) -> String {
    MoneyText.plain(minor, currency) + " " + currency
  }
}
