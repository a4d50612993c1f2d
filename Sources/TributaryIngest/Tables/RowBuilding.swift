import TributaryModel

/// Makes rows of a shape out of the rows that a format's files hold: one call out of its legs,
/// days out of a period.
protocol RowBuilding: SendableMetatype {
  /// Columns that are read behind the shape's own, for building only.
  static var workColumns: [Column] { get }

  /// The columns to read for that shape: its own, less demanding where building can fill them, then
  /// `workColumns`.
  static func columns(of shape: TableShape) -> [Column]

  /// Columns for building only whose contacts come as they are written; it keeps none of them.
  static var contactColumns: Set<String> { get }

  /// Whether money comes as the text of its digits, with a point, and a day may be a period,
  /// `2026-05-01/2026-05-03`; else money comes in minor units, VAT added, and a day is one.
  static var takesWrittenValues: Bool { get }

  /// - Parameter columns: those of `columns(of:)`.
  init(_ columns: [Column], _ options: TableOptions)

  /// Takes in a row of all columns. A builder has this or the other `take`.
  mutating func take(_ row: TableRow) -> BuiltRow

  /// Takes in a row of all columns, and where it was read from.
  mutating func take(_ row: TableRow, of record: Record) -> BuiltRow

  /// Takes in the cost of a row that sums up others.
  mutating func noteTotal(_ cost: NumberText)

  /// The total that the file states of its costs; nil where the rows' own columns tell.
  var statedTotal: Money? { get }

  /// The rows held back until the end of the file, cut to the shape's columns.
  ///
  /// Errors: what makes the whole file unfit; the path is filled in by the reader.
  mutating func finish() throws(IngestError) -> [TableRow]

  /// What became of the records that were held and are in none of the rows of `finish`.
  var leftover: Leftover { get }
}

extension RowBuilding {
  static func columns(of shape: TableShape) -> [Column] { shape.columns + workColumns }

  static var takesWrittenValues: Bool { false }

  static var contactColumns: Set<String> { [] }

  mutating func take(_ row: TableRow) -> BuiltRow { .rows([row]) }

  mutating func take(_ row: TableRow, of record: Record) -> BuiltRow { take(row) }

  mutating func noteTotal(_ cost: NumberText) {}

  var statedTotal: Money? { nil }

  mutating func finish() throws(IngestError) -> [TableRow] { [] }

  var leftover: Leftover { Leftover() }
}

/// Records that were held and turned out to be no part of the table.
struct Leftover {
  var filtered = 0
  var rejections: [Rejection] = []
}

/// What became of one record.
enum BuiltRow {
  /// These rows, cut to the shape's columns; together they stand for the record: the sum of their
  /// `records` is 1.
  case rows([TableRow])
  /// It is part of a row that comes with `finish`.
  case held
  /// It gives back money of an order; cut to the shape's columns.
  case refund(TableRow)
  /// It is none of the table's business, such as a call that the shop made itself.
  case filtered
  /// It cannot be used: reason, column and what was expected and found.
  case refused(Rejection.Reason, column: String?, message: String)
}
