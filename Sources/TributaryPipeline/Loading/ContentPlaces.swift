import TributaryIngest
import TributaryModel
import TributaryWarehouse

/// Where the contents that the ledger knows lie tonight.
///
/// A content that has left its place takes its row of the ledger along; one that stays there while
/// the same bytes appear elsewhere was copied.
struct ContentPlaces {
  private let folder: String
  /// Path to the ledger's number of what a look tonight found there.
  private var found: [FileName: Int64] = [:]

  init(folder: String) {
    self.folder = folder
  }

  mutating func note(_ id: Int64, at path: FileName) { found[path] = id }

  /// Whether tonight's look has found the content where the ledger has it.
  func hasFound(_ known: KnownLedgerFile) -> Bool { found[known.path] == known.id }

  /// Whether the content still lies where the ledger has it, as far as can be told without reading.
  func holds(_ known: KnownLedgerFile) -> Bool {
    if let found = found[known.path] { return found == known.id }
    return SourceFile(known.path, in: folder).status?.inode == known.inode
  }
}
