import TributaryModel

/// Makes rows of a shape out of the rows that a format's files hold: one call out of its legs,
/// days out of a period.
protocol RowBuilding: SendableMetatype {
  /// Columns that are read behind the shape's own, for building only.
  static var workColumns: [Column] { get }

  /// - Parameter columns: the shape's columns, then `workColumns`.
  init(_ columns: [Column], _ options: TableOptions)

  /// Takes in a row of all columns.
  mutating func take(_ row: TableRow) -> BuiltRow

  /// The rows held back until the end of the file, cut to the shape's columns.
  mutating func finish() -> [TableRow]
}

/// What became of one record.
enum BuiltRow {
  /// These rows, cut to the shape's columns; together they stand for the record: the sum of their
  /// `records` is 1.
  case rows([TableRow])
  /// It is part of a row that comes with `finish`.
  case held
  /// It is none of the table's business, such as a call that the shop made itself.
  case filtered
  /// It cannot be used: reason, column and what was expected and found.
  case refused(Rejection.Reason, column: String?, message: String)
}
