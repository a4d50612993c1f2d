import TributaryIngest
import TributaryWarehouse

extension FileDescription {
  /// A file as the ledger has it, without its number.
  init(_ file: KnownLedgerFile) {
    self.init(
      kind: file.kind, path: file.path, size: file.size, modified: file.modified,
      inode: file.inode, reading: .whole)
    keys = file.reading
  }
}

extension LoadSummary {
  init(_ summary: FileSummary) {
    self.init(
      read: summary.counts.read, filtered: summary.counts.filtered,
      pending: summary.counts.pending, contentOffset: summary.contentOffset,
      contentHash: summary.contentHash, headHash: summary.headHash,
      statedTotal: summary.statedTotal, statedCurrency: summary.statedCurrency?.code,
      notes: summary.notes)
  }
}
