import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

@Suite struct OlderWarehouseTests {
  /// A warehouse as an older version left it: without the tables and columns that came since.
  @Test(arguments: 1...16)
  func `a warehouse of an older version goes on as if it were new`(version: Int) throws {
    let shop = try Shop.small()
    try shop.write(GeneratedShop(seed: 3).files)
    try shop.run()
    let pipeline = try shop.pipeline()
    do {
      // Answers of earlier days are kept.
      let warehouse = try Warehouse(
        path: pipeline.warehouse,
        settings: WarehouseSettings(zone: pipeline.zone, currency: pipeline.currency))
      try warehouse.run(
        """
        insert into peak
          (as_of, is_next, start_day, top_day, curve_top_day, end_day, multiple, state, position)
        values
          ('2020-01-01', 0, '2019-12-01', '2019-12-02', '2019-12-02', '2019-12-03', 2, null, 1)
        """)
    }
    let expected = try WarehouseDump.meaning(shop.warehouse())
    let reports = try shop.reports()
    do {
      let warehouse = try Warehouse(
        path: pipeline.warehouse,
        settings: WarehouseSettings(zone: pipeline.zone, currency: pipeline.currency))
      try undoPlacings(warehouse)
      if version < 16 { try undoColumns(warehouse) }
      if version < 9 { try undoVersions(warehouse) }
      if version < 6 {
        try warehouse.run("drop table visitor_user")
        try warehouse.run("alter table event drop column event_hash")
      }
      if version < 5 { try undoLines(warehouse) }
      if version < 4 { try warehouse.run("drop table file_note") }
      if version < 8 {
        for table in ["order_identity", "order_refund", "refunded_order"] {
          try warehouse.run("drop table \(table)")
        }
        try warehouse.run("alter table orders drop column refunded")
      }
      if version < 3 { try undoHabits(warehouse) }
      if version == 1 { try undoJourneys(warehouse) }
      if version < 11 { try warehouse.run("alter table run drop column published") }
      if version < 12 {
        try warehouse.run("alter table event drop column line")
        try warehouse.run("alter table event drop column source_file_id")
      }
      if version < 13 { try warehouse.run("drop table request_hour") }
      try undoDerived(warehouse, version)
      try undoResults(warehouse)
      if version < 15 { try warehouse.run("alter table letter drop column thread_id") }
      if version < 14 { try warehouse.run("drop table day_column") }
      try warehouse.run("pragma user_version = \(version)")
    }
    let summary = try shop.run()
    #expect(summary.exitCode == 0)
    try expectCopy(of: version, beside: pipeline.warehouse)
    // By what keys an older program read a file is not known: it is read again.
    #expect(summary.sources.allSatisfy { $0.counts.read > 0 } == (version < 9))
    let found = try WarehouseDump.meaning(shop.warehouse())
    #expect(Set(found).symmetricDifference(expected).sorted() == [])
    let pages = try shop.reports()
    #expect(pages.keys.sorted() == reports.keys.sorted())
    for (name, bytes) in reports { #expect(pages[name] == bytes, "\(name)") }
    #expect(try shop.number("select count(*) from peak where as_of = '2020-01-01'") == 1)
    #expect(
      try shop.number(
        "select count(*) from sqlite_master where name in ('day_digest', 'mart_of_before')") == 0)
  }

  /// The copy of before the migration stays, but for one with contacts that are masked since.
  private func expectCopy(of version: Int, beside path: String) throws {
    let copy = path + ".before-migration"
    guard version >= 10 else {
      #expect(!FileManager.default.fileExists(atPath: copy))
      return
    }
    let bytes = try Data(contentsOf: URL(filePath: copy))
    // SQLite's file format: the user version stands at offset 60, big-endian.
    #expect(Array(bytes[60..<64]) == [0, 0, 0, UInt8(version)])
  }

  /// Lines and hours of what an older version read are not known until it is read again.
  @Test func `an older warehouse goes on with lines and hours of what is new`() throws {
    let shop = try LogShop()
    try shop.write(shop.lines(0..<3), to: "log/a.log")
    try shop.run()
    let pipeline = try shop.shop.pipeline()
    do {
      let warehouse = try Warehouse(
        path: pipeline.warehouse,
        settings: WarehouseSettings(zone: pipeline.zone, currency: pipeline.currency))
      try warehouse.run("alter table event drop column line")
      try warehouse.run("alter table event drop column source_file_id")
      try warehouse.run("drop table request_hour")
      try warehouse.run("alter table source_file drop column id_prefix")
      try warehouse.run("pragma user_version = 11")
    }
    try shop.append(shop.lines(3..<5), to: "log/a.log")
    try shop.run()
    #expect(
      try shop.shop.rows("select source_file_id, line from event order by event_id")
        == ["null|null", "null|null", "null|null", "1|4", "1|5"])
    #expect(try shop.number("select sum(requests) from request_hour") == 2)
    // Other keys have the file read again.
    try shop.shop.replace("nginx-vhost-combined'", "nginx-vhost-combined', host: 'new.example'")
    try shop.run()
    try shop.expectPages(0..<5)
    #expect(
      try shop.shop.rows("select line from event order by event_id") == ["1", "2", "3", "4", "5"])
  }

  /// Versions that derived other tables from the loaded ones: a name that is gone, one that is new, a
  /// column less; before the tenth they left no word of it.
  private func undoDerived(_ warehouse: Warehouse, _ version: Int) throws {
    try warehouse.run("drop table order_fact")
    try warehouse.run("alter table campaign drop column channel")
    guard version >= 10 else {
      if version > 1 {
        try warehouse.run("delete from fingerprint where name = 'derived tables'")
      }
      return
    }
    try warehouse.run("create table mart_of_before (day text)")
    try warehouse.setFingerprint("derived tables", "0 mart_of_before session")
  }

  /// Results had no place in their list; a new one was not there at all.
  private func undoResults(_ warehouse: Warehouse) throws {
    let columns = """
      as_of, is_next, start_day, name, top_day, curve_top_day, end_day, multiple, multiple_lower,
      multiple_upper, total
      """
    for sql in [
      "drop table finding", "create table peak_kept as select \(columns) from peak",
      "drop table peak",
      """
      create table peak (
        as_of text not null, is_next integer not null, start_day text not null, name text,
        top_day text not null, curve_top_day text not null, end_day text not null,
        multiple real not null, multiple_lower real, multiple_upper real, total real,
        primary key (as_of, is_next, start_day)
      ) strict, without rowid
      """, "insert into peak select \(columns) from peak_kept", "drop table peak_kept",
    ] { try warehouse.run(sql) }
  }

  private func undoPlacings(_ warehouse: Warehouse) throws {
    for table in ["number_placing", "order_namesake"] {
      try warehouse.run("drop table \(table)")
    }
    try warehouse.run("alter table source_file drop column id_prefix")
  }

  private func undoLines(_ warehouse: Warehouse) throws {
    for column in ["order_line drop column line_total", "order_line drop column line_cost"] {
      try warehouse.run("alter table \(column)")
    }
    try warehouse.run("alter table product drop column exact_unit_cost")
  }

  private func undoColumns(_ warehouse: Warehouse) throws {
    try warehouse.run("alter table file_version drop column columns")
    for shape in TableShape.all {
      try warehouse.run("alter table \(shape.table) drop column told_before")
    }
    try warehouse.run("alter table spend rename to newer_spend")
    try warehouse.run(
      """
      create table spend (
        date text not null, source text not null, medium text not null, campaign text not null,
        campaign_id text not null, ad_group text not null, keyword text not null,
        geodomain text not null, currency text not null, cost integer not null,
        impressions integer, clicks integer, source_file_id integer not null,
        line integer not null, version_id integer not null,
        primary key (
          date, source, medium, campaign, campaign_id, ad_group, keyword, geodomain, currency)
      ) strict, without rowid
      """)
    try warehouse.run(
      """
      insert into spend
      select date, source, medium, campaign, campaign_id, ad_group, keyword, geodomain, currency,
        cost, impressions, clicks, source_file_id, line, version_id
      from newer_spend
      """)
    try warehouse.run("drop table newer_spend")
  }

  private func undoVersions(_ warehouse: Warehouse) throws {
    try warehouse.run("drop table file_version")
    try warehouse.run("drop table disputed_order")
    try warehouse.run("alter table source_file drop column reading")
    for shape in TableShape.all {
      try warehouse.run("alter table \(shape.table) drop column version_id")
      guard shape.merge == .replace, shape.kind != .orders else { continue }
      try warehouse.run("alter table \(shape.table) drop column updated_at")
    }
  }

  private func undoHabits(_ warehouse: Warehouse) throws {
    try warehouse.run(
      """
      create table bare_visitor_day (
        day text not null, visitor integer not null, source_file_id integer not null,
        pages integer not null, primary key (day, visitor, source_file_id)
      ) strict, without rowid
      """)
    try warehouse.run(
      """
      insert into bare_visitor_day
      select day, visitor, source_file_id, requests from visitor_habit where habit = 'no-assets'
      """)
    try warehouse.run("drop table visitor_habit")
    try warehouse.run("alter table robot_day rename column requests to page_views")
  }

  private func undoJourneys(_ warehouse: Warehouse) throws {
    for table in ["fingerprint", "identity_key", "attribution_result", "campaign_audit"] {
      try warehouse.run("drop table \(table)")
    }
    try warehouse.run("drop view temp.seed_key")
    try warehouse.run("alter table orders drop column loyalty_card")
    try warehouse.run("drop view touchpoint")
    try warehouse.run("drop table person_touchpoint")
    try warehouse.run("create table touchpoint (touchpoint_id integer primary key)")
    try warehouse.run(
      "create table day_digest (job text, day text, digest text, primary key (job, day))")
  }
}
