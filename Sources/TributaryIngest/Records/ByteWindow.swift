/// A file's bytes as a window that grows at its end and shrinks at its front.
///
/// ```
///  dropped, hashed | bytes[..<end]: not done with | free
/// ```
struct ByteWindow: ~Copyable {
  /// The bytes at hand are those before `end`.
  private(set) var bytes: [UInt8] = []
  private(set) var end = 0
  /// Of the first of `bytes`, in the file.
  private(set) var offset: Int64 = 0
  /// A place in `bytes` and the line it is in.
  private var counted = (index: 0, line: 1)
  private var stream: ByteStream
  private var hasher = ContentHasher()

  private static let chunk = 1 << 20

  init(_ stream: consuming ByteStream) {
    self.stream = stream
  }

  /// Reads on, a mebibyte at least and as much again as is at hand, so that looking through it anew
  /// each time costs no more than twice; false at the end of the file.
  mutating func more() throws(IngestError) -> Bool {
    let (before, wanted) = (end, end + max(ByteWindow.chunk, end))
    if bytes.count < wanted { bytes += [UInt8](repeating: 0, count: wanted - bytes.count) }
    while end < wanted {
      let count = try stream.read(into: &bytes, from: end)
      if count == 0 { break }
      end += count
    }
    return end > before
  }

  /// Forgets the bytes before `index`, which become the front.
  mutating func drop(to index: Int) {
    hash(to: index)
    counted = (0, line(at: index))
    offset += Int64(index)
    bytes.removeFirst(index)
    end -= index
  }

  /// Forgets what is before `position`, which moves with it, once that is worth a move.
  mutating func makeRoom(before position: inout Int) {
    guard position > ByteWindow.chunk / 2 else { return }
    drop(to: position)
    position = 0
  }

  /// The line of a place at hand, 1 for the file's first; quick when places only grow.
  mutating func line(at index: Int) -> Int {
    if index < counted.index { return counted.line - lines(from: index, to: counted.index) }
    counted = (index, counted.line + lines(from: counted.index, to: index))
    return counted.line
  }

  private func lines(from start: Int, to end: Int) -> Int {
    var (count, at) = (0, start)
    while at < end {
      let newline = ByteScan.first(10, in: bytes.span, from: at, to: end)
      guard newline >= 0 else { break }
      count += 1
      at = newline + 1
    }
    return count
  }

  /// Reads to the end of the file and closes the book on it.
  mutating func finish(_ summary: inout FileSummary) throws(IngestError) {
    repeat { drop(to: end) } while try more()
    summary.contentOffset = offset
    summary.contentHash = hasher.digest
    summary.headHash = hasher.digest
    summary.notes += stream.notes
  }

  private mutating func hash(to index: Int) {
    var taken = ContentHasher()
    swap(&taken, &hasher)
    taken.update(bytes.span, from: 0, to: index)
    hasher = taken
  }
}
