import Testing
import TributaryModel

@testable import TributaryIngest

struct JSONRecordsTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func orders(
    _ text: String, envelopes: [String] = ["orders", "result.data"],
    _ aliases: [String: [String]] = [
      "order_id": ["number", "id"], "placed_at": ["createdAt"], "total": ["sum.total"],
      "customer_phone": ["customer.phones[0].number"], "status": ["status"],
    ]
  ) throws -> ReadTable {
    var options = Given.tableOptions()
    options.aliases = aliases
    options.layout = .json(envelopes: envelopes)
    return try ReadTable(bench.write("t.json", text), .orders, options)
  }

  private static let first =
    #"{"number":"A1","createdAt":"2026-05-03 10:15:00","sum":{"total":19.9},"status":"new"}"#
  private static let second =
    #"{"id":7,"createdAt":"2026-05-03 11:00:00","sum":{"total":"5"},"status":null,"x":[{}]}"#

  @Test(arguments: [
    "\(first)\n\(second)\n",
    "\(first)\n\(second)",
    "[\(first),\n\(second)]",
    "\u{feff} [\n\(first) , \(second)\n ]\n",
    #"{"success":true,"orders":["# + first + "," + second + #"],"pagination":{"page":1}}"#,
    #"{"id":1,"result":{"meta":[1,"]"],"data":["# + first + "," + second + "]}}",
  ])
  func `records are found on lines, in an array and in an envelope`(text: String) throws {
    let table = try orders(text)
    #expect(table.summary.counts.read == 2)
    #expect(table.rejections.isEmpty)
    #expect([0, 1].map { table.cell($0, "order_id") } == [.text("A1"), .text("7")])
    #expect([0, 1].map { table.cell($0, "total") } == [.integer(1990), .integer(500)])
    #expect([0, 1].map { table.cell($0, "status") } == [.text("new"), .null])
  }

  @Test(arguments: ["", " \n ", "[]", #"{"orders":[]}"#, "\u{feff}"])
  func `a file without records has none`(text: String) throws {
    #expect(try orders(text).summary.counts.read == 0)
  }

  @Test func `a broken line costs that line, a blank one is filtered`() throws {
    let table = try orders("\(Self.first)\n{\"number\":\n\n\(Self.second)\n")
    #expect(table.rows.count == 2)
    #expect(table.rejections.map(\.line) == [2])
    #expect(table.rejections.map(\.reason) == [.malformed])
    #expect(table.summary.counts.filtered == 1)
    #expect(table.summary.counts.read == 4)
  }

  @Test(arguments: 1..<40)
  func `an array cut short is refused whole`(missing: Int) throws {
    let text = #"{"orders":["# + Self.first + "," + Self.second + #"],"pagination":{"page":1}}"#
    #expect(throws: IngestError.self) { try orders(String(text.dropLast(missing))) }
  }

  @Test func `pages of answers may stand one after the other, a broken one refuses the file`()
    throws
  {
    let page = { (order: String) in #"{"success":true,"orders":["# + order + "]}" }
    let text = "\u{feff}" + page(Self.first) + "\n" + page(Self.second) + "\n"
    #expect(try orders(text).rows.count == 2)
    for rest in ["### broken {{{", #"{"orders":["#, #"{"success":false,"errorMsg":"limit"}"#] {
      #expect(throws: IngestError.self) { try orders(page(Self.first) + "\n" + rest) }
    }
  }

  @Test(arguments: [
    #"{"success":false,"errorMsg":"Wrong apiKey"}"#, #"{"orders":null}"#, #"{"orders":{"a":1}}"#,
  ])
  func `an answer that is no list of records refuses the file`(text: String) throws {
    #expect(throws: IngestError.self) { try orders(text) }
  }

  @Test func `a failure names the line`() throws {
    let error = try #require(throws: IngestError.self) {
      try orders("[\n\(Self.first),\n{\"number\": }\n]")
    }
    #expect(error.line == 3)
    #expect(error.kind == .corrupt)
    let other = try #require(throws: IngestError.self) { try orders("number;total\n1;2\n") }
    #expect(other.line == 1)
    let bare = try #require(throws: IngestError.self) { try orders("{\n\"error\": \"denied\"\n}") }
    #expect(bare.message.contains("orders or result.data"))
  }

  @Test func `elements of a record's array are records with their parent's cells`() throws {
    var options = Given.tableOptions()
    options.aliases = [
      "order_id": ["number"], "sku": ["items[].offer.article"], "quantity": ["items[].quantity"],
      "unit_price": ["items[].price"],
    ]
    options.layout = .json(envelopes: ["orders"])
    let text = """
      {"orders":[{"number":"A1","items":[{"offer":{"article":"M"},"quantity":2,"price":1.5},
      {"offer":{"article":"N"},"quantity":1,"price":3}]},{"number":"A2","items":[]},{"number":"A3"}]}
      """
    let table = try ReadTable(bench.write("t.json", text), .orderLines, options)
    #expect(table.rows.count == 2)
    #expect([0, 1].map { table.cell($0, "order_id") } == [.text("A1"), .text("A1")])
    #expect([0, 1].map { table.cell($0, "sku") } == [.text("M"), .text("N")])
    #expect([0, 1].map { table.cell($0, "unit_price") } == [.integer(150), .integer(300)])
    // Orders that list nothing are read too, and have no line.
    #expect(table.summary.counts.read == 4)
    #expect(table.summary.counts.filtered == 2)
  }

  @Test func `a file of many pieces is read as one, and its fingerprint is that of its bytes`()
    throws
  {
    let filler = String(repeating: "x", count: 700)
    let lines = (0..<2000).map {
      #"{"number":"\#($0)","createdAt":"2026-05-03 10:15:00","sum":{"total":1},"note":"\#(filler)"}"#
    }
    let array = try orders("[" + lines.joined(separator: ",\n") + "]")
    #expect(array.rows.count == 2000)
    #expect(array.cell(1999, "order_id") == .text("1999"))
    #expect(array.rows.last?.line == 2000)
    let file = SourceFile(path: bench.folder.path + "/t.json", relativePath: "t.json")
    let summary = array.summary
    let known = KnownFile(
      id: 1, path: "t.json", size: 1, modified: 1, inode: 1,
      contentOffset: summary.contentOffset, contentHash: summary.contentHash,
      headHash: summary.headHash)
    let identity = try FileIdentity.match(
      file, known: KnownFiles([known]), content: .table,
      in: bench.folder.path)
    #expect(identity.match == .sameContent(known))
  }
}
