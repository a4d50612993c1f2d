import TributaryModel

/// A file that was loaded before, as the ledger remembers it.
public struct KnownFile: Hashable, Sendable {
  public let id: Int64
  /// Relative, as `SourceFile.name` was.
  public let path: FileName
  /// Bytes on disk.
  public let size: Int64
  /// Unix nanoseconds.
  public let modified: Int64
  public let inode: Int64
  public let contentOffset: Int64
  public let contentHash: String
  public let headHash: String
  /// What its size, time and inode tell.
  public let trust: Trust

  /// Whether a file that looks untouched is taken for one that is known.
  public enum Trust: Hashable, Sendable {
    case everywhere
    /// Under its own name alone: it was refused.
    case underItsName
    /// Not at all: it was refused for what other files hold, or it is to be read again.
    case never
  }

  package init(
    id: Int64, path: FileName, size: Int64, modified: Int64, inode: Int64, contentOffset: Int64,
    contentHash: String, headHash: String, trust: Trust = .everywhere
  ) {
    self.id = id
    self.path = path
    self.size = size
    self.modified = modified
    self.inode = inode
    self.contentOffset = contentOffset
    self.contentHash = contentHash
    self.headHash = headHash
    self.trust = trust
  }
}
