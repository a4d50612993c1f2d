import TributaryIngest
import TributaryModel
import TributaryWarehouse

extension ReadOnlyWarehouse {
  /// What the last run refused and the next one will refuse again: a look at the first records does
  /// not show what is wrong behind them.
  ///
  /// - Parameter told: findings that speak of some files already.
  func refusalFindings(besides told: [Checkup.Finding]) throws(NightError) -> [Checkup.Finding] {
    var findings: [Checkup.Finding] = []
    for source in pipeline.sources {
      var problems: [NightError] = []
      let files = SourceLoading.files(of: source, in: pipeline, problems: &problems)
      let keys = SourceKeys(source, pipeline)
      let refused = Dictionary(
        try entries(of: source.kind).filter { $0.refusal != nil && keys.made($0) }
          .map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
      for file in files {
        guard let entry = refused[file.name], let refusal = entry.refusal,
          entry.size == file.status?.size,
          !told.contains(where: {
            $0.exitCode != 0 && $0.message.hasPrefix(file.relativePath + ":")
          })
        else { continue }
        findings.append(
          Checkup.Finding(
            name: "$.sources[\(source.position)] \(source.kind.rawValue)", message: refusal,
            exitCode: NightError.Code.dataRefused.rawValue))
      }
    }
    return findings
  }

  private func entries(of kind: SourceKind) throws(NightError) -> [KnownLedgerFile] {
    do throws(WarehouseError) { return try warehouse.knownFiles(of: kind) } catch {
      throw NightError(error)
    }
  }
}
