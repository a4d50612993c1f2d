import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension ReadOnlyWarehouse {
  /// Names of campaigns that several numbers bear on one day, where visits have nothing else; told,
  /// with nothing wrong by it.
  func campaignFindings() throws(RunError) -> [Checkup.Finding] {
    do {
      guard let context = try lastContext(),
        let days = try context.campaignCoverage()?.overlap(context.window)
      else { return [] }
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
}
