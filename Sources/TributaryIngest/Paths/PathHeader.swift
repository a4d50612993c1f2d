import TributaryModel

/// Which cells of a file of paths hold what.
struct PathHeader {
  let path: Int
  let conversions: Int
  let value: Int?
  let nulls: Int?
  /// Cells in the header.
  let count: Int

  /// Errors: `missingColumn`, `duplicateColumn`.
  init(_ record: Record, _ file: SourceFile) throws(IngestError) {
    let names = record.texts.map(TableHeader.normalized)
    func place(_ wanted: [String]) throws(IngestError) -> Int? {
      let places = names.indices.filter { wanted.contains(names[$0]) }
      guard places.count < 2 else {
        throw IngestError(
          .duplicateColumn, path: file.relativePath, line: record.line,
          message: "expected the column \(wanted[0]) once, found it twice; rename one of them")
      }
      return places.first
    }
    let path = try place(["path"])
    let conversions = try place(["conversions", "total_conversions"])
    guard let path, let conversions else {
      let found = record.texts.prefix(10).map { "'" + Redaction.text($0, strictly: true) + "'" }
      throw IngestError(
        .missingColumn, path: file.relativePath, line: record.line,
        message: "expected the columns path and conversions, found the header "
          + "\(found.joined(separator: ", ")); name them in the file's first line")
    }
    self.path = path
    self.conversions = conversions
    value = try place(["value", "total_conversion_value"])
    nulls = try place(["nulls", "total_null"])
    count = (names.lastIndex { !$0.isEmpty } ?? 0) + 1
  }
}
