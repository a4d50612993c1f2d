import TributaryModel

/// The current row of a streamed answer, read by position; valid within the closure only.
///
/// Columns count from 0. A null reads as 0 or "", so ask `isNull` where that matters.
public struct RowCursor {
  let statement: Statement

  public var columnNames: [String] { statement.columnNames }

  /// Whether the cell is null.
  public func isNull(_ column: Int) -> Bool { statement.isNull(column) }
  /// A whole number; 0 for null.
  public func int64(_ column: Int) -> Int64 { statement.int64(column) }
  /// A real number; 0 for null.
  public func double(_ column: Int) -> Double { statement.double(column) }
  /// A text; empty for null.
  public func text(_ column: Int) -> String { statement.text(column) }
  /// The cell with its type.
  public func cell(_ column: Int) -> Cell { statement.cell(column) }

  /// A whole number; nil for null.
  public func optionalInt64(_ column: Int) -> Int64? { isNull(column) ? nil : int64(column) }
  /// A real number; nil for null.
  public func optionalDouble(_ column: Int) -> Double? { isNull(column) ? nil : double(column) }
  /// A text; nil for null.
  public func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// All values of the row.
  public var cells: [Cell] { (0..<statement.columnCount).map(statement.cell) }
}
