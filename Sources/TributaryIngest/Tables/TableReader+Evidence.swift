import TributaryModel

extension TableReader {
  /// What the whole file shows of its decimal sign and the order of its dates.
  ///
  /// Reads the file a second time; asked for only where a cell may be meant in two ways.
  func evidence(of file: SourceFile, _ columns: [Column]) throws -> FileEvidence {
    let records = try options.layout.records(of: try ByteStream(file), options, columns)
    var text = RecordText(records.names.areWanted ? .utf8 : options.encoding)
    var evidence = FileEvidence()
    guard let header = try findHeader(records, &text, columns, file) else { return evidence }
    let rows = RowReader(columns, header, options, amount: shape.amountColumn)
    var record = Record()
    while try records.next(into: &record) {
      text.read(&record)
      evidence.note(record, rows)
    }
    return evidence
  }

  /// What finds the currencies of lines that name none; nil for tables without such lines.
  ///
  /// Reads the file a second time, for the line that names it may come behind.
  ///
  /// - Parameter ahead: the first records, which are all there is to ask of the standard input.
  func orderCurrencies(
    of file: SourceFile, _ columns: [Column], _ rows: RowReader, _ ahead: [Record]
  ) -> ((RowReader) -> OrderCurrencies?)? {
    guard shape.kind == .orderLines, rows.header.currency == nil,
      rows.currencyColumn.flatMap({ rows.header.positions[$0] }) != nil
    else { return nil }
    guard file.isStandardInput else {
      return { try? self.currencies(of: file, columns, $0) }
    }
    return { rows in
      var currencies = OrderCurrencies()
      for record in ahead { currencies.note(record, rows) }
      currencies.settle()
      return currencies
    }
  }

  private func currencies(
    of file: SourceFile, _ columns: [Column], _ rows: RowReader
  ) throws -> OrderCurrencies {
    let records = try options.layout.records(of: try ByteStream(file), options, columns)
    var text = RecordText(records.names.areWanted ? .utf8 : options.encoding)
    var currencies = OrderCurrencies()
    guard try findHeader(records, &text, columns, file) != nil else { return currencies }
    var record = Record()
    while try records.next(into: &record) {
      text.read(&record)
      currencies.note(record, rows)
    }
    currencies.settle()
    return currencies
  }
}
