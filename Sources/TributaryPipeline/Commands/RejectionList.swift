import TributaryModel
import TributaryWarehouse

/// What was refused: whole files, then records.
public struct RejectionList: Sendable {
  /// Files refused whole, by kind and path.
  public let files: [RefusedFile]
  /// By kind, file and place in it; at most as many as asked for.
  public let records: [Record]
  /// Rejected records of all files, also those that are not listed.
  public let total: Int

  /// A file of which nothing was loaded.
  public struct RefusedFile: Sendable {
    public let kind: String
    public let path: String
    public let message: String
  }

  /// A record that was refused.
  public struct Record: Sendable {
    public let kind: String
    public let path: String
    public let line: Int
    public let byteOffset: Int64
    public let reason: String
    /// Empty where no column was wrong.
    public let column: String
    public let message: String
    public let sample: String
  }

  /// As one JSON object.
  public var json: String {
    JSONText.object([
      ("total", String(total)),
      ("files", JSONText.list(files.map(\.json))),
      ("records", JSONText.list(records.map(\.json))),
    ])
  }
}

extension ReadOnlyWarehouse {
  /// The refused files and the first refused records.
  public func rejections(limit: Int) throws(RunError) -> RejectionList {
    let files = try values(
      "select kind, path, refusal from source_file where refusal is not null order by kind, path"
    ) { row throws(WarehouseError) in
      RejectionList.RefusedFile(
        kind: try row.text("kind"), path: try row.text("path"), message: try row.text("refusal"))
    }
    let records = try values(
      """
      select f.kind, f.path, r.line, r.byte_offset, r.reason,
        coalesce(r.column_name, '') as column_name, r.message, r.sample
      from rejection r join source_file f using (source_file_id)
      order by f.kind, f.natural_path, f.path, r.byte_offset
      limit ?
      """, [.integer(Int64(limit))], RejectionList.Record.init)
    let total = try values("select coalesce(sum(rejected), 0) as total from source_file") {
      row throws(WarehouseError) in Int(try row.int64("total"))
    }
    return RejectionList(files: files, records: records, total: total.first ?? 0)
  }
}

extension RejectionList.RefusedFile {
  fileprivate var json: String {
    JSONText.object([
      ("kind", JSONText.string(kind)), ("path", JSONText.string(path)),
      ("message", JSONText.string(message)),
    ])
  }
}

extension RejectionList.Record {
  fileprivate init(_ row: Row) throws(WarehouseError) {
    kind = try row.text("kind")
    path = try row.text("path")
    line = Int(try row.int64("line"))
    byteOffset = try row.int64("byte_offset")
    reason = try row.text("reason")
    column = try row.text("column_name")
    message = try row.text("message")
    sample = try row.text("sample")
  }

  fileprivate var json: String {
    JSONText.object([
      ("kind", JSONText.string(kind)), ("path", JSONText.string(path)), ("line", String(line)),
      ("byte_offset", String(byteOffset)), ("reason", JSONText.string(reason)),
      ("column", column.isEmpty ? "null" : JSONText.string(column)),
      ("message", JSONText.string(message)), ("sample", JSONText.string(sample)),
    ])
  }
}
