import TributaryAnalysis
import TributaryModel
import TributaryReports
import TributaryWarehouse

extension ReadOnlyWarehouse {
  /// What the last run found of tags on the shop's own pages; told, with nothing wrong by it.
  func ownTagFindings() throws(RunError) -> [Checkup.Finding] {
    do {
      let last = try warehouse.rows(
        "select as_of from run where finished_at is not null order by run_id desc limit 1"
      ).first
      guard let asOf = try last?.optionalText("as_of").flatMap({ Day($0) }) else { return [] }
      let context = AnswerContext(warehouse: warehouse, asOf: asOf)
      return OwnTagUse.text(try context.ownTags(), .english).map {
        [Checkup.Finding(name: "sessions", message: $0, exitCode: 0, isNote: true)]
      } ?? []
    } catch {
      throw RunError(error)
    }
  }
}
