import TributaryModel

/// A row of a report whose days and currency are known, and whose cost is not yet in minor units.
struct SpendDraft {
  var row: TableRow
  let span: DaySpan
  let currency: Currency
  /// Nil where the report says nothing.
  let cost: NumberText?

  /// What costs are rounded together: the campaign's day.
  let group: String

  /// The rows by day; the first stands for the record.
  func rows(cost: Int64?, _ columns: SpendColumns) -> [TableRow] {
    var rows = (0..<span.days).map { day in
      var cells = Array(row.cells.prefix(columns.shape.columns.count))
      cells[columns.date] = .text(span.first.adding(day).description)
      return TableRow(line: row.line, cells: cells, records: day == 0 ? 1 : 0)
    }
    func spread(_ amount: Int64, _ column: Int) {
      for (day, share) in span.shares(of: amount).enumerated() {
        rows[day].cells[column] = .integer(share)
      }
    }
    if let cost { spread(cost, columns.cost) }
    for column in columns.counts {
      switch row.cells[column] {
      case .integer(let count): spread(count, column)
      case .real(let measure):
        for day in rows.indices { rows[day].cells[column] = .real(measure / Double(span.days)) }
      default: continue
      }
    }
    return rows
  }
}

/// Where in a report's rows the columns stand that building looks at.
struct SpendColumns {
  let shape: TableShape
  let date: Int
  let cost: Int
  /// Counts and measures, which a period's days share.
  let counts: [Int]
  private let positions: [String: Int]

  /// - Parameter columns: those of `SpendBuilder.columns(of:)`.
  init(_ columns: [Column]) {
    let isSearch = columns.contains { $0.name == "query" }
    shape = isSearch ? .searchQueries : .spend
    date = shape.position(of: "date") ?? 0
    cost = shape.position(of: "cost") ?? 0
    counts = shape.columns.indices.filter { [shape] in
      [.integer, .real].contains(shape.columns[$0].type) && !shape.columns[$0].isKey
    }
    positions = Dictionary(
      columns.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { old, _ in old }
    )
  }

  /// The text of a column, or nil where the row has none.
  func text(_ name: String, _ cells: [Cell]) -> String? {
    guard let position = positions[name], case .text(let text) = cells[position] else { return nil }
    return text
  }

  func set(_ name: String, _ cell: Cell, _ cells: inout [Cell]) {
    if let position = positions[name] { cells[position] = cell }
  }
}
