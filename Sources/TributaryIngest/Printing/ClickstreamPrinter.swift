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
    var lines = LineReader(stream, leavesUnterminated: false, opensArrays: true)
    var batcher = EventBatcher(format, options)
    var writer = RecordWriter(output, keys: ClickstreamPrinter.keys)
    while let line = try lines.next() {
      if line.isTooLong {
        batcher.refuseLong(line, start: lines.longLineStart)
      } else {
        let before = batcher.rows.count
        batcher.add(lines.buffer.span, line)
        if batcher.rows.count > before, let row = batcher.rows.last {
          let text = batcher.lines.isDecoded ? batcher.lines.text : batcher.rewritten
          writer.write(
            text.isEmpty
              ? values(lines.buffer.span, row, batcher)
              : values(text.span, row, batcher))
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
    _ bytes: borrowing Span<UInt8>, _ row: EventRow, _ batcher: borrowing EventBatcher
  ) -> [PrintedValue] {
    let (line, escapes) = (batcher.lines, batcher.meaning.escapes)
    let fields = line.fields
    let request = RequestLine(fields, bytes)
    let address = LogAddress.place(fields, bytes, usesForwardedFor: options.usesForwardedFor)
    let cookie = LogCookie.place(
      fields, bytes, name: Array((options.visitorCookie ?? "").utf8))
    func text(_ place: Range<Int>?) -> PrintedValue {
      place.map { .text(LogText.address(bytes, $0, escapes)) } ?? .null
    }
    let host =
      line.host(request, bytes).map { PrintedValue.text(LogText.host(bytes, $0, escapes)) }
      ?? options.host.map { .text(DomainName.readable($0.lowercased())) } ?? .null
    return [
      .instant(row.at),
      text(request.method),
      host,
      request.path.map { .text(LogText.path(bytes, $0, escapes)) } ?? .null,
      batcher.meaning.isCollected ? row.query.map(PrintedValue.text) ?? .null : text(request.query),
      row.status < 0 ? .null : .bare(String(row.status)),
      row.bytes < 0 ? .null : .bare(String(row.bytes)),
      text(fields.place(.referrer, in: bytes)),
      text(fields.place(.userAgent, in: bytes) ?? fields.place(.device, in: bytes)),
      address.map { ClickstreamPrinter.address(bytes, $0) } ?? .null,
      text(cookie),
      .text(row.kind.name),
      .bare(row.isBot ? "true" : "false"),
    ]
  }

  /// In the one spelling of an address; null for words that name none.
  private static func address(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>
  ) -> PrintedValue {
    var text: [UInt8] = []
    LogAddress.append(LogAddress.read(bytes, place), bytes, to: &text)
    return text.isEmpty ? .null : .text(String(decoding: text, as: UTF8.self))
  }
}
