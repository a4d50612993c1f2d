/// Which known file a file is, told by its content and not by its name.
///
/// ```
///  same size, change time, inode            -> unchanged, not even read
///  log:   known bytes, and no more          -> sameContent (renamed, copied, packed)
///         known bytes, and more             -> grown
///         the start of known bytes          -> sameContent (an older copy)
///         the head of a known log, then others: at the same path, or where the known log is no
///         longer there to compare, or more than the head is the same -> contentChanged
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
  /// What the file holds; nil unless it was read to its end, as `sameContent` mostly asks for.
  public let content: ContentMark?
  /// 1 when a log ends in a line that is not complete.
  public let pending: Int
  /// Of a log that was read, every known content that it begins with, the shortest first.
  public let holds: [KnownFile]

  /// What is known of a file's content.
  public enum Match: Hashable, Sendable {
    case new
    /// Nothing to read; the disk says that nothing was touched.
    case unchanged(KnownFile)
    /// Nothing to read; the file has another name, place or packing, or is an older copy.
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
  /// - Parameter folder: where the known files' relative paths start.
  /// Errors: those of opening and unpacking.
  public static func match(
    _ file: SourceFile, known: KnownFiles, content: Content, in folder: String
  ) throws(IngestError) -> FileIdentity {
    let opened = try OpenFile(file)
    let (size, modified, inode) = (opened.size, opened.modified, opened.inode)
    func found(
      _ match: Match, _ mark: ContentMark? = nil, pending: Int = 0, holds: [KnownFile] = []
    ) -> FileIdentity {
      FileIdentity(
        match: match, size: size, modified: modified, inode: inode, content: mark,
        pending: pending, holds: holds)
    }
    let untouched = known.looking(size: size, modified: modified, inode: inode)
    if let same = untouched.first(where: { $0.path == file.name }) {
      return found(.unchanged(same))
    }
    let moved = untouched.filter { $0.trust == .everywhere }
    if let moved = nearest(to: file, of: moved, in: folder) { return found(.sameContent(moved)) }
    let stream = try ByteStream(opened, of: file)
    switch content {
    case .log:
      var log = LogMatching(file, known, in: folder)
      let match = try log.match(stream)
      return found(match, log.content, pending: log.pending, holds: log.holds)
    case .table:
      let (match, mark) = try matchTable(file, stream, known, folder)
      return found(match, mark)
    }
  }

  private static func matchTable(
    _ file: SourceFile, _ stream: consuming ByteStream, _ known: KnownFiles, _ folder: String
  ) throws(IngestError) -> (Match, ContentMark) {
    var reader = LineReader(stream, leavesUnterminated: false)
    while try reader.next() != nil {}
    reader.finish()
    let mark = ContentMark(
      offset: reader.contentOffset, hash: reader.hasher.digest, headHash: reader.headHash)
    let same = known.holding(mark.hash, to: mark.offset)
    let here = known.at(file.name).first
    if let twin = nearest(to: file, of: same, in: folder), here == nil || here?.id == twin.id {
      return (.sameContent(twin), mark)
    }
    return (here.map(Match.changed) ?? .new, mark)
  }

  /// Of known files with one content, that of the same path, else one that has left its place.
  static func nearest(
    to file: SourceFile, of known: [KnownFile], in folder: String
  ) -> KnownFile? {
    known.first { $0.path == file.name }
      ?? known.first { (try? OpenFile(SourceFile($0.path, in: folder))) == nil } ?? known.first
  }
}

/// How far a content goes and what its bytes are.
public struct ContentMark: Hashable, Sendable {
  /// Decompressed bytes.
  public let offset: Int64
  /// 32 hexadecimal digits: the fingerprint of the bytes before `offset`.
  public let hash: String
  /// 32 hexadecimal digits: the fingerprint of the head.
  public let headHash: String

  package init(offset: Int64, hash: String, headHash: String) {
    self.offset = offset
    self.hash = hash
    self.headHash = headHash
  }
}
