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
  /// The first name that is read in a header that is a record of the file.
  var name: [UInt8] = []
  /// The cells that hold contacts, by their columns' types and by the names in the header.
  var contacts: [Int] = []
  /// For each wanted column the zone that its header names; empty where headers name nothing.
  var zones: [Zone?] = []

  /// What a header line has in common with the columns wanted.
  struct Fit {
    var positions: [Int?] = []
    var found = 0
    var missing: [String] = []
    var doubled: String?
    var currency: Currency?
    var contacts: [Int] = []
    /// A header of money whose currency cannot be told, or is not that of another one.
    var unclear: String?
    /// A header whose amounts are kopecks, cents or thousands.
    var scaled: String?
  }

  /// Compares a record with the columns wanted.
  static func fit(
    _ headers: [String], _ columns: [Column], _ options: TableOptions
  ) -> Fit {
    let names = headers.map(normalized)
    let claimed = Set(columns.flatMap { options.aliases[$0.name] ?? [] }.map(normalized))
    var fit = Fit()
    for column in columns {
      guard !column.isComputed else {
        fit.positions.append(nil)
        continue
      }
      let mapped = options.columns[column.name]
      let wanted = mapped.map { [$0] } ?? known(column.name, options, claimed)
      let places =
        wanted.lazy.map { TableHeader.places(of: $0, in: names, options.currency) }
        .first { !$0.isEmpty } ?? []
      fit.positions.append(places.first?.position)
      if let place = places.first {
        fit.found += 1
        if places.count > 1 { fit.doubled = headers[place.position] }
        // The column's own name says nothing of a currency.
        if column.type == .money, headers[place.position] != column.name {
          note(place.currency, of: headers[place.position], options, &fit)
        }
      } else if mapped != nil || (column.isRequired && options.constants[column.name] == nil) {
        fit.missing.append(mapped ?? column.name)
      }
    }
    let own = zip(columns, fit.positions).compactMap { $0.holdsContacts ? $1 : nil }
    let named = headers.indices.filter { ContactField(headers[$0])?.isContact == true }
    fit.contacts = Set(own + named).sorted()
    let rowsSay = zip(columns, fit.positions).contains { $0.name == "currency" && $1 != nil }
    if rowsSay || options.constants["currency"] != nil { fit.unclear = nil }
    return fit
  }

  /// The headers to look for, best first: those of the format, then the canonical name, unless it
  /// is the format's header for another column, as Shopify's `Name` is the order's number.
  private static func known(
    _ column: String, _ options: TableOptions, _ claimed: Set<String>
  ) -> [String] {
    let aliases = options.aliases[column] ?? []
    return claimed.contains(column) ? aliases : aliases + [column]
  }

  /// How many wanted columns a record has, were it the header; 0 where one that is needed is
  /// missing.
  static func fit(of record: Record, _ columns: [Column], _ options: TableOptions) -> Int {
    var text = RecordText(options.encoding)
    guard let cells = text.cells(record) else { return 0 }
    let fit = fit(cells.map(CellReader.trimmed), columns, options)
    return fit.missing.isEmpty ? fit.found : 0
  }

  /// Where a header stands among normalized names; where none is the same, `*` in it is any
  /// currency's code or sign.
  ///
  /// - Parameter shop: the currency that decides about a sign of several.
  static func places(
    of header: String, in names: [String], _ shop: Currency
  ) -> [(position: Int, currency: Currency?)] {
    let wanted = normalized(header)
    let exact = names.indices.filter { names[$0] == wanted }
    guard exact.isEmpty, let star = wanted.firstIndex(of: "*") else {
      return exact.map { ($0, nil) }
    }
    let start = wanted[..<star]
    let end = wanted[wanted.index(after: star)...]
    return names.indices.compactMap { index in
      let name = names[index]
      guard name.count > start.count + end.count, name.hasPrefix(start), name.hasSuffix(end),
        let currency = CurrencySign(String(name.dropFirst(start.count).dropLast(end.count)))?
          .currency(beside: shop)
      else { return nil }
      return (index, currency)
    }
  }

  /// Takes in what the header of a column of money says of its currency and unit.
  ///
  /// - Parameter known: the currency that a format's header with `*` has there.
  private static func note(
    _ known: Currency?, of header: String, _ options: TableOptions, _ fit: inout Fit
  ) {
    let words = MoneyHeader(header)
    if words.isScaled, !options.report.mayBeMicros { fit.scaled = header }
    if words.isContradictory, known == nil { fit.unclear = header }
    guard let currency = known ?? words.sign?.currency(beside: options.currency) else {
      if words.sign != nil { fit.unclear = header }
      return
    }
    if let other = fit.currency, other != currency { fit.unclear = header }
    fit.currency = currency
  }

  /// What the paths that a source names for its money say of it.
  static func paths(_ columns: [Column], _ options: TableOptions) -> Fit {
    var fit = Fit()
    for column in columns where column.type == .money {
      guard let path = options.columns[column.name] else { continue }
      // A key with spaces is one of a table: its points are no steps.
      let isSentence = path.contains(where: \.isWhitespace)
      let key = isSentence ? nil : path.split { ".[]".contains($0) }.last { Int($0) == nil }
      note(nil, of: key.map(String.init) ?? path, options, &fit)
    }
    if options.constants["currency"] != nil { fit.unclear = nil }
    return fit
  }

  /// Lower case, spaces around and repeated spaces removed.
  static func normalized(_ header: String) -> String {
    header.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
      .replacingOccurrences(of: "\u{2019}", with: "'")
  }
}

extension TableHeader {
  /// For each wanted column the zone that its header names, as in `Created date (UTC)`; nil for
  /// headers that name none, and for columns of no time.
  static func zones(
    _ headers: [String], _ positions: [Int?], _ columns: [Column]
  ) -> [Zone?] {
    zip(columns, positions).map { column, position in
      guard let position, column.type == .instant || column.type == .day else { return nil }
      return zone(of: headers[position])
    }
  }

  /// `Created (UTC)`, `Дата, МСК`, `Start time [GMT+03:00]`, `created_at_utc`.
  private static func zone(of header: String) -> Zone? {
    let text = CellReader.trimmed(header).lowercased()
    let words = text.split { $0.isWhitespace || "_,()[]".contains($0) }
    guard words.count > 1, let word = words.last, word.count > 2 else { return nil }
    return ZoneWord.zone(String(word))
  }
}
