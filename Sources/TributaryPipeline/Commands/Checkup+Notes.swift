import TributaryModel
import TributaryReports
import TributaryWarehouse

extension SourceNote {
  /// `path: words`, as commands tell it.
  var line: String { "\(path): \(note.text(.english))" }
}

extension ReadOnlyWarehouse {
  /// What the last runs found odd about the files; all well with each, so no code follows.
  func noteFindings() throws(RunError) -> [Checkup.Finding] {
    do {
      return try warehouse.fileNotes().map {
        Checkup.Finding(name: "last run", message: $0.line, exitCode: 0, isNote: true)
      }
    } catch {
      throw RunError(error)
    }
  }
}
