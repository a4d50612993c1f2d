import TributaryIngest
import TributaryModel
import TributaryWarehouse

/// What a warehouse holds of files that are not at hand: what a rebuilding would lose.
struct LostFiles {
  /// One line for each file: its path, rows and money.
  private(set) var lines: [String] = []

  /// Looks at every file of the pipeline, without reading its records.
  init(
    _ warehouse: Warehouse, _ pipeline: Pipeline,
    _ sources: [(source: Pipeline.Source, files: [SourceFile])]
  ) throws(WarehouseError) {
    var entries: Set<Int64> = []
    var contents: Set<String> = []
    for (source, files) in sources {
      let known = KnownLedger(
        try warehouse.knownFiles(of: source.kind), keys: SourceKeys(source, pipeline))
      for file in files {
        let isLog = source.kind == .clickstream
        guard
          let identity = try? FileIdentity.match(
            file, known: known.files, content: isLog ? .log : .table, in: pipeline.folder)
        else { continue }
        entries.formUnion(identity.holds.map(\.id))
        switch identity.match {
        case .unchanged(let match), .sameContent(let match), .grown(let match):
          entries.insert(match.id)
          contents.insert(match.contentHash)
        case .changed, .contentChanged, .new: break
        }
        if let content = identity.content { contents.insert(content.hash) }
      }
    }
    var losses: [String: [String]] = [:]
    for entry in try warehouse.knownFiles(of: .clickstream)
    where entry.counts.loaded > 0 && !entries.contains(entry.id) {
      losses[entry.path.spelling, default: []].append("\(entry.counts.loaded) requests")
    }
    for part in try warehouse.rowsByVersion() where !contents.contains(part.contentHash) {
      let money = part.minor.map { ", \(MoneyText.plain($0, part.currency)) \(part.currency)" }
      losses[part.path, default: []].append("\(part.rows) rows of \(part.table)" + (money ?? ""))
    }
    lines = losses.sorted { NaturalOrder.precedes($0.key, $1.key) }.map { path, parts in
      "\(path): \(parts.joined(separator: "; "))"
    }
  }
}
