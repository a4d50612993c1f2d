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
  /// For `csv`: canonical column -> the file's own header, where the two differ. For the JSON log
  /// `json`: what a log says -> the key that seems to say it.
  public let headers: [String: String]
  /// Records that were tried, and those of them that could be loaded.
  public let read: Int
  public let loaded: Int
  /// Lines that carry the columns of their orders too, so that orders can be built from them.
  var carriesOrders = false

  /// Looks at the first records of a file; nil when nothing fits.
  ///
  /// A log's format must read the opening as the run would, and plausibly: see `LogGuess`. A
  /// table's must read nine records of ten. Among those that do, the one that fills most columns
  /// is taken, the earlier in the registry if two do: Apache's formats read as nginx's of the same
  /// layout. A report of search queries that could be one of spend is the former.
  /// Errors: those of opening and unpacking.
  public static func of(_ file: SourceFile) throws(IngestError) -> FormatGuess? {
    var objection: String?
    return try of(file, objection: &objection)
  }

  /// The same; says why nothing fits, where the file looks like a log.
  public static func of(
    _ file: SourceFile, objection: inout String?
  ) throws(IngestError) -> FormatGuess? {
    let log = try LogGuess(file)
    objection = log.objection
    if let guess = log.known { return guess }
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
    return try OwnHeaders.guess(file) ?? log.ownKeys
  }

  /// Lines for the `sources` of a pipeline file.
  public func snippet(path: String) -> String {
    format.snippet(
      kind: kind, path: path, columns: headers, more: carriesOrders ? ["derive_orders: true"] : [])
  }
}
