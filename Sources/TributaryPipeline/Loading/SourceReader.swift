import TributaryIngest
import TributaryModel

/// The reader that a source of the pipeline file asks for.
struct SourceReader {
  private enum Kind {
    case log(ClickstreamReader)
    case table(TableReader, TableShape)
  }

  private let kind: Kind

  /// Errors: a format that cannot be read.
  init(_ source: Pipeline.Source, pipeline: Pipeline, key: ContactKey) throws(IngestError) {
    guard let shape = TableShape.of(source.kind) else {
      var options = ClickstreamOptions(
        key: key, visitorCookie: source.visitorCookie, usesForwardedFor: source.usesForwardedFor,
        host: source.host, zone: source.zone ?? pipeline.zone)
      options.ownAddresses = pipeline.sessions.ownAddresses.compactMap { AddressRange($0) }
      options.spamReferrers = pipeline.channels.spamReferrers
      let format = try ClickstreamFormat(source.format, columns: source.columns)
      kind = .log(ClickstreamReader(format: format, options: options))
      return
    }
    var options = TableOptions(
      key: key, zone: source.zone ?? pipeline.zone, currency: pipeline.currency,
      columns: source.columns, values: source.values, constants: source.constants,
      decimal: source.decimal.map { $0 == "," ? .comma : .point },
      dateOrder: source.dateOrder.flatMap(DateOrder.init),
      delimiter: source.delimiter?.asciiValue, deriveOrders: source.derivesOrders,
      cancelledWhen: source.cancelledWhen)
    options.leaveOutWhen = source.leaveOutWhen
    options.refundWhen = source.refundWhen
    options.idPrefix = source.idPrefix
    options.shopZone = pipeline.zone
    options.encoding = source.encoding
    options.hasHeader = source.hasHeader
    options.skippedRows = source.skippedRows
    options.totals = source.totals
    options.vatRate = source.vatRate
    options.micros = source.micros
    let format = try FormatRegistry.format(named: source.format)
    kind = .table(TableReader(shape: shape, options: format.applied(to: options)), shape)
  }

  /// How the files of the source change.
  var content: FileIdentity.Content {
    switch kind {
    case .log: .log
    case .table: .table
    }
  }

  /// What the first records of a file come to, read as a run reads them; nothing is kept.
  func head(of file: SourceFile) throws -> FileHead {
    switch kind {
    case .log(let reader): try reader.head(of: file)
    case .table(let reader, _): try reader.head(of: file)
    }
  }

  /// The reading of one file; tables are always read whole.
  func reading(_ file: SourceFile, from offset: Int64) -> FileReading {
    switch kind {
    case .log(let reader): FileReading(reader, file, from: offset)
    case .table(let reader, let shape): FileReading(reader, shape, file)
    }
  }
}
