/// Which known file a file is, told by its content and not by its name.
///
/// ```
///  same size, change time, inode            -> unchanged, not even opened
///  log:   known bytes, and no more          -> sameContent (renamed, copied, packed)
///         known bytes, and more             -> grown
///         same path and head, other bytes   -> contentChanged
///  table: known bytes                       -> sameContent
///         same path, other bytes            -> changed
///  anything else                            -> new
/// ```
public struct FileIdentity: Sendable {
  public let match: Match
  /// Bytes on disk now.
  public let size: Int64
  /// Unix nanoseconds.
  public let modified: Int64
  public let inode: Int64

  /// What is known of a file's content.
  public enum Match: Hashable, Sendable {
    case new
    /// Nothing to read; the disk says that nothing was touched.
    case unchanged(KnownFile)
    /// Nothing to read; the file has another name, place or packing.
    case sameContent(KnownFile)
    /// A log to be read on from `contentOffset`.
    case grown(KnownFile)
    /// A table to be read again as a whole.
    case changed(KnownFile)
    /// A log whose known part is not what it was: load nothing and say so.
    case contentChanged(KnownFile)
  }

  /// How files of a source change.
  public enum Content: Sendable {
    /// Lines are only ever added.
    case log
    /// Each version is the whole.
    case table
  }

  /// Compares a file with those known.
  ///
  /// Errors: those of opening and unpacking.
  public static func match(
    _ file: SourceFile, known: [KnownFile], content: Content
  ) throws(IngestError) -> FileIdentity {
    let stream = try ByteStream(file)
    let (size, modified, inode) = (stream.file.size, stream.file.modified, stream.file.inode)
    func found(_ match: Match) -> FileIdentity {
      FileIdentity(match: match, size: size, modified: modified, inode: inode)
    }
    let untouched = known.filter {
      $0.size == size && $0.modified == modified && $0.inode == inode && inode != 0
    }
    if let same = untouched.first(where: { $0.path == file.relativePath }) {
      return found(.unchanged(same))
    }
    if let moved = untouched.first { return found(.sameContent(moved)) }
    switch content {
    case .log: return found(try matchLog(file, stream, known.filter { $0.contentOffset > 0 }))
    case .table: return found(try matchTable(file, stream, known))
    }
  }

  private static func matchTable(
    _ file: SourceFile, _ stream: consuming ByteStream, _ known: [KnownFile]
  ) throws(IngestError) -> Match {
    var reader = LineReader(stream, leavesUnterminated: false)
    while try reader.next() != nil {}
    reader.finish()
    let (digest, count) = (reader.hasher.digest, reader.contentOffset)
    let same = known.filter { $0.contentHash == digest && $0.contentOffset == count }
    let here = known.first { $0.path == file.relativePath }
    if let twin = same.first(where: { $0.path == file.relativePath }) ?? same.first,
      here == nil || here?.id == twin.id
    {
      return .sameContent(twin)
    }
    return here.map(Match.changed) ?? .new
  }

  private static func matchLog(
    _ file: SourceFile, _ stream: consuming ByteStream, _ known: [KnownFile]
  ) throws(IngestError) -> Match {
    let leavesUnterminated = !stream.isCompressed
    var reader = LineReader(stream, leavesUnterminated: leavesUnterminated)
    var candidates: [KnownFile] = []
    var proven: KnownFile?
    var hasMore = false
    while let line = try reader.next() {
      hasMore = proven != nil && line.offset >= proven?.contentOffset ?? 0
      if candidates.isEmpty {
        guard !reader.headHash.isEmpty else { continue }
        candidates = known.filter { $0.headHash == reader.headHash }
        if candidates.isEmpty { return .new }
      }
      let offset = reader.contentOffset
      if let reached = candidates.first(where: { $0.contentOffset == offset }),
        reader.digestSoFar() == reached.contentHash
      {
        proven =
          candidates.first {
            $0.contentOffset == offset && $0.path == file.relativePath
              && $0.contentHash == reached.contentHash
          } ?? reached
        hasMore = false
      }
      if hasMore, candidates.allSatisfy({ $0.contentOffset < offset }) { break }
    }
    if let proven { return hasMore ? .grown(proven) : .sameContent(proven) }
    reader.finish()
    if candidates.isEmpty { candidates = known.filter { $0.headHash == reader.headHash } }
    if let here = candidates.first(where: { $0.path == file.relativePath }) {
      return .contentChanged(here)
    }
    let (count, digest) = (reader.contentOffset, reader.hasher.digest)
    let longer = candidates.first {
      $0.contentOffset > count && startsWith(digest, count, of: $0, beside: file)
    }
    return longer.map(Match.sameContent) ?? .new
  }

  /// Whether a known file, when it still lies where it did, starts with these bytes.
  private static func startsWith(
    _ digest: String, _ count: Int64, of known: KnownFile, beside file: SourceFile
  ) -> Bool {
    guard file.path.hasSuffix(file.relativePath) else { return false }
    let root = file.path.dropLast(file.relativePath.count)
    guard let stream = try? ByteStream(SourceFile(path: root + known.path)) else { return false }
    var reader = LineReader(stream, leavesUnterminated: true)
    while reader.contentOffset < count, (try? reader.next()) != nil {}
    return reader.contentOffset == count && reader.digestSoFar() == digest
  }
}
