import TributaryAnalysis
import TributaryModel

/// The chosen rows of a result as its CSV holds them, and the query that gives the same.
struct StoredRows<Row: Sendable> {
  private let shape: ResultShape
  private let selection: ResultSelection
  private let currency: Currency
  /// Positions of the chosen columns.
  private let chosen: [Int]
  let rows: [(row: Row, cells: [TributaryModel.Cell])]

  init(
    _ result: ResultTable<Row>, _ rows: [Row], _ selection: ResultSelection, _ currency: Currency
  ) {
    let shape = result.shape
    self.shape = shape
    self.selection = selection
    self.currency = currency
    chosen = selection.columns.map { $0.compactMap(shape.position) } ?? Array(shape.columns.indices)
    let conditions = selection.conditions.map { (shape.position(of: $0.column), $0.value) }
    let all: [(row: Row, cells: [TributaryModel.Cell])] = rows.map { ($0, result.cells($0)) }
    let kept = all.filter { _, cells in
      conditions.allSatisfy { position, value in position.map { cells[$0] == value } ?? false }
    }
    let order = selection.order.compactMap { column, isDescending in
      shape.position(of: column).map { (position: $0, column: column, isDescending: isDescending) }
    }
    self.rows = kept.indices.sorted { left, right in
      for (position, column, isDescending) in order {
        let a = selection.rank(kept[left].cells[position], of: column)
        let b = selection.rank(kept[right].cells[position], of: column)
        if a != b { return isDescending ? b.isBefore(a) : a.isBefore(b) }
      }
      return left < right
    }.map { kept[$0] }
  }

  private func name(_ column: ResultColumn) -> String {
    selection.names[column.name] ?? column.name
  }

  /// What the CSV holds and the query gives.
  func stored(asOf: Day) -> Table.Stored {
    Table.Stored(
      names: chosen.map { name(shape.columns[$0]) }, rows: rows.map { whole($0.cells) },
      sql: sql(asOf: asOf))
  }

  /// Money in whole units, everything else as it is stored.
  private func whole(_ cells: [TributaryModel.Cell]) -> [TributaryModel.Cell] {
    chosen.map { position in
      let divisor = divisor(shape.columns[position].unit, cells)
      guard divisor != 1, let number = cells[position].number else { return cells[position] }
      return .real(number / divisor)
    }
  }

  /// What minor units of that row are divided by; 1 for plain numbers.
  private func divisor(_ unit: ResultUnit, _ cells: [TributaryModel.Cell]) -> Double {
    func text(_ column: String) -> String {
      shape.position(of: column).map { cells[$0].words } ?? ""
    }
    switch unit {
    case .money: return Double(currency.minorUnits)
    case .amount(let column): return minorUnits(text(column))
    case .measured(let column, let money):
      return money.contains(text(column)) ? Double(currency.minorUnits) : 1
    default: return 1
    }
  }

  private func minorUnits(_ code: String) -> Double {
    Double((Currency(code) ?? currency).minorUnits)
  }

  func sql(asOf: Day) -> String {
    let list = chosen.map { term(shape.columns[$0]) }
    let conditions =
      ["as_of = '\(asOf)'"]
      + selection.conditions.map { "\($0.column) = \($0.value.literal)" }
    let order =
      selection.order.map { selection.rankTerm($0.column) + ($0.isDescending ? " desc" : "") }
      + (shape.lifetime == .kept ? [] : ["position"])
    return """
      select \(StoredRows.wrapped(list))
      from \(shape.table)
      where \(conditions.joined(separator: " and "))
      order by \(order.joined(separator: ", "))
      """
  }

  /// A column in whole units under its own name.
  private func term(_ column: ResultColumn) -> String {
    let value = value(column)
    return value == name(column) ? value : "\(value) as \(name(column))"
  }

  private func value(_ column: ResultColumn) -> String {
    let name = column.name
    let shop = "\(currency.minorUnits).0"
    switch column.unit {
    case .money where currency.minorUnits > 1: return "\(name) / \(shop)"
    case .amount(let code):
      let units = Set(rows.map { minorUnits($0.cells[shape.position(of: code) ?? 0].words) })
      guard let only = units.first, units.count == 1 else {
        return rows.isEmpty ? name : "\(name) / \(unitsByCode(code))"
      }
      return only == 1 ? name : "\(name) / \(only)"
    case .measured(let by, let money) where currency.minorUnits > 1:
      let codes = money.map { TributaryModel.Cell.text($0).literal }.joined(separator: ", ")
      return "iif(\(by) in (\(codes)), \(name) / \(shop), \(name))"
    default: return name
    }
  }

  private func unitsByCode(_ column: String) -> String {
    let position = shape.position(of: column) ?? 0
    let codes = Set(rows.map { $0.cells[position].words }).sorted()
    let cases = codes.map { code in
      "when \(TributaryModel.Cell.text(code).literal) then \(minorUnits(code))"
    }
    return "case \(column) \(cases.joined(separator: " ")) end"
  }

  /// Terms with commas, in lines of at most 90 characters.
  private static func wrapped(_ terms: [String]) -> String {
    var lines = [""]
    for (index, term) in terms.enumerated() {
      let text = term + (index + 1 < terms.count ? "," : "")
      if let last = lines.last, !last.isEmpty, last.count + text.count > 82 {
        lines.append(text)
      } else {
        lines[lines.count - 1] += (lines.last?.isEmpty ?? true ? "" : " ") + text
      }
    }
    return lines.joined(separator: "\n  ")
  }
}

extension ResultSelection {
  /// What a cell of that column is ordered by.
  fileprivate func rank(_ cell: TributaryModel.Cell, of column: String) -> TributaryModel.Cell {
    guard let texts = texts[column] else { return cell }
    return texts.firstIndex(of: cell.words).map { .integer(Int64($0)) } ?? .null
  }

  /// The same in SQL.
  fileprivate func rankTerm(_ column: String) -> String {
    guard let texts = texts[column] else { return column }
    let cases = texts.enumerated().map { index, text in
      "when \(TributaryModel.Cell.text(text).literal) then \(index)"
    }
    return "case \(column) \(cases.joined(separator: " ")) end"
  }
}

extension TributaryModel.Cell {
  /// As SQL writes it.
  var literal: String {
    switch self {
    case .null: "null"
    case .integer(let value): String(value)
    case .real(let value): "\(value)"
    case .text(let text): "'\(text.replacing("'", with: "''"))'"
    }
  }

  /// The order of SQLite: null, numbers, texts by their bytes.
  func isBefore(_ other: TributaryModel.Cell) -> Bool {
    switch (number, other.number) {
    case (let left?, let right?): left < right
    case (_?, nil): other != .null
    case (nil, _?): self == .null
    case (nil, nil):
      self == .null
        ? other != .null
        : other != .null && words.utf8.lexicographicallyPrecedes(other.words.utf8)
    }
  }
}
