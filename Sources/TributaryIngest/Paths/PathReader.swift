import Foundation
import TributaryModel

/// Reads a CSV file of paths: `path,conversions,value,nulls`, touchpoints with ` > ` between them.
///
/// `value` and `nulls` may be missing, in the file or in a row, and are 0 then. The names that the
/// R package ChannelAttribution gives these columns are known too.
public struct PathReader: Sendable {
  package init() {}

  static let batchRows = 8192
  static let batchSteps = 1 << 16

  /// Reads a whole file and hands over its rows in batches of some thousands.
  ///
  /// - Returns: what became of the records; `emitted` are the rows handed over.
  /// Errors: `IngestError` (missing or doubled columns, a damaged file), and what `emit` throws.
  public func read(
    _ file: SourceFile, emit: (PathBatch, [Rejection]) throws -> Void
  ) throws -> FileSummary {
    let stream = try ByteStream(file)
    var summary = FileSummary(stream.file)
    var csv = try CSVReader(stream, delimiter: nil)
    var text = RecordText()
    guard let header = try findHeader(&csv, &text, file) else {
      csv.finish(&summary)
      return summary
    }
    var rows = PathRowReader(header)
    var rejections: [Rejection] = []
    var record = Record()
    while try csv.next(into: &record) {
      text.read(&record)
      summary.counts.read += 1
      switch rows.take(record) {
      case .taken: break
      case .filtered: summary.counts.filtered += 1
      case .rejected(let rejection):
        summary.counts.rejected += 1
        rejections.append(rejection)
      }
      if rows.batch.count >= PathReader.batchRows || rows.batch.steps.count >= PathReader.batchSteps
        || rejections.count >= PathReader.batchRows
      {
        try emit(rows.takeBatch(), rejections)
        rejections = []
      }
    }
    try emit(rows.takeBatch(), rejections)
    csv.finish(&summary)
    return summary
  }

  /// The header, the file's first record that is not blank; nil for an empty file.
  private func findHeader(
    _ csv: inout CSVReader, _ text: inout RecordText, _ file: SourceFile
  ) throws(IngestError) -> PathHeader? {
    while var record = try csv.next() {
      text.read(&record)
      if record.problem == nil, record.isBlank { continue }
      guard record.problem == nil else {
        throw IngestError(
          .missingColumn, path: file.relativePath, line: record.line,
          message: "expected the header path,conversions,value,nulls, found a line that cannot be "
            + "read; check the file")
      }
      return try PathHeader(record, file)
    }
    return nil
  }
}
