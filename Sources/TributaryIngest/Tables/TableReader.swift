import TributaryModel

/// Reads CSV and TSV files into rows of a canonical table.
public struct TableReader: Sendable {
  private let shape: TableShape
  private let options: TableOptions

  public init(shape: TableShape, options: TableOptions) {
    self.shape = shape
    self.options = options
  }

  static let batchRows = 2048
  /// Bytes of records that one batch, or the records looked through ahead, may hold.
  static let batchBytes = 8 << 20
  /// Records looked through for the header, and for numbers that show the decimal sign.
  static let headerRecords = 20
  static let evidenceRecords = 256

  /// Whether orders are built from the lines of this table.
  private var derives: Bool { options.deriveOrders && shape.kind == .orderLines }

  /// Reads a whole file and hands over its rows in batches of some thousands.
  ///
  /// A damaged compressed file throws after its last batch: keep the transaction open until
  /// `read` returns. An empty file has no records and needs no header.
  /// Errors: `IngestError` (missing or doubled columns, a damaged file), and what `emit` throws.
  public func read(
    _ file: SourceFile, emit: (TableBatch, [Rejection]) throws -> Void
  ) throws -> FileSummary {
    let columns = derives ? OrderBuilder.columns(shape) : shape.columns
    try checkOptions(columns, file)
    let stream = try ByteStream(file)
    var summary = FileSummary(stream.file)
    var csv = try CSVReader(stream, delimiter: options.delimiter)
    var text = RecordText()
    guard let header = try findHeader(&csv, &text, columns, file) else {
      csv.finish(&summary)
      return summary
    }
    var rows = RowReader(columns, header, options)
    var batch = RowBatch(shape: shape, orders: derives ? OrderBuilder(columns) : nil)
    var ahead: [ReadRecord] = []
    var aheadBytes = 0
    while ahead.count < TableReader.evidenceRecords, aheadBytes < TableReader.batchBytes,
      let record = try csv.next()
    {
      aheadBytes += record.bytes.count
      ahead.append(ReadRecord(record, text.cells(record)))
    }
    if rows.cells.decimal == nil { rows.cells.decimal = DecimalEvidence.sign(ahead, rows) }
    for record in ahead { batch.take(record, rows) }
    while let record = try csv.next() {
      batch.take(ReadRecord(record, text.cells(record)), rows)
      if batch.isFull { try batch.hand(to: emit) }
    }
    try batch.hand(to: emit)
    batch.close(&summary)
    csv.finish(&summary)
    return summary
  }

  /// The first record with all required columns; what stands before it is a preamble. Nil for an
  /// empty file.
  private func findHeader(
    _ csv: inout CSVReader, _ text: inout RecordText, _ columns: [Column], _ file: SourceFile
  ) throws(IngestError) -> TableHeader? {
    var seen: [ReadRecord] = []
    var best: (fit: TableHeader.Fit, record: ReadRecord)?
    while seen.count < TableReader.headerRecords, let record = try csv.next() {
      let read = ReadRecord(record, text.cells(record))
      seen.append(read)
      guard let cells = read.cells, record.problem == nil else { continue }
      var fit = TableHeader.fit(cells, columns, options)
      if derives { requirePlacedAt(columns, &fit) }
      if best == nil || fit.found > best?.fit.found ?? 0 { best = (fit, read) }
      if fit.missing.isEmpty, fit.found > 0 {
        if let doubled = fit.doubled { throw doubledColumn(doubled, read, file) }
        let count = (cells.lastIndex { !$0.isEmpty } ?? 0) + 1
        return TableHeader(positions: fit.positions, count: count)
      }
    }
    guard let best else {
      guard let first = seen.first else { return nil }
      throw IngestError(
        .missingColumn, path: file.relativePath, line: first.record.line,
        message: "expected a header line, found none that can be read; check `format`")
    }
    if best.record.record.isBlank, seen.allSatisfy({ $0.record.isBlank }) { return nil }
    throw missingColumns(best.fit, best.record, file)
  }

  /// Derived orders need their time somewhere, though not on every line.
  private func requirePlacedAt(_ columns: [Column], _ fit: inout TableHeader.Fit) {
    let name = "placed_at"
    guard let index = columns.firstIndex(where: { $0.name == name }),
      fit.positions[index] == nil, options.constants[name] == nil, !fit.missing.contains(name)
    else { return }
    fit.missing.append(name)
  }

  private func missingColumns(
    _ fit: TableHeader.Fit, _ record: ReadRecord, _ file: SourceFile
  ) -> IngestError {
    let found = (record.cells ?? []).prefix(40).map { "'" + Redaction.text($0) + "'" }
    let advice = found.count == 1 ? "set `delimiter`" : "map them with `columns`"
    return IngestError(
      .missingColumn, path: file.relativePath, line: record.record.line,
      message: "expected the columns \(fit.missing.joined(separator: ", ")), found the header "
        + "\(found.joined(separator: ", ")); \(advice)")
  }

  private func doubledColumn(
    _ name: String, _ record: ReadRecord, _ file: SourceFile
  ) -> IngestError {
    IngestError(
      .duplicateColumn, path: file.relativePath, line: record.record.line,
      message: "expected each column once, found '\(Redaction.text(name))' twice; "
        + "rename one of them in the export")
  }

  private func checkOptions(_ columns: [Column], _ file: SourceFile) throws(IngestError) {
    let known = Set(columns.map(\.name))
    let named =
      Array(options.columns.keys) + options.values.keys + options.constants.keys
      + options.cancelledWhen.keys
    if let unknown = named.filter({ !known.contains($0) }).min() {
      throw IngestError(
        .badOption, path: file.relativePath,
        message: "expected a column of \(shape.kind.rawValue), found '\(unknown)'; known are "
          + columns.map(\.name).joined(separator: ", "))
    }
  }
}
