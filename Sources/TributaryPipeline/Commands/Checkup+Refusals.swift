import TributaryIngest
import TributaryModel
import TributaryWarehouse

extension ReadOnlyWarehouse {
  /// What the last run refused and the next one will refuse again: a look at the first records does
  /// not show what is wrong behind them.
  ///
  /// - Parameters:
  ///   - known: the ledger's files.
  ///   - told: findings that speak of some files already.
  func refusalFindings(
    of sources: [(source: Pipeline.Source, found: SourceFiles)], _ known: [KnownLedgerFile],
    besides told: [Checkup.Finding]
  ) -> [Checkup.Finding] {
    var findings: [Checkup.Finding] = []
    for (source, found) in sources {
      let keys = SourceKeys(source, pipeline)
      let refused = Dictionary(
        known.filter { $0.kind == source.kind && $0.refusal != nil && keys.made($0) }
          .map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
      for file in found.files {
        guard let entry = refused[file.name], let refusal = entry.refusal,
          entry.size == file.status?.size,
          !told.contains(where: {
            $0.exitCode != 0 && $0.message.hasPrefix(file.relativePath + ":")
          })
        else { continue }
        findings.append(
          Checkup.Finding(
            name: "\(source.path) \(source.kind.rawValue)", message: refusal,
            exitCode: RunError.Code.dataRefused.rawValue))
      }
    }
    return findings
  }
}
