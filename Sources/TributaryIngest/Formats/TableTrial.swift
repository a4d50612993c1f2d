import TributaryModel

/// A format tried on the first records of a file.
struct TableTrial {
  let guess: FormatGuess

  /// Nil when the format's reader cannot make sense of nine records of ten.
  init?(
    _ format: NamedFormat, _ kind: SourceKind, _ file: SourceFile,
    headers: [String: String] = [:], derives: Bool = false
  ) {
    guard let shape = TableShape.of(kind),
      let key = ContactKey(bytes: [UInt8](repeating: 0, count: 32))
    else { return nil }
    var options = TableOptions(
      key: key, zone: .utc, currency: .unknown, columns: headers)
    options.deriveOrders =
      kind == .orderLines && (derives || format.needs.contains("derive_orders: true"))
    var counts = (loaded: 0, rejected: 0)
    var filled: Set<String> = []
    do {
      let summary = try TableReader(shape: shape, options: format.applied(to: options)).read(file) {
        batch, rejections in
        counts.loaded += batch.rows.reduce(0) { $0 + $1.records }
        counts.rejected += rejections.count
        counts.loaded += batch.refunds.count
        for row in batch.rows {
          for (column, cell) in zip(shape.columns, row.cells) where cell != .null {
            filled.insert(column.name)
          }
        }
        throw Enough()
      }
      if summary.counts.read == 0 {
        filled = Set(try TableTrial.headerColumns(format, shape, file, options))
      }
    } catch is Enough {
    } catch {
      return nil
    }
    filled.subtract(format.constants.keys)
    filled.remove("currency")
    guard !filled.isEmpty, counts.loaded >= counts.rejected * 9 else { return nil }
    guess = FormatGuess(
      kind: kind, format: format,
      columns: shape.readColumns.map(\.name).filter(filled.contains), headers: headers,
      read: counts.loaded + counts.rejected, loaded: counts.loaded)
  }

  /// Thrown once enough records were seen.
  private struct Enough: Error {}

  /// The columns that the header of a file without records has.
  private static func headerColumns(
    _ format: NamedFormat, _ shape: TableShape, _ file: SourceFile, _ options: TableOptions
  ) throws(IngestError) -> [String] {
    guard case .delimited = format.layout else { return [] }
    let columns = format.columns(of: shape.kind)
    var csv = try CSVReader(try ByteStream(file), delimiter: nil)
    var text = RecordText()
    while let record = try csv.next(), record.line <= TableReader.headerRecords {
      guard let headers = text.cells(record) else { continue }
      let fit = TableHeader.fit(headers, columns.map(\.column), format.applied(to: options))
      if fit.missing.isEmpty, fit.found > 0 {
        return zip(columns, fit.positions).compactMap { $1 == nil ? nil : $0.column.name }
      }
    }
    return []
  }
}
