import TributaryModel

/// Turns a file of any known format into lines of text, one a record.
public struct RecordPrinter: Sendable {
  private let source: Source
  private let output: RecordOutput

  /// What the file is.
  public enum Source: Sendable {
    case clickstream(ClickstreamFormat, ClickstreamOptions)
    case table(TableShape, TableOptions)
    /// Any CSV or TSV file: each cell as text under the file's own header.
    case cells(delimiter: UInt8?)
  }

  package init(_ source: Source, output: RecordOutput = .json) {
    self.source = source
    self.output = output
  }

  /// Reads a file and hands over its records as UTF-8 bytes, whole lines at a time.
  ///
  /// Errors: `IngestError`, and what `emit` throws.
  public func read(
    _ file: SourceFile, emit: ([UInt8], [Rejection]) throws -> Void
  ) throws -> FileSummary {
    switch source {
    case .clickstream(let format, let options):
      try ClickstreamPrinter(format, options, output).read(file, emit: emit)
    case .table(let shape, let options): try readTable(file, shape, options, emit)
    case .cells(let delimiter):
      try CellPrinter(delimiter: delimiter, output: output).read(file, emit: emit)
    }
  }

  private func readTable(
    _ file: SourceFile, _ shape: TableShape, _ options: TableOptions,
    _ emit: ([UInt8], [Rejection]) throws -> Void
  ) throws -> FileSummary {
    var writer = RecordWriter(output, keys: shape.columns.map(\.name))
    return try TableReader(shape: shape, options: options).read(file) { batch, rejections in
      for row in batch.rows + batch.refunds {
        writer.write(zip(shape.columns, row.cells).map(RecordPrinter.value))
      }
      try emit(writer.take(), rejections)
    }
  }

  /// Instants as ISO 8601, booleans as such, hashes as text; money stays in minor units.
  private static func value(_ column: Column, _ cell: Cell) -> PrintedValue {
    switch (cell, column.type) {
    case (.null, _): .null
    case (.integer(let at), .instant): .instant(at)
    case (.integer(let value), .boolean): .bare(value == 0 ? "false" : "true")
    case (.integer(let value), .hashedID), (.integer(let value), .card): .text(String(value))
    case (.integer(let value), _): .bare(String(value))
    case (.real(let value), _): .bare(number(value))
    case (.text(let text), _): .text(text)
    }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() ? String(Int64(value)) : String(value)
  }
}
