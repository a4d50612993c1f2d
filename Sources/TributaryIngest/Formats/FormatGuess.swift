import TributaryModel

/// What a file looks like: the kind of source and the format whose reader reads its start best.
///
/// Every format is tried in earnest on the file's first records, so that a guess is never more
/// than what a pipeline would do with it.
public struct FormatGuess: Sendable {
  public let kind: SourceKind
  public let format: NamedFormat
  /// Canonical columns that got values, or that the header has when there are no records.
  public let columns: [String]
  /// For `csv`: canonical column -> the file's own header, where the two differ.
  public let headers: [String: String]
  /// Records that were tried, and those of them that could be loaded.
  public let read: Int
  public let loaded: Int
  /// Lines that carry the columns of their orders too, so that orders can be built from them.
  var carriesOrders = false

  /// Looks at the first records of a file; nil when nothing fits.
  ///
  /// A format must read nine records of ten. Among those that do, the one that fills most columns
  /// is taken, the earlier in the registry if two do: Apache's formats read as nginx's of the same
  /// layout. A report of search queries that could be one of spend is the former.
  /// Errors: those of opening and unpacking.
  public static func of(_ file: SourceFile) throws(IngestError) -> FormatGuess? {
    if let log = try logFormat(file) {
      return FormatGuess(
        kind: .clickstream, format: log, columns: [], headers: [:], read: 0, loaded: 0)
    }
    _ = try ByteStream(file)
    var best: FormatGuess?
    var most = 0
    for format in FormatRegistry.tables {
      for kind in format.kinds {
        guard let guess = TableTrial(format, kind, file)?.guess else { continue }
        let isQueries = kind == .searchQueries && best?.format.name == format.name
        guard isQueries || guess.columns.count > most else { continue }
        best = guess
        most = max(most, guess.columns.count)
      }
    }
    if var best {
      best.carriesOrders =
        best.kind == .orderLines && TableTrial(best.format, .orderLines, file, derives: true) != nil
      return best
    }
    return try OwnHeaders.guess(file)
  }

  /// Lines for the `sources` of a pipeline file.
  public func snippet(path: String) -> String {
    format.snippet(
      kind: kind, path: path, columns: headers, more: carriesOrders ? ["derive_orders: true"] : [])
  }

  private static func logFormat(_ file: SourceFile) throws(IngestError) -> NamedFormat? {
    var lines = LineReader(try ByteStream(file), leavesUnterminated: false)
    var samples: [[UInt8]] = []
    while samples.count < 100, let line = try lines.next() {
      guard !line.isTooLong, line.start < line.end else { continue }
      samples.append(Array(lines.buffer[line.start..<line.end]))
    }
    var best: (format: NamedFormat, fields: Int)?
    for named in FormatRegistry.logs {
      let format = try ClickstreamFormat(named.name)
      var line = LogLine(format, cookie: nil)
      var clock = LogClock(line.timeField)
      var (records, fitting, fields) = (0, 0, 0)
      for sample in samples where !line.note(sample.span, from: 0, to: sample.count) {
        guard sample[0] != UInt8(ascii: "#") else { continue }
        records += 1
        guard case .record = line.read(sample.span, from: 0, to: sample.count) else { continue }
        let text = line.isDecoded ? line.text : sample
        guard let time = line.fields.place(.time, in: text.span),
          clock.read(text.span, time) != nil
        else { continue }
        fitting += 1
        fields = line.knownFields
      }
      guard records > 0, fitting * 10 >= records * 9, fields > best?.fields ?? 0 else { continue }
      best = (named, fields)
    }
    return best?.format
  }
}
