import Foundation
import Testing
import TributaryModel

@testable import TributaryWarehouse

/// A warehouse in a folder of its own, removed afterwards.
final class TestShop {
  let folder: URL
  var path: String { folder.appendingPathComponent("shop.sqlite").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tributary-warehouse-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  static func settings(zone: String = "UTC") throws -> WarehouseSettings {
    WarehouseSettings(zone: try #require(Zone(identifier: zone)), currency: .rub)
  }

  func open(zone: String = "UTC") throws -> Warehouse {
    try Warehouse(path: path, settings: TestShop.settings(zone: zone))
  }
}

/// Milliseconds of a UTC time such as `2026-05-03 10:00`.
func at(_ text: String) throws -> Int64 {
  let parts = text.split(separator: " ")
  let clock = parts[1].split(separator: ":").compactMap { Int64($0) }
  let day = try #require(Day(String(parts[0])))
  return Int64(day.number) * 86_400_000 + clock[0] * 3_600_000 + clock[1] * 60_000
}

func day(_ text: String) throws -> Day { try #require(Day(text)) }

extension FileDescription {
  /// A table read whole.
  static func table(
    _ kind: SourceKind, _ path: String, modified: Int64 = 2
  ) -> FileDescription {
    FileDescription(
      kind: kind, path: FileName(spelling: path), size: 1, modified: modified, inode: 3,
      reading: .whole)
  }

  /// A log read from where the last reading ended.
  static func log(_ path: String) -> FileDescription {
    FileDescription(
      kind: .clickstream, path: FileName(spelling: path), size: 1, modified: 2, inode: 3,
      reading: .appended)
  }
}

extension LoadSummary {
  static func of(_ read: Int, filtered: Int = 0, offset: Int64 = 100) -> LoadSummary {
    LoadSummary(
      read: read, filtered: filtered, contentOffset: offset, contentHash: "c", headHash: "h")
  }
}

extension Warehouse {
  /// Loads rows given by column name, on lines 2, 3, ….
  @discardableResult
  func load(
    _ shape: TableShape, _ path: String, _ rows: [[String: Cell]], modified: Int64 = 2,
    columns: Set<String>? = nil
  ) throws -> LoadOutcome {
    var batch = TableBatch()
    batch.columns = columns
    for (index, row) in rows.enumerated() {
      batch.rows.append(
        TableRow(line: index + 2, cells: shape.columns.map { row[$0.name] ?? .null }))
    }
    return try load(.table(shape.kind, path, modified: modified)) { loader in
      try loader.append(batch, shape: shape)
      return .of(rows.count)
    }
  }

  /// Makes facts and marts of those days. Of spend a number, else a name is the campaign, and `cpc` is
  /// paid search.
  @discardableResult
  func refresh(days: Set<Day>) throws -> [Day] {
    try run(
      """
      insert or replace into campaign_tag
      select distinct source, medium, campaign, campaign_id, '', '9999-12-31',
        coalesce(nullif(campaign_id, ''), nullif(campaign, '')),
        iif(medium = 'cpc', 'paid-search', 'unassigned')
      from spend
      """)
    return try refreshMarts(days: refreshFacts(days: days).sorted())
  }

  /// A query's answer as text, one row a string, cells joined by `|`.
  func dump(_ sql: String) throws -> [String] {
    try rows(sql).map { row in
      row.cells.map { cell in
        switch cell {
        case .null: "null"
        case .integer(let value): String(value)
        case .real(let value): String(value)
        case .text(let value): value
        }
      }.joined(separator: "|")
    }
  }
}

func order(
  _ id: String, _ placedAt: String, _ total: Int64, _ more: [String: Cell] = [:]
) throws -> [String: Cell] {
  [
    "order_id": .text(id), "placed_at": .integer(try at(placedAt)), "total": .integer(total),
    "currency": .text("RUB"),
  ].merging(more) { _, new in new }
}
