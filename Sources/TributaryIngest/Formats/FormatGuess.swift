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
          guard let guess = fit(headers, format, kind),
            guess.columns.count > best?.columns.count ?? 0
          else { continue }
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
    let names = Set(headers.map(TableHeader.normalized))
    var found: [String] = []
    for (column, wanted) in format.columns(of: kind) {
      if wanted.contains(where: { names.contains(TableHeader.normalized($0)) }) {
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
