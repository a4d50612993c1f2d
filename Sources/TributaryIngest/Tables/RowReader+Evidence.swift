import TributaryModel

extension RowReader {
  /// Asks what the rest of the file shows; afterwards nothing is doubtful any more.
  mutating func settle() {
    let evidence = proof?()
    proof = nil
    guard let evidence else { return }
    if options.dateOrder == nil, evidence.dottedOrder != cells.dottedOrder {
      fault = IngestError(
        .badOption, path: "",
        message: "expected dates with points to be day, month, year, as rows before were read, "
          + "found some with the month or year first, such as 05.13.2026 or 26.05.31; "
          + "set `date_order` for this source")
    }
    take(evidence)
  }

  /// Takes over what the file shows, where nothing is declared.
  mutating func take(_ evidence: FileEvidence) {
    cells.decimal = cells.decimal ?? evidence.decimal
    guard options.dateOrder == nil else { return }
    cells.dateOrder = cells.dateOrder ?? evidence.dateOrder
    cells.dottedOrder = evidence.dottedOrder
    if evidence.dottedOrder != .dayMonthYear { plain.refusePoints() }
  }

  /// Refuses a file in which a refused record is a second header with other places for the columns:
  /// the rows behind it were read by the first.
  mutating func noteHeader(_ record: Record) {
    guard fault == nil, !header.name.isEmpty,
      (0..<record.count).contains(where: { record.cell($0).elementsEqual(header.name) })
    else { return }
    let fit = TableHeader.fit(record.texts.map(CellReader.trimmed), columns, options)
    guard fit.found > 1, fit.missing.isEmpty, fit.positions != header.positions else { return }
    fault = IngestError(
      .badOption, path: "", line: record.line,
      message: "expected one header, found another one with the columns in other places; give "
        + "each export a file of its own")
  }

  /// Looks through the file for a date such as 05.13.2026: unless others have their day first, the
  /// days and months of all dates before it were swapped.
  mutating func noteFault(_ record: Record, _ index: Int, _ reason: Rejection.Reason) {
    guard reason == .badDate, proof != nil, let word = text(record, index) else { return }
    var date = DateEvidence()
    date.note(word, separators: [UInt8(ascii: ".")])
    if date.order == .monthDayYear { settle() }
  }
}
