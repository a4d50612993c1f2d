import TributaryIngest
import TributaryModel
import TributaryWarehouse

/// The files of one kind as the ledger has them now, seen by a source with its keys.
struct KnownLedger {
  /// What a look at a file compares it with.
  private(set) var files = KnownFiles()
  private var entries: [Int64: KnownLedgerFile] = [:]
  let keys: SourceKeys

  init(_ entries: [KnownLedgerFile], keys: SourceKeys) {
    self.keys = keys
    for entry in entries { note(entry) }
  }

  mutating func note(_ entry: KnownLedgerFile) {
    entries[entry.id] = entry
    files.note(KnownFile(entry, isCurrent: isCurrent(entry)))
  }

  subscript(id: Int64) -> KnownLedgerFile? { entries[id] }

  /// Whether an entry was read by the keys that the source has now: one that they refuse, while it
  /// keeps the rows of others, was not, and is tried anew each run.
  func isCurrent(_ entry: KnownLedgerFile) -> Bool { keys.areRows(of: entry) }

  /// The same of an entry by its number.
  func isCurrent(_ id: Int64) -> Bool { entries[id].map(isCurrent) ?? true }
}

extension KnownFile {
  /// What the reader must know of a file in the ledger.
  ///
  /// A file refused for what other files hold, or under another name, is not told by its time and
  /// inode: it is judged anew. Neither is one that other keys have read.
  init(_ file: KnownLedgerFile, isCurrent: Bool) {
    let isUnread = file.counts.read == 0 && file.contentOffset == 0
    let trust: Trust =
      switch (isCurrent, file.refusal) {
      case (false, _): .never
      case (true, nil): .everywhere
      case (true, .some): isUnread ? .never : .underItsName
      }
    self.init(
      id: file.id, path: file.path, size: file.size, modified: file.modified, inode: file.inode,
      contentOffset: file.contentOffset, contentHash: file.contentHash, headHash: file.headHash,
      trust: trust)
  }
}

extension ContentMark {
  init(_ file: KnownLedgerFile) {
    self.init(offset: file.contentOffset, hash: file.contentHash, headHash: file.headHash)
  }
}
