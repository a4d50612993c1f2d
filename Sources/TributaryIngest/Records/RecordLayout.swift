import TributaryModel

/// What a format's files are made of.
enum RecordLayout: Sendable {
  /// Cells between delimiters, under a header that the file holds.
  case delimited
  /// Cells between delimiters without a header: the names of the cells, by how many there may be.
  case headless([[String]])
  /// A bank statement of 1C's exchange with banks.
  case bankStatement
  /// XML: the documents of CommerceML 2.
  case commerceML
  /// Messages, one a file or one after the other in a mailbox.
  case mail
  /// JSON: objects, one a line or in an array, which may be the value of such a path. `cancelled`
  /// are paths whose values say that a record, or with `[]` one of its items, does not count.
  case json(envelopes: [String], cancelled: [String] = [])
  /// The same of any program: the array is the first of objects, wherever it is.
  case plainJSON

  /// Whether what is said on one record may hold for those behind it: the rows of an order in a
  /// table, of which the first alone has its cells. Objects and documents each stand alone.
  var namesFirstRowOnly: Bool {
    switch self {
    case .delimited, .headless: true
    case .bankStatement, .commerceML, .mail, .json, .plainJSON: false
    }
  }

  /// The records of an opened file, with cells for these columns at least.
  func records(
    of stream: consuming ByteStream, _ options: TableOptions, _ columns: [Column]
  ) throws(IngestError) -> any RecordSource {
    switch self {
    case .delimited where options.hasHeader:
      try CSVRecords(
        stream, delimiter: options.delimiter, skipped: options.skippedRows,
        headerFit: { TableHeader.fit(of: $0, columns, options) })
    case .delimited:
      try CSVRecords(
        stream, delimiter: options.delimiter,
        places: options.columns.values.compactMap { Int($0) }.max() ?? 1,
        skipped: options.skippedRows)
    case .headless(let headers):
      try CSVRecords(
        stream, delimiter: options.delimiter, headers: headers, skipped: options.skippedRows)
    case .bankStatement: try BankStatementRecords(stream, options, columns)
    case .commerceML: CommerceMLRecords(stream, options, columns)
    case .mail: try MailRecords(stream, options, columns)
    case .json(let envelopes, let cancelled):
      JSONRecords(stream, options, columns, envelopes: envelopes, cancelled: cancelled)
    case .plainJSON: JSONRecords(stream, options, columns)
    }
  }
}
