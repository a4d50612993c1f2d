import TributaryModel

extension Schema {
  /// Rows know the version of their file, and files the keys that they were read with: what an older
  /// program read is read again.
  static func keepVersions(_ connection: Connection) throws(WarehouseError) {
    try connection.add(
      column: "reading", "text not null default 'older'", to: "source_file")
    try connection.execute(
      """
      create table if not exists file_version (
        version_id integer primary key,
        source_file_id integer not null,
        named_day text,
        named_second integer,
        is_span integer not null,
        modified integer not null,
        content_hash text not null,
        is_return integer not null,
        first_line integer,
        last_line integer
      ) strict;
      create index if not exists file_version_file on file_version (source_file_id);
      create index if not exists file_version_content on file_version (content_hash);
      create table if not exists disputed_order (
        order_id text primary key,
        version_id integer not null
      ) strict, without rowid;
      """)
    var isOlder = false
    for table in versionedTables {
      guard
        try connection.add(column: "version_id", "integer not null default 0", to: table)
      else { continue }
      isOlder = true
      try connection.execute("update \"\(table)\" set version_id = source_file_id")
    }
    for table in versionedTables where !setsAndSums.contains(table) && table != "orders" {
      try connection.add(column: "updated_at", "integer", to: table)
    }
    guard isOlder else { return }
    try connection.execute(
      """
      insert into file_version
        (version_id, source_file_id, is_span, modified, content_hash, is_return)
      select source_file_id, source_file_id, 0, modified, content_hash, 0
      from source_file where kind <> 'clickstream'
      """)
  }

  private static let setsAndSums = ["order_line", "spend", "search_query"]

  private static let versionedTables = [
    "orders", "order_line", "order_status", "call", "letter", "letter_reply", "invoice", "payment",
    "spend", "ad_payment", "search_query", "geodomain", "phone_number", "calendar_event", "product",
    "stock", "exchange_rate",
  ]
}
