import TributaryModel

/// Which cell of a file's rows belongs to which canonical column.
struct TableHeader: Sendable {
  /// For each wanted column the position in the file, or nil where the file has none.
  let positions: [Int?]
  /// Cells in the header.
  let count: Int

  /// What a header line has in common with the columns wanted.
  struct Fit {
    var positions: [Int?] = []
    var found = 0
    var missing: [String] = []
    var doubled: String?
  }

  /// Compares a record with the columns wanted.
  static func fit(
    _ headers: [String], _ columns: [Column], _ options: TableOptions
  ) -> Fit {
    let names = headers.map(normalized)
    var fit = Fit()
    for column in columns {
      let mapped = options.columns[column.name]
      let wanted = mapped.map { [$0] } ?? [column.name] + (options.aliases[column.name] ?? [])
      let found = wanted.lazy.map(normalized).compactMap { name -> (String, Int)? in
        names.firstIndex(of: name).map { (name, $0) }
      }.first
      fit.positions.append(found?.1)
      if let found {
        fit.found += 1
        if names.filter({ $0 == found.0 }).count > 1 { fit.doubled = headers[found.1] }
      } else if mapped != nil || (column.isRequired && options.constants[column.name] == nil) {
        fit.missing.append(mapped ?? column.name)
      }
    }
    return fit
  }

  /// Lower case, spaces around and repeated spaces removed.
  static func normalized(_ header: String) -> String {
    header.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
