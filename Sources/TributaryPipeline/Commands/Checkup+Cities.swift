import TributaryAnalysis
import TributaryReports
import TributaryWarehouse

extension ReadOnlyWarehouse {
  /// The cities that orders spell otherwise than `geodomains`; all well, so no code follows.
  func cityFindings() throws(RunError) -> [Checkup.Finding] {
    do {
      let spellings = try warehouse.citySpellings()
      guard let text = CitySpelling.text(spellings, .english) else { return [] }
      return [Checkup.Finding(name: "cities", message: text, exitCode: 0, isNote: true)]
    } catch {
      throw RunError(error)
    }
  }
}
