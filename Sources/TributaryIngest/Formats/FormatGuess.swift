import TributaryModel

/// What a file looks like: the kind of source and the format that fit its first lines best.
public struct FormatGuess: Sendable {
  public let kind: SourceKind
  public let format: NamedFormat
  /// Canonical columns found in the header; empty for logs.
  public let columns: [String]

  /// Looks at the first lines of a file; nil when nothing fits.
  ///
  /// A log format must fit nine lines of ten; a table needs all required columns of its kind.
  /// Among those that fit, the one that explains most fields or columns is taken, the earlier in
  /// the registry if two do: Apache's formats read as nginx's of the same layout.
  /// Errors: those of opening and unpacking.
  public static func of(_ file: SourceFile) throws(IngestError) -> FormatGuess? {
    if let log = try logFormat(file) {
      return FormatGuess(kind: .clickstream, format: log, columns: [])
    }
    var csv = try CSVReader(try ByteStream(file), delimiter: nil)
    var text = RecordText()
    var best: FormatGuess?
    var records = 0
    while records < TableReader.headerRecords, let record = try csv.next() {
      records += 1
      guard record.problem == nil, let headers = text.cells(record) else { continue }
      for format in FormatRegistry.tables {
        for kind in format.kinds {
          guard let guess = fit(headers, format, kind) else { continue }
          let isQueries = kind == .searchQueries && best?.format.name == format.name
          guard isQueries || guess.columns.count > best?.columns.count ?? 0 else { continue }
          best = guess
        }
      }
    }
    return best
  }

  /// Lines for the `sources` of a pipeline file.
  public func snippet(path: String) -> String { format.snippet(kind: kind, path: path) }

  private static func fit(
    _ headers: [String], _ format: NamedFormat, _ kind: SourceKind
  ) -> FormatGuess? {
    guard let shape = TableShape.of(kind) else { return nil }
    let names = headers.map(TableHeader.normalized)
    var found: [String] = []
    for (column, wanted) in format.columns(of: kind) {
      if wanted.contains(where: { !TableHeader.places(of: $0, in: names).isEmpty }) {
        found.append(column.name)
      }
    }
    let isWhole = shape.columns.allSatisfy { column in
      !column.isRequired || found.contains(column.name) || format.constants[column.name] != nil
    }
    return isWhole ? FormatGuess(kind: kind, format: format, columns: found) : nil
  }

  private static func logFormat(_ file: SourceFile) throws(IngestError) -> NamedFormat? {
    var lines = LineReader(try ByteStream(file), leavesUnterminated: false)
    var samples: [[UInt8]] = []
    while samples.count < 100, let line = try lines.next() {
      guard !line.isTooLong, line.start < line.end, lines.buffer[line.start] != 35 else { continue }
      samples.append(Array(lines.buffer[line.start..<line.end]))
    }
    var best: (format: NamedFormat, fields: Int)?
    for named in FormatRegistry.logs {
      let format = try ClickstreamFormat(named.name)
      var parser = LogLineParser(format, cookie: nil)
      var clock = LogClock(parser.timeField)
      let fitting = samples.filter { line in
        guard parser.parse(line.span, from: 0, to: line.count),
          let time = parser.place(.time, in: line.span)
        else { return false }
        return clock.read(line.span, time) != nil
      }
      guard !samples.isEmpty, fitting.count * 10 >= samples.count * 9,
        format.knownFields > best?.fields ?? 0
      else { continue }
      best = (named, format.knownFields)
    }
    return best?.format
  }
}
