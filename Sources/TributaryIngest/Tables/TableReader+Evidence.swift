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
}
