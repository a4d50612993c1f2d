import TributaryIngest
import TributaryWarehouse

extension KnownFile {
  /// What the reader must know of a file in the ledger.
  ///
  /// A file refused for what other files hold, or under another name, is not told by its time and
  /// inode: it is judged anew.
  init(_ file: KnownLedgerFile, lookingAt other: SourceFile) {
    let isUnread = file.counts.read == 0 && file.contentOffset == 0
    let isToBeJudged = file.refusal != nil && (isUnread || file.path != other.name)
    self.init(
      id: file.id, path: file.path, size: file.size, modified: isToBeJudged ? 0 : file.modified,
      inode: isToBeJudged ? 0 : file.inode, contentOffset: file.contentOffset,
      contentHash: file.contentHash, headHash: file.headHash)
  }
}

extension ContentMark {
  init(_ file: KnownLedgerFile) {
    self.init(offset: file.contentOffset, hash: file.contentHash, headHash: file.headHash)
  }
}

extension FileDescription {
  /// A file as the ledger has it, without its number.
  init(_ file: KnownLedgerFile) {
    self.init(
      kind: file.kind, path: file.path, size: file.size, modified: file.modified,
      inode: file.inode, reading: .whole)
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
