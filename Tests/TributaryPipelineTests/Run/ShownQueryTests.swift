import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// Every query that a page shows is run against the warehouse that the page was made from.
@Suite struct ShownQueryTests {
  @Test func `every table of a page shows a query that runs and gives rows`() throws {
    let shown = try Self.night.get()
    #expect(Set(shown.map(\.page)).count == 9)
    for query in shown {
      #expect(query.failure == nil, "\(query.page), \(query.file)")
      #expect(!query.answer.rows.isEmpty, "\(query.page), \(query.file)")
    }
  }

  @Test(arguments: [
    ("indicators", ["value", "expected", "last_week", "four_weeks_ago", "last_year"]),
    ("waiting-orders", ["orders", "money", "oldest_days"]),
    ("sources", ["read", "refused"]),
    ("campaign-rating", ["spend", "margin_return", "return_on_ad_spend"]),
    ("funnel-purchase", ["reached"]),
    ("funnel-letter", ["reached"]),
    ("demand-day", ["orders"]),
    ("peaks", ["multiple"]),
    ("year-over-year", ["ratio"]),
    ("city-conversion", ["visits", "web_orders"]),
    ("cities", ["revenue"]),
    ("order-cancellations", ["cancelled_share", "cancelled", "entered"]),
    ("order-transitions", ["orders"]),
    ("orders-by-method", ["orders", "cancelled", "revenue"]),
    ("orders-by-channel", ["orders", "cancelled", "revenue"]),
    ("orders-by-payment", ["orders", "cancelled", "revenue"]),
    ("orders-by-status", ["orders", "revenue"]),
    ("top-categories", ["pieces", "revenue", "margin"]),
    ("source-reconciliation", ["read", "loaded", "duplicate", "filtered", "rejected"]),
    ("source-money", ["read", "loaded", "duplicate", "rejected", "unknown_amounts"]),
    ("refused-rows", ["rows"]),
  ])
  func `the query gives the numbers of its table`(file: String, columns: [String]) throws {
    let query = try #require(try Self.night.get().first { $0.file == file })
    for column in columns {
      let asked = try #require(query.answer.numbers(column), "\(file) asks for no \(column)")
      let table = try #require(query.table.numbers(column), "\(file) has no \(column)")
      // Money is in minor units in the warehouse and in whole units in the table.
      let isSame = same(asked, table) || same(asked.map { $0 / 100 }, table)
      let isMixed = file == "indicators" && asked.count == table.count
      #expect(isSame || isMixed && sameByName(query, column), "\(file), \(column)")
    }
  }

  private func same(_ left: [Double], _ right: [Double]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left.sorted(), right.sorted()).allSatisfy { abs($0 - $1) <= 1e-6 * max(1, abs($1)) }
  }

  /// Indicators mix money with shares: each is compared with the row of its name.
  private func sameByName(_ query: ShownQuery, _ column: String) -> Bool {
    let table = Dictionary(
      query.table.rows.map { ($0[0], $0) }, uniquingKeysWith: { first, _ in first })
    guard let from = query.answer.names.firstIndex(of: column),
      let to = query.table.names.firstIndex(of: column)
    else { return false }
    return query.answer.rows.allSatisfy { row in
      guard let asked = Double(row[from]) else { return table[row[0]]?[to].isEmpty ?? false }
      guard let shown = table[row[0]].flatMap({ Double($0[to]) }) else { return false }
      return abs(asked - shown) < 1e-6 * max(1, shown)
        || abs(asked / 100 - shown) < 1e-6 * max(1, shown)
    }
  }

  /// One night of the sample shop with the logs of its last fortnight.
  private static let night = Result { try ShownQuery.ofNight() }
}

/// A query as a page shows it, what it answers, and the table that it stands beneath.
private struct ShownQuery: Sendable {
  /// Column names and the texts of the rows.
  struct Rows: Sendable {
    var names: [String] = []
    var rows: [[String]] = []

    /// The known numbers of that column; nil without the column.
    func numbers(_ name: String) -> [Double]? {
      names.firstIndex(of: name).map { index in
        rows.compactMap { index < $0.count ? Double($0[index]) : nil }
      }
    }
  }

  let page: String
  /// The table's file without `.csv`.
  let file: String
  var answer = Rows()
  var failure: String?
  let table: Rows

  static func ofNight() throws -> [ShownQuery] {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../..").standardizedFileURL.path(percentEncoded: false)
    let folder = try TemporaryFolder()
    let text = try String(
      contentsOfFile: root + "pipelines/nightly/pipeline.json5", encoding: .utf8)
    try folder.write(
      text.replacing("../../sample-data", with: root + "sample-data")
        .replacing("logs/*.log.gz", with: "logs/access-2026-11-*.log.gz"),
      to: "pipelines/nightly/pipeline.json5")
    let place = folder.url.appending(path: "pipelines/nightly").path(percentEncoded: false)
    let pipeline = try PipelineFile.load(place)
    let summary = try Night(pipeline).run(NightOptions(version: "test"))
    let reports = URL(filePath: try #require(summary.reports))
    let warehouse = try ReadOnlyWarehouse(pipeline)
    let pages = try FileManager.default
      .contentsOfDirectory(atPath: reports.path(percentEncoded: false))
      .filter { $0.hasSuffix(".html") }.sorted()
    return try pages.flatMap { page in
      let html = try String(contentsOf: reports.appending(path: page), encoding: .utf8)
      return try html.matches(of: #/href="([a-z-]+)\.csv".*?<pre>(.*?)</pre>/#.dotMatchesNewlines())
        .map { match in
          try ShownQuery(page, String(match.1), sql: plain(match.2), reports, warehouse)
        }
    }
  }

  private init(
    _ page: String, _ file: String, sql: String, _ reports: URL, _ warehouse: ReadOnlyWarehouse
  ) throws {
    self.page = page
    self.file = file
    let csv = try String(contentsOf: reports.appending(path: file + ".csv"), encoding: .utf8)
    var lines = csv.replacing("\u{FEFF}", with: "").split(separator: "\r\n").map(ShownQuery.cells)
    let names = lines.isEmpty ? [] : lines.removeFirst()
    table = Rows(names: names, rows: lines)
    var answer = Rows()
    do throws(NightError) {
      try warehouse.query(sql) {
        answer.names = $0
      } row: {
        answer.rows.append($0.map(\.plainText))
      }
    } catch {
      failure = error.message
    }
    self.answer = answer
  }

  /// The text as it was before it was escaped for the page.
  private static func plain(_ markup: Substring) -> String {
    String(markup).replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  /// The fields of a line of CSV; a quoted one may hold commas.
  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
