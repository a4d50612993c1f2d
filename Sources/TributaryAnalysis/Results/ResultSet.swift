import TributaryModel

/// The rows of all results of one run.
public struct ResultSet: Sendable {
  /// In the order in which they were set.
  public private(set) var entries: [Entry] = []

  package init() {}

  /// One result as it is stored.
  public struct Entry: Sendable {
    public let shape: ResultShape
    /// In the order of the shape's columns.
    public let cells: [[Cell]]
    fileprivate let rows: any Sendable
  }

  public mutating func set<Row>(_ table: ResultTable<Row>, _ rows: [Row]) {
    let entry = Entry(shape: table.shape, cells: rows.map(table.cells), rows: rows)
    entries.removeAll { $0.shape.table == table.shape.table }
    entries.append(entry)
  }

  /// The rows of a result; none where it was not worked out.
  public subscript<Row>(_ table: ResultTable<Row>) -> [Row] {
    entries.first { $0.shape.table == table.shape.table }.flatMap { $0.rows as? [Row] } ?? []
  }
}
