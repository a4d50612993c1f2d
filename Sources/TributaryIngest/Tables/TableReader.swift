import TributaryModel

/// Reads CSV and TSV files into rows of a canonical table.
public struct TableReader: Sendable {
  private let shape: TableShape
  private let options: TableOptions

  public init(shape: TableShape, options: TableOptions) {
    self.shape = shape
    self.options = options
  }

  /// Reads a whole file and hands over its rows in batches of some thousands.
  ///
  /// Errors: `IngestError` (missing or doubled columns, a damaged file), and what `emit` throws.
  public func read(
    _ file: SourceFile, emit: (TableBatch, [Rejection]) throws -> Void
  ) throws -> FileSummary {
    FileSummary()
  }
}
