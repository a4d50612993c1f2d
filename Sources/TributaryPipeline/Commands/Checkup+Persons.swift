import TributaryAnalysis
import TributaryReports
import TributaryWarehouse

extension ReadOnlyWarehouse {
  /// The keys that join nobody, by why, with how many carry them; all well, so no code follows.
  func nobodyFindings() throws(RunError) -> [Checkup.Finding] {
    do {
      return try warehouse.unjoinedKeys().map {
        Checkup.Finding(name: "persons", message: $0.text(.english), exitCode: 0, isNote: true)
      }
    } catch {
      throw RunError(error)
    }
  }
}
