import TributaryModel

extension Schema {
  /// Contacts that earlier versions kept as they were written are masked, in every column of text;
  /// what was made of such texts is made anew by the next run.
  ///
  /// The mask is today's, unlike the rest of this text: what is read from now on passes it, too, and
  /// both must meet.
  static func maskContacts(_ connection: Connection) throws(WarehouseError) {
    // What is overwritten must not be left lying in the file.
    try connection.execute("pragma secure_delete = on")
    var changed = try maskDictionary(connection)
    for (table, column) in try textColumns(connection) {
      changed += try mask(column, of: table, connection)
    }
    try connection.execute("pragma secure_delete = off")
    guard changed > 0 else { return }
    for table in remade where try connection.has(table: table) {
      try connection.execute("delete from \"\(table)\"")
    }
    try connection.execute(
      """
      update fingerprint set value = '' where name in ('sessions', 'journeys');
      insert or ignore into stale_day values ('', 0);
      insert or replace into fingerprint values ('vacuum', 'contacts');
      """)
  }

  /// Tables whose ids are made of others' and which the next run makes whole again.
  private static let remade = [
    "attribution_credit", "conversion", "touchpoint", "person_member", "person", "identity_key",
  ]

  /// Hashes, paths of files and texts that are the program's own.
  private static let untouched: Set<String> = [
    "text_value", "fingerprint", "run", "job_run", "source_file.path", "source_file.natural_path",
    "source_file.content_hash", "source_file.head_hash", "restated_day.files",
  ]

  private static func textColumns(
    _ connection: Connection
  ) throws(WarehouseError) -> [(table: String, column: String)] {
    let statement = try connection.prepare(
      """
      select t.name, c.name
      from sqlite_schema t, pragma_table_info(t.name) c
      where t.type = 'table' and t.name not like 'sqlite_%' and lower(c.type) = 'text'
      order by t.name, c.cid
      """)
    var found: [(table: String, column: String)] = []
    while try statement.step() {
      let (table, column) = (statement.text(0), statement.text(1))
      if untouched.contains(table) || untouched.contains(table + "." + column)
        || remade.contains(table)
      {
        continue
      }
      found.append((table, column))
    }
    return found
  }

  /// Returns: rows changed.
  private static func mask(
    _ column: String, of table: String, _ connection: Connection
  ) throws(WarehouseError) -> Int {
    let function: String
    switch KeptText(column: column) {
    case .own, .host: return 0
    case .identity: function = "masked_id"
    case .masked: function = "masked_text"
    }
    try connection.execute(
      """
      update or ignore "\(table)" set "\(column)" = \(function)("\(column)")
      where "\(column)" <> \(function)("\(column)")
      """)
    var changed = connection.changes
    // Rows whose masked keys meet stay apart by the hash of what they were.
    try connection.execute(
      """
      update "\(table)" set "\(column)" = masked_id("\(column)")
      where "\(column)" <> masked_text("\(column)")
      """)
    changed += connection.changes
    return changed
  }

  /// Two texts of the dictionary may come to the same one.
  ///
  /// Returns: texts changed.
  private static func maskDictionary(_ connection: Connection) throws(WarehouseError) -> Int {
    try connection.execute(
      """
      create temp table text_change as
        select text_id, masked_text(text) as text from text_value where text <> masked_text(text);
      """)
    let changed = Int(try connection.integer("select count(*) from temp.text_change"))
    if changed > 0 {
      try connection.execute(
        """
        insert or ignore into text_value (text) select text from temp.text_change order by text_id;
        create temp table text_move (old integer primary key, new integer not null);
        insert into temp.text_move
          select c.text_id, t.text_id from temp.text_change c join text_value t on t.text = c.text;
        """)
      for (table, columns) in [
        ("event", ["host", "path", "referrer", "user_agent"]),
        ("request_day", ["host", "user_agent"]),
      ] {
        for column in columns {
          try connection.execute(
            """
            update \(table)
            set \(column) = (select new from temp.text_move where old = \(column))
            where \(column) in (select old from temp.text_move)
            """)
        }
      }
      try connection.execute(
        """
        delete from text_value where text_id in (select old from temp.text_move);
        drop table temp.text_move;
        """)
    }
    try connection.execute("drop table temp.text_change")
    return changed
  }
}
