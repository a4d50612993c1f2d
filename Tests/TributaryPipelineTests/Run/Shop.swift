import Foundation
import Testing
import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

/// A shop in a folder of its own: its pipeline file, its source files and its nights.
struct Shop {
  let folder: TemporaryFolder

  init(_ pipeline: String? = nil) throws {
    folder = try TemporaryFolder()
    if let pipeline { try folder.write(pipeline, to: "shop/pipeline.json5") }
  }

  /// A shop with logs, orders and spend that its folder names; the as-of day is 2026-11-14.
  static func small(_ extra: String = "") throws -> Shop {
    try Shop(
      """
      {name: 'shop', timezone: 'Europe/Moscow', currency: 'RUB', as_of: '2026-11-14',
       reports: 'reports',
       channels: {own_domains: ['shop.example']},
       sources: [
         {kind: 'clickstream', format: 'nginx-vhost-combined', paths: ['log/*'], optional: true},
         {kind: 'orders', paths: ['orders/*'], optional: true},
         {kind: 'calls', paths: ['calls/*'], optional: true},
         {kind: 'spend', paths: ['spend/*'], optional: true},\(extra)
       ]}
      """)
  }

  func write(_ text: String, to name: String) throws { try folder.write(text, to: "shop/" + name) }

  /// Sets the modification time of a file, such as `2026-06-01T12:00:00Z`.
  func touch(_ name: String, _ time: String) throws {
    let date = try Date(time, strategy: .iso8601)
    try FileManager.default.setAttributes(
      [.modificationDate: date], ofItemAtPath: url(name).path(percentEncoded: false))
  }

  /// Writes some of the files of a generated shop, each with the modification time of its place
  /// among the names of all: versions go by it, and by no order of writing.
  ///
  /// - Parameters:
  ///   - prefix: stands before the names below their folders, as in `orders/later-1.csv`.
  func write(
    _ files: [String: String], where isWritten: (String) -> Bool = { _ in true },
    prefix: String = ""
  ) throws {
    let noon = try Date("2026-11-14T09:00:00Z", strategy: .iso8601)
    for (index, file) in files.sorted(by: { $0.key < $1.key }).enumerated()
    where isWritten(file.key) {
      let name = file.key.replacing("/", with: "/" + prefix)
      try write(file.value, to: name)
      try FileManager.default.setAttributes(
        [.modificationDate: noon + Double(index)],
        ofItemAtPath: url(name).path(percentEncoded: false))
    }
  }

  /// Replaces a text of the pipeline file, which must be there.
  func replace(_ old: String, _ new: String) throws {
    let text = try String(contentsOf: url("pipeline.json5"), encoding: .utf8)
    try #require(text.contains(old))
    try write(text.replacing(old, with: new), to: "pipeline.json5")
  }

  func url(_ name: String) -> URL { folder.url.appending(path: "shop/" + name) }

  func pipeline() throws -> Pipeline {
    try PipelineFile.load(url("pipeline.json5").path(percentEncoded: false))
  }

  @discardableResult
  func run() throws -> RunSummary {
    try PipelineRun(try pipeline()).run(RunOptions(version: "test"))
  }

  /// The warehouse as the last night left it.
  func warehouse() throws -> Warehouse {
    let pipeline = try pipeline()
    return try Warehouse.readOnly(
      path: pipeline.warehouse, settings: WarehouseSettings(pipeline))
  }

  /// Files and days whose requests by the hour are not those of the day; none.
  static let unequalHours = """
    select source_file_id, day, kind, is_bot, sum(requests)
    from (
      select source_file_id, day, kind, is_bot, requests from request_day
      union all select source_file_id, day, kind, is_bot, -requests from request_hour
    )
    group by 1, 2, 3, 4 having sum(requests) <> 0
    union all
    select source_file_id, day, kind, is_bot, requests from request_hour
    where requests <= 0 or hour not between 0 and 23
    """

  /// Rows as text, cells joined by `|`.
  func rows(_ sql: String) throws -> [String] {
    try warehouse().rows(sql).map { $0.cells.map(\.plain).joined(separator: "|") }
  }

  /// The single number that a query gives.
  func number(_ sql: String) throws -> Int {
    try #require(try rows(sql).first.flatMap { Int($0) })
  }

  /// The pages of the last night: name and bytes of each file.
  func reports() throws -> [String: Data] {
    let place = url("reports/2026-11-14")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: place.path(percentEncoded: false))
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: place.appending(path: $0))) })
  }
}

extension Cell {
  var plain: String {
    switch self {
    case .null: "null"
    case .integer(let value): String(value)
    case .real(let value): String(value)
    case .text(let value): value
    }
  }
}
