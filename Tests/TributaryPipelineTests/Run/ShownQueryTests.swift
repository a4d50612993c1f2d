import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// Every query that a page shows is run against the warehouse that the page was made from.
@Suite struct ShownQueryTests {
  @Test func `every table of a page shows a query that runs and gives rows`() throws {
    let shown = try Self.night.get()
    #expect(Set(shown.filter { !$0.isPart }.map(\.page)).count == 9)
    #expect(Set(shown.filter(\.isPart).map(\.file)).count == 4)
    #expect(Set(shown.map(\.file)).count >= 40)
    for query in shown {
      #expect(query.failure == nil, "\(query.page), \(query.file)")
      #expect(!query.answer.rows.isEmpty, "\(query.page), \(query.file)")
    }
  }

  @Test func `each query gives its file: the same columns, rows, order and units`() throws {
    for query in try Self.night.get() where !query.isPart {
      #expect(query.answer.names == query.table.names, "\(query.file)")
      #expect(query.answer.rows.count == query.table.rows.count, "\(query.file)")
      for (asked, row) in zip(query.answer.rows, query.table.rows) where !same(asked, row) {
        Issue.record("\(query.file): the query gives \(asked), the file \(row)")
        break
      }
    }
  }

  @Test func `a part's query gives the campaign's rows of the whole file`() throws {
    for query in try Self.night.get() where query.isPart {
      let key = try #require(query.answer.rows.first?.first)
      let own = query.table.rows.filter { $0.first == key }
      #expect(query.answer.rows.count == own.count, "\(query.page), \(query.file)")
      for row in query.answer.rows where !own.contains(where: { same($0, row) }) {
        Issue.record("\(query.page), \(query.file): \(row) is not in the file")
      }
    }
  }

  /// To the last bit: both write numbers so that they are read back as they were.
  private func same(_ asked: [String], _ row: [String]) -> Bool {
    asked.count == row.count
      && zip(asked, row).allSatisfy { left, right in
        left == right || Double(left) != nil && Double(left) == Double(right)
      }
  }

  /// One night of the sample shop with the logs of its last fortnight.
  private static let night = Result { try ShownQuery.ofRun() }
}

/// A query as a page shows it, what it answers, and the table that it stands beneath.
private struct ShownQuery: Sendable {
  /// Column names and the texts of the rows.
  struct Rows: Sendable {
    var names: [String] = []
    var rows: [[String]] = []
  }

  let page: String
  /// The table's file without `.csv`.
  let file: String
  /// Whether the page shows some rows of the file: those of one campaign.
  var isPart: Bool { page.hasPrefix("campaign-") }
  var answer = Rows()
  var failure: String?
  let table: Rows

  static func ofRun() throws -> [ShownQuery] {
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
    let summary = try PipelineRun(pipeline).run(RunOptions(version: "test"))
    let reports = URL(filePath: try #require(summary.reports))
    let warehouse = try ReadOnlyWarehouse(pipeline)
    let pages = try FileManager.default
      .contentsOfDirectory(atPath: reports.path(percentEncoded: false))
      .filter { $0.hasSuffix(".html") }.sorted()
    return try pages.flatMap { page in
      let html = try String(contentsOf: reports.appending(path: page), encoding: .utf8)
      let source = #/<p class="src"><a href="([a-z-]+)\.csv".*?<pre>(.*?)</pre>/#
      return try html.matches(of: source.dotMatchesNewlines())
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
    do throws(RunError) {
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
