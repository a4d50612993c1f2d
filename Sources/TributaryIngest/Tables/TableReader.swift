import TributaryModel

/// Reads files of records into rows of a canonical table.
public struct TableReader: Sendable {
  let shape: TableShape
  let options: TableOptions

  package init(shape: TableShape, options: TableOptions) {
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
  var derives: Bool { options.deriveOrders && shape.kind == .orderLines }

  /// The shape's columns, then those that only building needs.
  private var builtColumns: [Column] {
    derives
      ? OrderBuilder.columns(shape) : options.builder?.columns(of: shape) ?? shape.columns
  }

  /// Reads a whole file and hands over its rows in batches of some thousands.
  ///
  /// A damaged compressed file throws after its last batch: keep the transaction open until
  /// `read` returns. An empty file has no records and needs no header.
  /// Errors: `IngestError` (missing or doubled columns, a damaged file), and what `emit` throws.
  public func read(
    _ file: SourceFile, emit: (TableBatch, [Rejection]) throws -> Void
  ) throws -> FileSummary {
    let built = builtColumns
    let columns =
      IdentityColumns.isRead(shape, options) ? built + IdentityColumns.columns : built
    try checkOptions(columns, file)
    let stream = try ByteStream(file)
    var summary = FileSummary(stream.file)
    let records = try options.layout.records(of: stream, options, columns)
    var text = RecordText(records.names.areWanted ? .utf8 : options.encoding)
    guard let header = try findHeader(records, &text, columns, file) else {
      try records.finish(&summary)
      return summary
    }
    var rows = RowReader(columns, header, options, amount: shape.amountColumn)
    var ahead: [Record] = []
    var aheadBytes = 0
    while ahead.count < TableReader.evidenceRecords, aheadBytes < TableReader.batchBytes,
      var record = try records.next()
    {
      text.read(&record)
      aheadBytes += record.bytes.count
      ahead.append(record)
    }
    var evidence = FileEvidence()
    for record in ahead { evidence.note(record, rows) }
    rows.take(evidence)
    if !file.isStandardInput { rows.proof = { try? self.evidence(of: file, columns) } }
    let orders =
      derives ? OrderBuilder(built, mayFollow: options.layout.namesFirstRowOnly) : nil
    var batch = RowBatch(
      shape: shape, orders: orders, builder: options.builder?.init(built, options),
      identities: IdentityColumns(shape, behind: built, options),
      columns: try statedColumns(of: file, columns, header),
      orderCurrencies: orderCurrencies(of: file, columns, rows, ahead))
    let prefix = NumberPrefix(options.idPrefix, shape)
    func give(_ batch: TableBatch, _ rejections: [Rejection]) throws {
      try emit(prefix?.put(on: batch) ?? batch, rejections)
    }
    for record in ahead { batch.take(record, &rows) }
    ahead = []
    var record = Record()
    while try records.next(into: &record) {
      text.read(&record)
      batch.take(record, &rows)
      if batch.isFull { try batch.hand(to: give) }
    }
    do throws(IngestError) {
      if let fault = rows.fault { throw fault }
      try batch.finishBuilding()
    } catch {
      throw IngestError(
        error.kind, path: file.relativePath, line: error.line, message: error.message)
    }
    try batch.hand(to: give)
    batch.close(&summary, rows)
    summary.derivedOrders = summary.derivedOrders.map {
      NumberPrefix(options.idPrefix, .orders)?.put(on: $0) ?? $0
    }
    try checkKeys(records, &summary, file)
    try records.finish(&summary)
    return summary
  }

  /// Refuses a file of which no record has the keys that are needed, and tells those that the
  /// source names in vain: where programs leave empty values out, a file may well lack them.
  private func checkKeys(
    _ records: any RecordSource, _ summary: inout FileSummary, _ file: SourceFile
  ) throws(IngestError) {
    guard let (absent, found) = records.absentKeys else { return }
    let needed = absent.filter {
      $0.isNeeded && (summary.emitted == 0 || !$0.column.isRequired)
    }
    guard needed.isEmpty else {
      let columns = needed.map(\.column.name).joined(separator: ": \"…\", ")
      throw IngestError(
        .missingColumn, path: file.relativePath,
        message: "expected the keys \(needed.map(\.path).joined(separator: ", ")), which no record "
          + "has, found \(found); name their paths: columns: {\(columns): \"…\"}")
    }
    // Within another value a key is often missing because that value is empty.
    summary.notes += absent.filter { $0.isOwn && !$0.path.contains { ".[".contains($0) } }.map {
      FileNote(.absentKey, about: $0.path)
    }
  }

  /// The header: the layout's own, or the first record with all required columns, before which
  /// stands a preamble. Nil for an empty file.
  func findHeader(
    _ records: any RecordSource, _ text: inout RecordText, _ columns: [Column], _ file: SourceFile
  ) throws(IngestError) -> TableHeader? {
    switch records.names {
    case .header: break
    case .fixed(let names): return try header(names, columns, file)
    case .wanted(let positions):
      let fit = TableHeader.paths(columns, options)
      try checkMoney(fit, line: nil, file)
      return TableHeader(
        positions: positions, count: positions.compactMap { $0 }.count, currency: fit.currency,
        contacts: zip(columns, positions).compactMap { $0.holdsContacts ? $1 : nil })
    }
    var seen: [Record] = []
    var best: (fit: TableHeader.Fit, record: Record)?
    while seen.count < TableReader.headerRecords, var record = try records.next() {
      text.read(&record)
      guard record.problem != nil || !record.isBlank else { continue }
      seen.append(record)
      guard record.problem == nil else { continue }
      if let reason = options.report.refused.first(where: { record.starts(with: $0.key) })?.value {
        throw IngestError(
          .unsupported, path: file.relativePath, line: record.line, message: reason)
      }
      let cells = record.texts
      var fit = TableHeader.fit(cells, columns, options)
      if derives { requirePlacedAt(columns, &fit) }
      if best == nil || fit.found > best?.fit.found ?? 0 { best = (fit, record) }
      if fit.missing.isEmpty, fit.found > 0 {
        if let doubled = fit.doubled { throw doubledColumn(doubled, record, file) }
        try checkMoney(fit, line: record.line, file)
        let count = (cells.lastIndex { !$0.isEmpty } ?? 0) + 1
        let first = fit.positions.compactMap(\.self).min().map { cells[$0] } ?? ""
        return TableHeader(
          positions: fit.positions, count: count, currency: fit.currency, name: Array(first.utf8),
          contacts: fit.contacts, zones: TableHeader.zones(cells, fit.positions, columns))
      }
    }
    guard let best else {
      guard let first = seen.first else { return nil }
      throw IngestError(
        .missingColumn, path: file.relativePath, line: first.line,
        message: "expected a header line, found none that can be read; check `format`")
    }
    throw missingColumns(best.fit, best.record, file)
  }

  /// The header of a layout that names its cells itself.
  private func header(
    _ names: [String], _ columns: [Column], _ file: SourceFile
  ) throws(IngestError) -> TableHeader {
    let fit = TableHeader.fit(names, columns, options)
    if let missing = fit.missing.first {
      throw IngestError(
        .missingColumn, path: file.relativePath,
        message: "expected \(missing) among \(names.joined(separator: ", ")), found it neither "
          + "there nor in `constants`; check `format` and `columns`")
    }
    return TableHeader(
      positions: fit.positions, count: names.count, contacts: fit.contacts)
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
    _ fit: TableHeader.Fit, _ record: Record, _ file: SourceFile
  ) -> IngestError {
    let found = record.texts.prefix(40).map { "'" + Redaction.text($0, strictly: true) + "'" }
    let advice =
      found.count == 1
      ? "set `delimiter`"
      : fit.missing.compactMap { options.report.advice[$0] }.first ?? "map them with `columns`"
    let near = fit.missing.compactMap { missing in
      FormatRegistry.nearest(to: missing, among: record.texts).map { (missing, $0) }
    }.first
    let guess = near.map { "did you mean '\(Redaction.text($0.1))' for \($0.0)? else " } ?? ""
    return IngestError(
      .missingColumn, path: file.relativePath, line: record.line,
      message: "expected the columns \(fit.missing.joined(separator: ", ")), found the header "
        + "\(found.joined(separator: ", ")); \(guess)\(advice)")
  }

  private func doubledColumn(
    _ name: String, _ record: Record, _ file: SourceFile
  ) -> IngestError {
    IngestError(
      .duplicateColumn, path: file.relativePath, line: record.line,
      message: "expected each column once, found '\(Redaction.text(name))' twice; "
        + "rename one of them in the export")
  }

  /// Refuses headers whose amounts nobody can tell.
  private func checkMoney(
    _ fit: TableHeader.Fit, line: Int?, _ file: SourceFile
  ) throws(IngestError) {
    if let name = fit.scaled {
      throw IngestError(
        .badOption, path: file.relativePath, line: line,
        message: "expected amounts in units of a currency, such as 1990.50, found "
          + "'\(Redaction.text(name))'; export them so, under a header without that word")
    }
    guard let name = fit.unclear else { return }
    throw IngestError(
      .badOption, path: file.relativePath, line: line,
      message:
        "expected headers of one currency that can be told, found '\(Redaction.text(name))'; "
        + "say which it is with `constants: {currency: \"USD\"}` or the like")
  }

  private func checkOptions(_ columns: [Column], _ file: SourceFile) throws(IngestError) {
    let known = Set(columns.map(\.name))
    let named =
      Array(options.columns.keys) + options.values.keys + options.constants.keys
      + options.cancelledWhen.keys + options.leaveOutWhen.keys + options.refundWhen.keys
    // A format for several kinds has values for columns of any of them.
    let isUnknown = { (name: String) in !known.contains(name) && options.aliases[name] == nil }
    if let unknown = named.filter(isUnknown).min() {
      throw IngestError(
        .badOption, path: file.relativePath,
        message: "expected a column of \(shape.kind.rawValue), found '\(unknown)'; known are "
          + columns.map(\.name).joined(separator: ", "))
    }
  }
}
