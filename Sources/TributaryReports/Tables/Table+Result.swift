import TributaryAnalysis
import TributaryModel

extension Table {
  /// A table of rows that the run stored: the query beneath it and its CSV give the same columns, the
  /// same rows, in the same order and units.
  ///
  /// - Parameters:
  ///   - rows: all rows of the result; the selection chooses among them.
  ///   - columns: what the page shows.
  init<Row>(
    _ result: ResultTable<Row>, _ rows: [Row], _ selection: ResultSelection = ResultSelection(),
    asOf: Day, file: String, label: String, caption: String = "", columns: [ShownColumn<Row>],
    total: [Cell]? = nil, filter: String? = nil, isWide: Bool = false, isPart: Bool = false,
    words: Words
  ) {
    let stored = StoredRows(result, rows, selection, words.currency)
    self.init(
      file: file, label: label, caption: caption,
      columns: columns.map { $0.column(of: result.shape) },
      rows: stored.rows.map { row, cells in
        columns.map { $0.cell(row, cells, result.shape) }
      },
      total: total, filter: filter, isWide: isWide, isPart: isPart,
      stored: stored.stored(asOf: asOf))
  }
}

/// Which columns and rows of a result a table shows, and in what order.
struct ResultSelection: Sendable {
  /// Nil for all.
  var columns: [String]?
  /// Rows whose column of that name holds that value.
  var conditions: [(column: String, value: TributaryModel.Cell)] = []
  /// What the query and the CSV call a column, by its name in the result.
  var names: [String: String] = [:]
  /// Before the place in the list.
  var order: [(column: String, isDescending: Bool)] = []
  /// The texts of a column in their order, where they are not ordered by their bytes.
  var texts: [String: [String]] = [:]
}

/// One column that a page shows of a result.
struct ShownColumn<Row> {
  private let title: String
  private let content: Content

  private enum Content {
    /// A column of the result, as its unit is written.
    case named(String)
    /// Drawn by the page.
    case drawn(Column.Kind, (Row) -> TributaryReports.Cell)
  }

  private init(_ title: String, _ content: Content) {
    self.title = title
    self.content = content
  }

  /// The column of that name as its unit is written; with a range where the result has one.
  static func column(_ name: String, _ title: String) -> ShownColumn {
    ShownColumn(title, .named(name))
  }

  /// What the page itself draws of a row.
  static func drawn(
    _ title: String, _ kind: Column.Kind = .text, _ cell: @escaping (Row) -> TributaryReports.Cell
  ) -> ShownColumn {
    ShownColumn(title, .drawn(kind, cell))
  }

  func column(of shape: ResultShape) -> Column {
    switch content {
    case .named(let name): Column(title, shape.kind(of: name))
    case .drawn(let kind, _): Column(title, kind)
    }
  }

  func cell(
    _ row: Row, _ cells: [TributaryModel.Cell], _ shape: ResultShape
  ) -> TributaryReports.Cell {
    switch content {
    case .named(let name): shape.shown(name, of: cells)
    case .drawn(_, let cell): cell(row)
    }
  }
}

extension ResultShape {
  /// Whether a column of that name has its range beside it.
  private func isEstimate(_ name: String) -> Bool { position(of: name + "_lower") != nil }

  fileprivate func kind(of name: String) -> Column.Kind {
    guard let position = position(of: name) else { return .text }
    let isEstimate = isEstimate(name)
    switch columns[position].unit {
    case .text, .day: return .text
    case .flag, .count: return isEstimate ? .estimate(.count) : .count
    case .number, .measured, .amount:
      return isEstimate ? .estimate(.ratio) : .number(decimals: 1)
    case .ratio: return isEstimate ? .estimate(.ratio) : .number(decimals: 2)
    case .share: return isEstimate ? .estimate(.share) : .share
    case .money: return isEstimate ? .estimate(.money) : .money
    }
  }

  fileprivate func shown(
    _ name: String, of cells: [TributaryModel.Cell]
  ) -> TributaryReports.Cell {
    guard let position = position(of: name) else { return .blank }
    func number(_ position: Int?) -> Double? { position.flatMap { cells[$0].number } }
    guard !isEstimate(name) else {
      guard let value = number(position) else { return .estimate(nil) }
      let range = number(self.position(of: name + "_lower")).flatMap { lower in
        number(self.position(of: name + "_upper")).map { Interval(lower: lower, upper: $0) }
      }
      return .estimate(Estimate(value, range))
    }
    switch columns[position].unit {
    case .text: return .user(cells[position].words)
    case .day: return .day(Day(cells[position].words))
    default: return .value(number(position))
    }
  }
}

extension TributaryModel.Cell {
  /// The text; empty for anything else.
  var words: String { optionalText ?? "" }
}
