import TributaryAnalysis
import TributaryModel
import TributaryReports
import TributaryWarehouse

extension ReadOnlyWarehouse {
  /// What the last run found of tags on the shop's own pages; told, with nothing wrong by it.
  func ownTagFindings() throws(RunError) -> [Checkup.Finding] {
    do {
      guard let context = try lastContext() else { return [] }
      return OwnTagUse.text(try context.ownTags(), .english).map {
        [Checkup.Finding(name: "sessions", message: $0, exitCode: 0, isNote: true)]
      } ?? []
    } catch {
      throw RunError(error)
    }
  }
}
