import TributaryModel

/// Prints the lines of a log as records.
struct ClickstreamPrinter {
  private let format: ClickstreamFormat
  private let options: ClickstreamOptions
  private let output: RecordOutput

  static let keys = [
    "at", "method", "host", "path", "query", "status", "bytes", "referrer", "user_agent",
    "client_ip", "client_id", "kind", "bot",
  ]

  init(_ format: ClickstreamFormat, _ options: ClickstreamOptions, _ output: RecordOutput) {
    self.format = format
    self.options = options
    self.output = output
  }

  func read(
    _ file: SourceFile, emit: ([UInt8], [Rejection]) throws -> Void
  ) throws -> FileSummary {
    let stream = try ByteStream(file)
    var summary = FileSummary(stream.file)
    // A single run sees the file whole: an unterminated last line is a line.
    var lines = LineReader(stream, leavesUnterminated: false)
    var batcher = EventBatcher(format, options)
    var writer = RecordWriter(output, keys: ClickstreamPrinter.keys)
    while let line = try lines.next() {
      if line.isTooLong {
        batcher.refuseLong(line, start: lines.longLineStart)
      } else {
        let before = batcher.rows.count
        batcher.add(lines.buffer.span, line)
        if batcher.rows.count > before, let row = batcher.rows.last {
          writer.write(values(lines.buffer.span, row, batcher.parser))
        }
      }
      if batcher.isFull { try emit(writer.take(), batcher.take().1) }
    }
    try emit(writer.take(), batcher.take().1)
    summary.counts = batcher.counts
    summary.close(&lines)
    return summary
  }

  private func values(
    _ bytes: borrowing Span<UInt8>, _ row: EventRow, _ parser: borrowing LogLineParser
  ) -> [PrintedValue] {
    let request = RequestLine(parser, bytes)
    let address = LogAddress.place(parser, bytes, usesForwardedFor: options.usesForwardedFor)
    let host =
      parser.place(.host, in: bytes).map { PrintedValue.text(LogText.host(bytes, $0)) }
      ?? options.host.map { .text($0.lowercased()) } ?? .null
    return [
      .instant(row.at),
      text(request.method, bytes),
      host,
      request.path.map { .text(LogText.path(bytes, $0)) } ?? .null,
      text(request.query, bytes),
      row.status < 0 ? .null : .bare(String(row.status)),
      row.bytes < 0 ? .null : .bare(String(row.bytes)),
      text(parser.place(.referrer, in: bytes), bytes),
      text(parser.place(.userAgent, in: bytes), bytes),
      text(address, bytes),
      text(parser.place(.cookie, in: bytes), bytes),
      .text(row.kind.name),
      .bare(row.isBot ? "true" : "false"),
    ]
  }

  private func text(_ place: Range<Int>?, _ bytes: borrowing Span<UInt8>) -> PrintedValue {
    guard let place else { return .null }
    return .text(LogText.text(bytes, place))
  }
}
