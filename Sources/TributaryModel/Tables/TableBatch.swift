/// Rows of one table, each with the line where it stood.
public struct TableBatch: Sendable {
  public var rows: [TableRow] = []

  public init() {}
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

  public init(line: Int, cells: [Cell], records: Int = 1) {
    self.line = line
    self.cells = cells
    self.records = records
  }
}
