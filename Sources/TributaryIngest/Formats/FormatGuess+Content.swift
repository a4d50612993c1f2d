import TributaryModel

extension FormatGuess {
  /// The format, of those that have no header line, by which the file's first records can be read.
  ///
  /// Nine records of ten must be rows; the format that fills most columns is taken.
  static func byContent(_ file: SourceFile) -> FormatGuess? {
    var best: FormatGuess?
    for format in FormatRegistry.tables where format.layout.showsByContent {
      for kind in format.kinds {
        guard let shape = TableShape.of(kind),
          let columns = columns(of: file, format, shape),
          columns.count > best?.columns.count ?? 0
        else { continue }
        best = FormatGuess(kind: kind, format: format, columns: columns)
      }
    }
    return best
  }

  private struct SeenEnough: Error {}

  /// The columns that the first rows have values in; nil where too few records are rows.
  private static func columns(
    of file: SourceFile, _ format: NamedFormat, _ shape: TableShape
  ) -> [String]? {
    guard let key = ContactKey(bytes: [UInt8](repeating: 0, count: 32)) else { return nil }
    let options = format.applied(to: TableOptions(key: key, zone: .utc, currency: .usd))
    var rows: [TableRow] = []
    var refused = 0
    do {
      _ = try TableReader(shape: shape, options: options).read(file) { batch, rejections in
        rows = batch.rows
        refused = rejections.count
        throw SeenEnough()
      }
    } catch {
      guard error is SeenEnough else { return nil }
    }
    guard rows.count >= refused * 9 else { return nil }
    let found = shape.columns.indices.filter { index in
      shape.columns[index].name != "currency" && rows.contains { $0.cells[index] != .null }
    }
    return found.isEmpty ? nil : found.map { shape.columns[$0].name }
  }
}

extension RecordLayout {
  /// Whether a file tells by itself that it is of this layout.
  fileprivate var showsByContent: Bool {
    switch self {
    case .delimited, .headless: false
    default: true
    }
  }
}
