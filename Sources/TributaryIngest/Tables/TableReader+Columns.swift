import TributaryModel

extension TableReader {
  /// The columns that a file has; nil where its records say all that there is.
  ///
  /// Objects and documents leave out what is empty: a column is there when any of them names it, and
  /// so their file is read a second time.
  func statedColumns(
    of file: SourceFile, _ columns: [Column], _ header: TableHeader
  ) throws -> Set<String>? {
    switch options.layout {
    case .delimited, .headless:
      return withMarks(
        Set(zip(columns, header.positions).compactMap { $1 == nil ? nil : $0.name }))
    case .bankStatement, .mail: return nil
    case .commerceML, .json, .plainJSON: break
    }
    guard !file.isStandardInput else { return nil }
    let records = try options.layout.records(of: try ByteStream(file), options, columns)
    var found: Set<Int> = []
    var record = Record()
    while try records.next(into: &record) {
      for cell in 0..<record.count where !record.place(cell).isEmpty { found.insert(cell) }
    }
    found.formUnion(records.namedCells)
    return withMarks(
      Set(
        zip(columns, header.positions).compactMap { column, position in
          position.flatMap { found.contains($0) ? column.name : nil }
        }))
  }

  /// The columns with what a file of orders tells by marks of its own: one that says which orders were
  /// cancelled says of the others that they were not.
  private func withMarks(_ names: Set<String>) -> Set<String> {
    guard derives || shape.kind == .orders else { return names }
    var marks = Set(options.cancelledWhen.keys)
    // An order does not change its number.
    marks.subtract(shape.key.map { shape.columns[$0].name })
    if options.builder is OrderRowBuilder.Type { marks.formUnion(["is_cancelled", "refunded"]) }
    var isMarked = !marks.isDisjoint(with: names)
    if case .json(_, let cancelled) = options.layout, !cancelled.isEmpty { isMarked = true }
    var marked = isMarked ? names.union(["cancelled_at", TableBatch.cancelMark]) : names
    let isNetted = derives || options.builder is OrderRowBuilder.Type
    if isNetted, !names.contains("refunded") { marked.insert(TableBatch.grossTotal) }
    return marked
  }
}
