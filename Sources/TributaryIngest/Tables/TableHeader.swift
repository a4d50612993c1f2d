import Foundation
import TributaryModel

/// Which cell of a file's rows belongs to which canonical column.
struct TableHeader: Sendable {
  /// For each wanted column the position in the file, or nil where the file has none.
  let positions: [Int?]
  /// Cells in the header.
  let count: Int
  /// The currency that the header of the money names, as in `Amount spent (USD)`.
  var currency: Currency?
  /// The cells that hold contacts, by their columns' types and by the names in the header.
  var contacts: [Int] = []

  /// What a header line has in common with the columns wanted.
  struct Fit {
    var positions: [Int?] = []
    var found = 0
    var missing: [String] = []
    var doubled: String?
    var currency: Currency?
    var contacts: [Int] = []
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
      let places =
        wanted.lazy.map { TableHeader.places(of: $0, in: names) }
        .first { !$0.isEmpty } ?? []
      fit.positions.append(places.first?.position)
      if let place = places.first {
        fit.found += 1
        if places.count > 1 { fit.doubled = headers[place.position] }
        if let currency = place.currency { fit.currency = currency }
      } else if mapped != nil || (column.isRequired && options.constants[column.name] == nil) {
        fit.missing.append(mapped ?? column.name)
      }
    }
    let own = zip(columns, fit.positions).compactMap { $0.holdsContacts ? $1 : nil }
    let named = headers.indices.filter { ContactField(headers[$0]) != nil }
    fit.contacts = Set(own + named).sorted()
    return fit
  }

  /// Where a header stands among normalized names; `*` in it is any currency's code or sign.
  static func places(
    of header: String, in names: [String]
  ) -> [(position: Int, currency: Currency?)] {
    let wanted = normalized(header)
    guard let star = wanted.firstIndex(of: "*") else {
      return names.indices.filter { names[$0] == wanted }.map { ($0, nil) }
    }
    let start = wanted[..<star]
    let end = wanted[wanted.index(after: star)...]
    return names.indices.compactMap { index in
      let name = names[index]
      guard name.count > start.count + end.count, name.hasPrefix(start), name.hasSuffix(end),
        let currency = CellReader.currency(
          String(name.dropFirst(start.count).dropLast(end.count)))
      else { return nil }
      return (index, currency)
    }
  }

  /// Lower case, spaces around and repeated spaces removed.
  static func normalized(_ header: String) -> String {
    header.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
      .replacingOccurrences(of: "\u{2019}", with: "'")
  }
}
