import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension ReadOnlyWarehouse {
  /// Names of campaigns that several numbers bear on one day, where visits have nothing else; told,
  /// with nothing wrong by it.
  func campaignFindings() throws(RunError) -> [Checkup.Finding] {
    do {
      guard let context = try lastContext(), let days = try context.campaignCoverage() else {
        return []
      }
      let sharers = try context.spendAudit(days).rows.filter {
        $0.finding == .sharedName && $0.campaign.spend > 0
      }
      guard !sharers.isEmpty else { return [] }
      let names = sharers.map { "\($0.campaign.name) (\($0.campaign.key))" }.sorted()
      return [
        Checkup.Finding(
          name: "campaigns",
          message: "names that several campaigns have on one day, of which visits bear the name "
            + "alone: \(names.joined(separator: ", ")); none is graded; put the number in the tag",
          exitCode: 0, isNote: true)
      ]
    } catch {
      throw RunError(error)
    }
  }

  /// What answers as of the last finished run's day; nil before the first.
  func lastContext() throws(WarehouseError) -> AnswerContext? {
    let last = try warehouse.rows(
      "select as_of from run where finished_at is not null order by run_id desc limit 1"
    ).first
    guard let asOf = try last?.optionalText("as_of").flatMap({ Day($0) }) else { return nil }
    return AnswerContext(warehouse: warehouse, asOf: asOf)
  }
}
