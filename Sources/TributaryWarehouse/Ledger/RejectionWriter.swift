import TributaryModel

/// Stores the first rejections of one file; all of them are counted elsewhere.
struct RejectionWriter {
  /// Rows kept of a file: enough to see what is wrong, bounded whatever comes.
  static let limit = 1000

  private let insert: Statement
  private let sourceFile: Int64
  private let room: Int

  init(_ connection: Connection, sourceFile: Int64) throws(WarehouseError) {
    self.sourceFile = sourceFile
    room =
      RejectionWriter.limit
      - Int(
        try connection.integer(
          "select count(*) from rejection where source_file_id = ?", [.integer(sourceFile)]))
    insert = try connection.prepare(
      """
      insert into rejection
        (source_file_id, line, byte_offset, reason, column_name, message, sample, amount,
         currency)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
  }

  /// Stores as many of them as the file has room for.
  func write(_ rejections: [Rejection]) throws(WarehouseError) {
    for rejection in rejections.prefix(max(0, room)) { try write(rejection) }
  }

  private func write(_ rejection: Rejection) throws(WarehouseError) {
    try insert.run([
      .integer(sourceFile), .integer(Int64(rejection.line)), .integer(rejection.byteOffset),
      .text(rejection.reason.rawValue), rejection.column.map { .text($0) } ?? .null,
      .text(rejection.message), .text(rejection.sample),
      rejection.money.map { .integer($0.minor) } ?? .null,
      rejection.money.map { .text($0.currency.code) } ?? .null,
    ])
  }
}
