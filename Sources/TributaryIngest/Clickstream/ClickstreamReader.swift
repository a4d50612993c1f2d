import TributaryModel

/// Reads web server logs into batches of events.
public struct ClickstreamReader: Sendable {
  let format: ClickstreamFormat
  let options: ClickstreamOptions

  package init(format: ClickstreamFormat, options: ClickstreamOptions) {
    self.format = format
    self.options = options
  }

  /// Reads a file from an offset on and hands over its events in batches of some thousands.
  ///
  /// Codes and generations of the batches start anew with every call. A compressed file is all or
  /// nothing: its last batch may be handed over before the error that says it is damaged, so keep
  /// the transaction open until `read` returns.
  ///
  /// - Parameter offset: `contentOffset` of an earlier reading of the same content; lines before
  ///   it are only fingerprinted and counted.
  /// Errors: `IngestError`, and what `emit` throws.
  public func read(
    _ file: SourceFile, from offset: Int64 = 0,
    emit: (EventBatch, [Rejection]) throws -> Void
  ) throws -> FileSummary {
    let stream = try ByteStream(file)
    var summary = FileSummary(stream.file)
    let leavesUnterminated = !stream.isCompressed && !file.isStandardInput
    var lines = LineReader(stream, leavesUnterminated: leavesUnterminated, opensArrays: true)
    var batcher = EventBatcher(format, options)
    while let line = try lines.next() {
      if line.offset < offset {
        if !line.isTooLong { batcher.pass(lines.buffer.span, line) }
        continue
      }
      if line.isTooLong {
        batcher.refuseLong(line, start: lines.longLineStart)
      } else {
        batcher.add(lines.buffer.span, line)
      }
      if batcher.isFull {
        let (batch, rejections) = batcher.take()
        try emit(batch, rejections)
      }
    }
    let (batch, rejections) = batcher.take()
    if batch.count > 0 || !rejections.isEmpty { try emit(batch, rejections) }
    summary.counts = batcher.counts
    summary.notes += batcher.notes
    // A server goes on with the line; an export is what it is.
    if lines.pending > 0, batcher.meaning.isCollected {
      summary.notes.append(FileNote(.unfinishedLine, count: lines.pending))
    }
    if batcher.firstAt <= batcher.lastAt {
      summary.cover(batcher.firstAt)
      summary.cover(batcher.lastAt)
    }
    summary.close(&lines)
    return summary
  }
}
