import TributaryModel

/// Compares one log with those known, line by line.
///
/// ```
///  known logs   |head|line|line|line|               a digest at the offset where each ended
///  this log     |head|line|line|line|line|half      a digest met: the bytes before it are known
/// ```
struct LogMatching {
  /// What the log holds; nil when it was not read to its end.
  private(set) var content: ContentMark?
  private(set) var pending = 0

  private let file: SourceFile
  /// Every known content that the log begins with, the shortest first.
  private(set) var holds: [KnownFile] = []
  private let known: KnownFiles
  private let folder: String
  /// Where the first record after the head, or after the known lines, ends.
  private var next: ContentMark?

  init(_ file: SourceFile, _ known: KnownFiles, in folder: String) {
    self.file = file
    self.known = known
    self.folder = folder
  }

  /// Errors: those of unpacking.
  mutating func match(
    _ stream: consuming ByteStream
  ) throws(IngestError) -> FileIdentity.Match {
    let isCompressed = stream.isCompressed
    var reader = LineReader(stream, leavesUnterminated: !isCompressed, opensArrays: true)
    // Before its head a log may be nothing but the comments that many logs share.
    var candidates = known.at(file.name).filter { $0.contentOffset > 0 }
    var offsets = Set(candidates.map(\.contentOffset))
    var farthest = Int64.max
    var isPastHead = false
    var proven: KnownFile?
    var hasMore = false
    var isWhole = true
    while try reader.next() != nil {
      let offset = reader.contentOffset
      if !isPastHead, !reader.headHash.isEmpty {
        isPastHead = true
        candidates = known.beginning(reader.headHash)
        if candidates.isEmpty, proven == nil { return .new }
        offsets = Set(candidates.map(\.contentOffset))
        farthest = offsets.max() ?? 0
      } else if isPastHead, next == nil {
        next = reader.mark()
      }
      hasMore = proven != nil
      if offsets.contains(offset) {
        let hash = reader.digestSoFar()
        let met = candidates.filter { $0.contentOffset == offset && $0.contentHash == hash }
        holds += met
        if let nearest = FileIdentity.nearest(to: file, of: met, in: folder) {
          proven = nearest
          hasMore = false
          next = nil
        }
      }
      if offset > farthest {
        isWhole = false
        break
      }
    }
    if isWhole {
      reader.finish()
      content = reader.mark()
      pending = reader.pending
    }
    if let proven, !hasMore { return .sameContent(proven) }
    if !isPastHead { return proven.map { .grown($0) } ?? headless() }
    let longer = candidates.filter { $0.contentOffset > proven?.contentOffset ?? 0 }
    if isCompressed, !longer.isEmpty { try leaveUnterminated() }
    return compared(with: longer, otherwise: proven.map { .grown($0) } ?? .new)
  }

  /// A log that was packed while a line was written ends in a part of it, where a longer one has
  /// the whole.
  private mutating func leaveUnterminated() throws(IngestError) {
    guard content != nil else { return }
    var reader = LineReader(try ByteStream(file), leavesUnterminated: true, opensArrays: true)
    while try reader.next() != nil {}
    reader.finish()
    content = reader.mark()
  }

  /// A log without a record.
  private func headless() -> FileIdentity.Match {
    let same = content.map { known.holding($0.hash, to: $0.offset) } ?? []
    return FileIdentity.nearest(to: file, of: same, in: folder).map { .sameContent($0) } ?? .new
  }

  /// A log that starts like longer ones that are known, and goes on by itself.
  ///
  /// When they can be compared, and part from it at once, it is another log. Else its lines may have
  /// been read as theirs.
  private func compared(
    with longer: [KnownFile], otherwise other: FileIdentity.Match
  ) -> FileIdentity.Match {
    let own = longer.filter { $0.path == file.name }
    if let own = own.max(by: { $0.contentOffset < $1.contentOffset }) {
      return .contentChanged(own)
    }
    var verified: Set<Int64> = []
    var seen: Set<FileName> = []
    for candidate in longer where seen.insert(candidate.path).inserted {
      guard let meeting = meet(candidate, longer) else { continue }
      if meeting.isStart, let whole = meeting.verified.last { return .sameContent(whole) }
      if meeting.sharesNext, let first = meeting.verified.first { return .contentChanged(first) }
      verified.formUnion(meeting.verified.map(\.id))
    }
    let lost = longer.first { !verified.contains($0.id) }
    return lost.map { .contentChanged($0) } ?? other
  }

  /// What a known log that still lies in its place has in common with this one.
  private struct Meeting {
    /// The known contents that the file there holds, the longest last.
    var verified: [KnownFile] = []
    /// Whether this log is the start of a content that is verified.
    var isStart = false
    /// Whether the next record is the same, too.
    var sharesNext = false
  }

  private func meet(_ other: KnownFile, _ longer: [KnownFile]) -> Meeting? {
    var place = SourceFile(other.path, in: folder)
    place.unpacking = file.unpacking
    guard let stream = try? ByteStream(place) else { return nil }
    let isCompressed = stream.isCompressed
    var reader = LineReader(stream, leavesUnterminated: !isCompressed, opensArrays: true)
    var meeting = Meeting()
    var isMet = false
    let farthest = longer.map(\.contentOffset).max() ?? 0
    let offsets = Set(longer.map(\.contentOffset) + [content, next].compactMap { $0?.offset })
    while reader.contentOffset < farthest, (try? reader.next()) != nil {
      if !reader.headHash.isEmpty, reader.headHash != other.headHash { return nil }
      guard offsets.contains(reader.contentOffset) else { continue }
      let here = reader.mark()
      if here == content { isMet = true }
      if here == next { meeting.sharesNext = true }
      let held = longer.filter {
        $0.contentOffset == here.offset && $0.contentHash == here.hash
      }
      meeting.verified += held
      if isMet, !held.isEmpty { meeting.isStart = true }
    }
    return meeting
  }
}

extension LineReader {
  /// The content up to the end of the last line handed out.
  fileprivate mutating func mark() -> ContentMark {
    ContentMark(offset: contentOffset, hash: digestSoFar(), headHash: headHash)
  }
}
