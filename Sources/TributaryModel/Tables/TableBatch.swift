/// Rows of one table, each with the line where it stood.
public struct TableBatch: Sendable {
  public var rows: [TableRow] = []
  /// Rows that give back money of orders: what is given back is the absolute `total`, and an empty
  /// order's number names none.
  public var refunds: [TableRow] = []
  /// Rows that the source leaves out, for what is stored of their keys; other cells may be unknown.
  public var leftOut: [TableRow] = []

  /// The columns that the rows' file has: a row says nothing of others where it has no value. Nil
  /// where rows say all.
  public var columns: Set<String>?
  /// Stands among the columns where totals of orders are before refunds, which the file does not tell.
  public static let grossTotal = "gross_total"
  /// Stands among the columns where the file marks cancelled orders otherwise than by their status.
  public static let cancelMark = "is_cancelled"

  package init() {}
}

/// One row in the order of its shape's columns.
public struct TableRow: Sendable, Hashable {
  /// 1 for the first line of the decompressed file.
  public var line: Int
  /// As many as the shape has columns.
  public var cells: [Cell]
  /// Records of the file that the row stands for: a call's legs are several, the further days of
  /// a period none.
  public var records: Int
  /// What the exporting system knows the row's order by; nil where it tells no more than a number.
  public var identity: OrderIdentity?

  package init(line: Int, cells: [Cell], records: Int = 1, identity: OrderIdentity? = nil) {
    self.line = line
    self.cells = cells
    self.records = records
    self.identity = identity
  }
}
