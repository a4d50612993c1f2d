import TributaryModel

extension Schema {
  /// From the first schema: tables that came since are added, and all days wait to be made anew.
  static func remakeJourneys(_ connection: Connection) throws(WarehouseError) {
    guard try !connection.has(table: "fingerprint") else { return }
    try connection.execute("drop table if exists day_digest")
    try connection.add(column: "loyalty_card", "integer", to: "orders")
    try addMissing(connection)
    try connection.execute("insert or ignore into stale_day values ('', 0)")
  }

  /// Visitors without assets stand beside those of other habits, and robots are counted by requests.
  static func keepHabits(_ connection: Connection) throws(WarehouseError) {
    guard try connection.has(table: "bare_visitor_day") else { return }
    try addMissing(connection)
    try connection.execute(
      """
      insert into visitor_habit
      select day, visitor, source_file_id, 'no-assets', pages from bare_visitor_day
      """)
    try connection.execute("drop table bare_visitor_day")
    if try connection.columns(of: "robot_day").contains("page_views") {
      try connection.execute("alter table robot_day rename column page_views to requests")
    }
  }

  /// A table for what is odd about files.
  static func keepNotes(_ connection: Connection) throws(WarehouseError) {
    try connection.execute(
      """
      create table if not exists file_note (
        source_file_id integer not null,
        note text not null,
        about text not null,
        count integer not null,
        primary key (source_file_id, note, about)
      ) strict, without rowid
      """)
  }

  /// Events of collectors have the hash of their id, and visitors the users that they are.
  static func keepEventHashes(_ connection: Connection) throws(WarehouseError) {
    try connection.add(column: "event_hash", "integer", to: "event")
    try connection.execute(
      """
      create table if not exists visitor_user (
        day text not null,
        visitor integer not null,
        user integer not null,
        source_file_id integer not null,
        primary key (day, visitor, user, source_file_id)
      ) strict, without rowid
      """)
  }

  /// A table for columns of days; what was read before is read again.
  static func keepDayColumns(_ connection: Connection) throws(WarehouseError) {
    try connection.execute(
      """
      create table if not exists day_column ( -- one row per source file and column whose times \
      there are all midnight: days, of unknown time
        source_file_id integer not null,
        column_name text not null, -- placed_at, received_at, issued_at or paid_at
        primary key (source_file_id, column_name)
      ) strict, without rowid
      """)
  }

  /// A table for requests by the hour; of what was read before it has none.
  static func keepHours(_ connection: Connection) throws(WarehouseError) {
    try connection.execute(
      """
      create table if not exists request_hour ( -- requests by the hour, without hosts; \
      of lines that an older version read there are none
        day text not null,
        source_file_id integer not null,
        hour integer not null, -- 0 to 23 of the shop's clock; the hour that comes twice when it is \
        set back has both
        kind text not null, -- page, asset or other
        is_bot integer not null,
        requests integer not null, -- the hours of a day, file and kind add up to its request_day
        primary key (day, source_file_id, hour, kind, is_bot)
      ) strict, without rowid
      """)
  }

  /// Ids of exporting systems, what was given back of orders, and a column for its sum.
  static func keepOrderOrigins(_ connection: Connection) throws(WarehouseError) {
    try connection.add(column: "refunded", "integer", to: "orders")
    try connection.execute(
      """
      create table if not exists order_identity (
        system text not null,
        external_id text not null,
        number text,
        fallback text not null,
        placed_at integer,
        order_id text not null,
        primary key (system, external_id)
      ) strict, without rowid;
      create index if not exists order_identity_number on order_identity (number, system);
      create table if not exists order_refund (
        order_id text not null,
        refund_id text not null,
        at integer not null,
        amount integer not null,
        currency text not null,
        source_file_id integer not null,
        line integer not null,
        primary key (order_id, refund_id)
      ) strict, without rowid;
      create index if not exists order_refund_at on order_refund (at);
      create table if not exists refunded_order (
        order_id text primary key,
        total integer not null,
        refunded integer,
        status text,
        cancelled_at integer
      ) strict, without rowid;
      """)
  }

  /// Placings of numbers that files tell differently, orders of one number, and prefixes of logs.
  static func keepPlacings(_ connection: Connection) throws(WarehouseError) {
    try connection.add(column: "id_prefix", "text not null default ''", to: "source_file")
    try connection.execute(
      """
      create table if not exists order_placing (
        number text not null,
        placed_at integer not null,
        total integer not null,
        currency text not null,
        customer_phone text not null,
        customer_email text not null,
        loyalty_card text not null,
        source_file_id integer not null,
        primary key (number, placed_at, total, currency, customer_phone, customer_email, loyalty_card)
      ) strict, without rowid;
      create index if not exists order_placing_file on order_placing (source_file_id);
      create table if not exists order_namesake (
        number text not null,
        order_id text not null,
        is_dated integer not null,
        is_new integer not null,
        primary key (number, order_id)
      ) strict, without rowid;
      insert or ignore into order_namesake
      select ltrim(number, '#'), order_id, 0, 1 from order_identity
      where number in (
        select number from order_identity group by number having count(distinct order_id) > 1
      );
      """)
  }

  /// Placings of invoices and payments beside those of orders.
  static func keepKindsOfPlacings(_ connection: Connection) throws(WarehouseError) {
    try connection.execute(
      """
      create table if not exists number_placing (
        kind text not null,
        number text not null,
        placed_at integer not null,
        total integer not null,
        currency text not null,
        customer_phone text not null,
        customer_email text not null,
        mark text not null,
        source_file_id integer not null,
        primary key (
          kind, number, placed_at, total, currency, customer_phone, customer_email, mark
        )
      ) strict, without rowid;
      create index if not exists number_placing_file on number_placing (source_file_id);
      """)
    guard try connection.has(table: "order_placing") else { return }
    try connection.execute(
      """
      insert or ignore into number_placing
      select
        'orders', number, placed_at, total, currency, customer_phone, customer_email, loyalty_card,
        source_file_id
      from order_placing;
      drop table order_placing;
      """)
  }

  /// Makes the tables, indexes and views that the file does not have.
  private static func addMissing(_ connection: Connection) throws(WarehouseError) {
    for file in creation {
      try connection.execute(
        file.text.replacing("create table ", with: "create table if not exists ")
          .replacing("create index ", with: "create index if not exists ")
          .replacing("create view ", with: "create view if not exists "))
    }
  }
}
