import TributaryModel

/// Prints the records of any CSV or TSV file, each cell as text under the file's own header,
/// contacts masked.
struct CellPrinter {
  let delimiter: UInt8?
  let output: RecordOutput

  func read(
    _ file: SourceFile, emit: ([UInt8], [Rejection]) throws -> Void
  ) throws -> FileSummary {
    let stream = try ByteStream(file)
    var summary = FileSummary(stream.file)
    var csv = try CSVReader(stream, delimiter: delimiter)
    var text = RecordText()
    guard let headers = try findHeader(&csv, &text, file) else {
      csv.finish(&summary)
      return summary
    }
    var writer = RecordWriter(output, keys: headers)
    var rejections: [Rejection] = []
    while let record = try csv.next() {
      summary.counts.read += 1
      if record.problem == nil, record.isBlank, record.count == 1 {
        summary.counts.filtered += 1
        continue
      }
      let cells = text.cells(record)
      if record.problem == nil, let cells, cells.count == headers.count {
        writer.write(
          zip(cells, headers).map { .text(ContactMask.masked($0, named: $1)) })
      } else {
        summary.counts.rejected += 1
        rejections.append(refusal(record, cells, headers.count))
      }
      if writer.bytes.count + rejections.count * 128 > 65_536 {
        try emit(writer.take(), rejections)
        rejections = []
      }
    }
    try emit(writer.take(), rejections)
    csv.finish(&summary)
    return summary
  }

  private func findHeader(
    _ csv: inout CSVReader, _ text: inout RecordText, _ file: SourceFile
  ) throws(IngestError) -> [String]? {
    while let record = try csv.next() {
      if record.problem == nil, record.isBlank { continue }
      guard record.problem == nil, let headers = text.cells(record) else {
        throw IngestError(
          .missingColumn, path: file.relativePath, line: record.line,
          message: "expected a header line, found one that cannot be read; check the file")
      }
      if let doubled = Dictionary(grouping: headers, by: { $0 })
        .filter({ $0.value.count > 1 }).keys.min()
      {
        throw IngestError(
          .duplicateColumn, path: file.relativePath, line: record.line,
          message:
            "expected each column once, found '\(Redaction.text(doubled))' twice; rename one of them"
        )
      }
      return headers
    }
    return nil
  }

  private func refusal(_ record: Record, _ cells: [String]?, _ width: Int) -> Rejection {
    let reason = record.problem ?? (cells == nil ? .badEncoding : .raggedRow)
    return Rejection(
      line: record.line, byteOffset: record.byteOffset, reason: reason,
      message: "expected \(width) readable cells, found \(cells?.count ?? 0)",
      sample: Redaction.sample(record.start, strictly: true))
  }
}
