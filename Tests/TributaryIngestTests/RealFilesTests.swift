import Foundation
import Testing
import TributaryModel

@testable import TributaryIngest

/// Third-party files, with figures that other programs counted; see shared/examples/README.md.
@Suite(.enabled(if: Given.examples != nil, "the folder of third-party examples is not here"))
struct RealFilesTests {
  private func example(_ name: String) throws -> SourceFile {
    SourceFile(path: try #require(Given.examples) + "/" + name, relativePath: name)
  }

  @Test func `the real nginx log has the counts that grep and awk find`() throws {
    let log = try ReadLog(example("nginx-real.log.gz"))
    #expect(log.summary.counts.read == 14_575)
    #expect(log.rejections.isEmpty)
    let statuses = Dictionary(grouping: log.rows, by: \.status).mapValues(\.count)
    #expect(statuses[404] == 9_622)
    #expect(statuses[304] == 3_746)
    #expect(statuses[200] == 1_138)
    #expect(statuses[206] == 53)
    #expect(statuses[403] == 16)
    #expect(log.rows.map(\.bytes).reduce(0, +) == 9_199_731_256)
  }

  @Test func `its printed records name 1033 addresses`() throws {
    let format = try ClickstreamFormat("nginx-combined")
    var addresses: Set<String> = []
    let printer = RecordPrinter(.clickstream(format, Given.logOptions))
    _ = try printer.read(example("nginx-real.log.gz")) { bytes, _ in
      for line in bytes.split(separator: 10) {
        let parsed = try JSONSerialization.jsonObject(with: Data(line))
        let record = try #require(parsed as? [String: Any])
        addresses.insert(try #require(record["client_ip"] as? String))
      }
    }
    #expect(addresses.count == 1_033)
  }

  @Test func `order lines of the real shop are all kept, orders derived and cancelled`() throws {
    var options = Given.tableOptions()
    options.columns = [
      "order_id": "InvoiceNo", "sku": "StockCode", "name": "Description", "quantity": "Quantity",
      "placed_at": "InvoiceDate", "unit_price": "UnitPrice", "client_id": "CustomerID",
      "city": "Country",
    ]
    options.deriveOrders = true
    options.cancelledWhen = ["order_id": "^C"]
    let table = try ReadTable(example("uci-orders-2010-12.csv.gz"), .orderLines, options)
    // Counted with Python's csv and decimal modules.
    #expect(table.summary.counts.read == 42_481)
    #expect(table.rows.count == 42_481)
    let pairs = Set(table.rows.map { [$0.cells[0], $0.cells[1]] })
    #expect(table.rows.count - pairs.count == 985)
    let orders = try #require(table.summary.derivedOrders).rows
    #expect(orders.count == 2_025)
    let status = try #require(TableShape.orders.position(of: "status"))
    let total = try #require(TableShape.orders.position(of: "total"))
    #expect(orders.filter { $0.cells[status] == .text("cancelled") }.count == 326)
    let sum = orders.reduce(Int64(0)) { sum, order in
      if case .integer(let value) = order.cells[total] { sum + value } else { sum }
    }
    #expect(sum == 74_895_702)
  }

  @Test(arguments: [
    "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines",
    "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8",
  ])
  func `csv-spectrum reads as its JSON says`(name: String) throws {
    let folder = try #require(Given.examples) + "/csv-spectrum"
    let wanted = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: folder + "/json/\(name).json")))
    var found: [[String: String]] = []
    let file = SourceFile(path: folder + "/csvs/\(name).csv")
    _ = try RecordPrinter(.cells(delimiter: nil)).read(file) { bytes, rejections in
      #expect(rejections.isEmpty)
      for line in bytes.split(separator: 10) {
        let parsed = try JSONSerialization.jsonObject(with: Data(line))
        found.append(try #require(parsed as? [String: String]))
      }
    }
    #expect(found == wanted as? [[String: String]])
  }

  @Test func `known crawlers are bots, but for two agents that people use`() throws {
    let path = try #require(Given.examples) + "/crawler-user-agents.json"
    let parsed = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: path)))
    let entries = try #require(parsed as? [[String: Any]])
    let agents = entries.flatMap { $0["instances"] as? [String] ?? [] }
    #expect(agents.count > 2_000)
    let missed = agents.filter { !BotList.isBot($0) }
    // In-app browsers: the build number of Android 15, and what Facebook opens links with.
    #expect(missed.allSatisfy { $0.contains("Instagram") || $0.hasSuffix("MetaIAB Facebook") })
    #expect(missed.count == 2)
  }
}
