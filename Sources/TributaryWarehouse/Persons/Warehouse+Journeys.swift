import TributaryModel

/// Which members' persons, touchpoints and credit are worked out anew.
///
/// ```
///  changed days ──► seeds ──► their keys, read anew ──► a few seeds ──► all that belong with them
///                     ▲                                     │ (temp.journey_member)
///                     └─ members of keys that join nobody now, or no longer ─┘ until none is left
/// ```
/// What belongs together is found through indexes, so the cost follows what changed, not history.
extension Warehouse {
  /// Finds the members that the changes touch, and reads their keys anew.
  ///
  /// - Parameters:
  ///   - mostSharers: a key that more records of one kind carry within 30 days joins nobody; nor does
  ///     a contact whose records carry more different contacts of another kind.
  ///   - nobody: keys known to name nobody, as `identity_key` writes them, with the reason.
  ///   - countsOrders: whether orders are conversions, whose worth is compared.
  ///   - countsInvoices: whether paid invoices are.
  /// - Returns: the days of the sessions of browsers that join nobody now, or no longer.
  public func seedJourneys(
    _ changes: JourneyChanges, mostSharers: Int, nobody: [String: String] = [:],
    countsOrders: Bool, countsInvoices: Bool
  ) throws(WarehouseError) -> Set<Day> {
    for table in ["journey_day", "journey_seed", "journey_key", "journey_member"] {
      try connection.execute("delete from temp.\(table)")
    }
    defer {
      try? connection.execute("delete from temp.retold_visitor; delete from temp.retold_member")
    }
    let limit: [Cell] = [.integer(Int64(mostSharers))]
    var days: Set<Day> = []
    if changes.touchesEverything {
      days = Set(
        try self.days(
          "select distinct day from session where 'visitor:' || visitor in (select key from nobody_key)"
        ))
      try forgetJourneys()
      try run(Self.sql(PackageResources.seed_everything_sql))
    } else {
      try noteDays(changes)
      try run(Self.sql(PackageResources.seed_day_sql))
      if changes.touchesNumbers {
        try run("insert or ignore into temp.journey_seed select 'call', call_id from call")
      }
      if changes.touchesWorth, countsOrders { try noteWorth(of: "order") }
      if changes.touchesWorth, countsInvoices {
        try noteWorth(of: "invoice", where: "fact.paid_day is not null")
      }
    }
    // Keys are a kind and a number or hash, reasons words of ours: nothing that JSON would escape.
    let known: [Cell] = [
      .text("{" + nobody.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",") + "}")
    ]
    try run(Self.sql(PackageResources.note_keys_sql), known)
    try run(Self.sql(PackageResources.note_known_keys_sql), known)
    try connection.execute(Self.sql(PackageResources.replace_keys_sql))
    try run(Self.sql(PackageResources.judge_keys_sql), limit)
    try run(Self.sql(PackageResources.seed_capped_sql))
    return try days.union(
      self.days(
        """
        select distinct s.day
        from temp.journey_key touched
        cross join session s on s.visitor = cast(substr(touched.key, 9) as integer)
        where touched.key >= 'visitor:' and touched.key < 'visitor;'
          and touched.was_nobody <> exists (select 1 from nobody_key n where n.key = touched.key)
        """))
  }

  /// Takes calls among the seeds whose keys are as they were.
  public func seedCalls(_ calls: Set<String>) throws(WarehouseError) {
    let insert = try connection.prepare(
      "insert or ignore into temp.journey_seed values ('call', ?)")
    for call in calls.sorted() { try insert.run([.text(call)]) }
  }

  /// Takes some seeds and all that belong with them into `temp.journey_member`.
  ///
  /// - Returns: whether there were any.
  public func takeJourneys(_ count: Int) throws(WarehouseError) -> Bool {
    guard try run(Self.sql(PackageResources.take_seeds_sql), [.integer(Int64(count))]) > 0 else {
      return false
    }
    let widen = try connection.prepare(Self.sql(PackageResources.widen_sql))
    var round: Int64 = 0
    repeat {
      try widen.run([.integer(round)])
      round += 1
    } while connection.changes > 0
    try run(
      """
      insert or ignore into temp.journey_person (person_id)
      select mine.person_id
      from temp.journey_member m
      cross join person_member mine on mine.kind = m.kind and mine.member = m.member
      """)
    return true
  }

  /// Forgets what was written of the persons that the taken members were.
  public func forgetTakenJourneys() throws(WarehouseError) {
    try connection.execute(Self.sql(PackageResources.forget_persons_sql))
  }

  /// The taken members are done with.
  public func settleTakenJourneys() throws(WarehouseError) {
    try connection.execute(Self.sql(PackageResources.settle_members_sql))
  }

  /// The keys of taken members that join nobody, as `identity_key` writes them.
  public func nobodyKeys() throws(WarehouseError) -> Set<String> {
    var keys: Set<String> = []
    try forEachRow(
      """
      select mine.key
      from temp.journey_member m
      cross join identity_key mine on mine.kind = m.kind and mine.member = m.member
      cross join nobody_key n on n.key = mine.key
      union
      select n.key
      from temp.journey_member m
      cross join nobody_key n on n.key = 'visitor:' || m.member
      where m.kind = 'visitor'
      """
    ) { row throws(WarehouseError) in keys.insert(row.text(0)) }
    return keys
  }

  private func forgetJourneys() throws(WarehouseError) {
    if try connection.integer("select exists (select 1 from person_member)") == 1 {
      try connection.execute("update session set person_id = null where person_id is not null")
    }
    for table in [
      "attribution_credit", "conversion", "person_touchpoint", "person_member", "person",
      "identity_key", "nobody_key",
    ] { try connection.execute("delete from \(table)") }
  }

  private func noteDays(_ changes: JourneyChanges) throws(WarehouseError) {
    let insert = try connection.prepare("insert into temp.journey_day values (?, ?, ?, ?)")
    for kind in JourneyChanges.Kind.allCases {
      for day in (changes.days[kind] ?? []).sorted() {
        try insert.run([
          .text(kind.rawValue), .text(day.description),
          .integer(settings.zone.instant(of: day).milliseconds),
          .integer(settings.zone.instant(of: day.adding(1)).milliseconds),
        ])
      }
    }
  }

  /// Orders or invoices that are worth something else than their conversion says.
  private func noteWorth(
    of kind: String, where condition: String = "true"
  ) throws(WarehouseError) {
    try run(
      """
      insert or ignore into temp.journey_seed (kind, member)
      select '\(kind)', fact.\(kind)_id
      from \(kind)_fact fact
      left join conversion c on c.conversion_id = '\(kind):' || fact.\(kind)_id
      where \(condition) and (c.value is not fact.total or c.margin is not fact.margin)
      """)
  }

  private static func sql(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
