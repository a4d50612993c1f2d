import TributaryModel

/// What the first records of a file come to.
public struct FileHead: Sendable {
  /// Records looked at; filtered ones are none of them.
  public private(set) var read = 0
  public private(set) var rejected = 0
  public private(set) var firstRejection: Rejection?
  /// Whether the file has no more records.
  public fileprivate(set) var isWhole = false

  /// Lines of a log that are looked at.
  static let lines = 1000

  fileprivate mutating func add(_ rows: Int, _ rejections: [Rejection]) {
    read += rows + rejections.count
    rejected += rejections.count
    firstRejection = firstRejection ?? rejections.first
  }

  /// Thrown once enough records were seen.
  fileprivate struct Enough: Error {}
}

extension TableReader {
  /// Reads the first batch of a file as `read` does.
  ///
  /// Errors: those of `read`.
  public func head(of file: SourceFile) throws -> FileHead {
    var head = FileHead()
    var isFirst = true
    do {
      _ = try read(file) { batch, rejections in
        guard isFirst else { throw FileHead.Enough() }
        isFirst = false
        head.add(batch.rows.reduce(0) { $0 + $1.records }, rejections)
      }
      head.isWhole = true
    } catch is FileHead.Enough {}
    return head
  }
}

extension ClickstreamReader {
  /// Reads the first lines of a log as `read` does.
  ///
  /// Errors: those of opening and unpacking.
  public func head(of file: SourceFile) throws(IngestError) -> FileHead {
    let stream = try ByteStream(file)
    let leavesUnterminated = !stream.isCompressed
    var lines = LineReader(stream, leavesUnterminated: leavesUnterminated, opensArrays: true)
    var batcher = EventBatcher(format, options)
    var head = FileHead()
    while batcher.counts.read < FileHead.lines, !batcher.isFull {
      guard let line = try lines.next() else {
        head.isWhole = true
        break
      }
      if line.isTooLong {
        batcher.refuseLong(line, start: lines.longLineStart)
      } else {
        batcher.add(lines.buffer.span, line)
      }
    }
    let (batch, rejections) = batcher.take()
    head.add(batch.count, rejections)
    return head
  }
}
