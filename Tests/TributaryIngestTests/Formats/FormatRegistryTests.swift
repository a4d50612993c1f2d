import Testing
import TributaryModel

@testable import TributaryIngest

struct FormatRegistryTests {
  @Test(arguments: FormatRegistry.all.map(\.name))
  func `the example of a format is read by it`(name: String) throws {
    let bench = try Workbench()
    let format = try FormatRegistry.format(named: name)
    let file = try bench.write("example", format.example + "\n")
    if format.isLog {
      let log = try ReadLog(file, name)
      #expect(log.rows.count == 1)
      #expect(log.rejections.isEmpty)
    } else {
      var options = format.applied(to: Given.tableOptions())
      options.deriveOrders = !format.needs.isEmpty
      let shape = try #require(TableShape.of(format.kinds[0]))
      let table = try ReadTable(file, shape, options)
      #expect(table.rows.count == 1)
      #expect(table.rejections.isEmpty)
    }
  }

  @Test(arguments: FormatRegistry.all.map(\.name))
  func `aliases and constants name columns that exist`(name: String) throws {
    let format = try FormatRegistry.format(named: name)
    var known: Set<String> = []
    for kind in format.kinds {
      guard let shape = TableShape.of(kind) else { continue }
      let read = Set((OrderBuilder.columns(shape) + format.readColumns(of: shape)).map(\.name))
      known.formUnion(read)
      known.formUnion(IdentityColumns.columns.map(\.name))
      #expect(Set(format.constants.keys).isSubset(of: read))
    }
    #expect(format.kinds == [.clickstream] || Set(format.aliases.keys).isSubset(of: known))
  }

  /// Beside each header that a format knows stands one that is only called like the column.
  @Test(arguments: FormatRegistry.tables.filter { !$0.aliases.isEmpty }.map(\.name))
  func `the headers of a format come before the names of columns`(name: String) throws {
    let format = try FormatRegistry.format(named: name)
    let options = format.applied(to: Given.tableOptions())
    let shape = try #require(TableShape.of(format.kinds[0]))
    let columns = OrderBuilder.columns(shape).filter { !$0.isComputed && $0.type != .money }
    let known = columns.compactMap { format.aliases[$0.name]?.first }
    let own = Set(known.map(TableHeader.normalized))
    let headers = columns.map(\.name).filter { !own.contains($0) } + known
    let fit = TableHeader.fit(headers, columns, options)
    for (column, position) in zip(columns, fit.positions) {
      guard let best = format.aliases[column.name]?.first else { continue }
      let found = try #require(position)
      #expect(TableHeader.normalized(headers[found]) == TableHeader.normalized(best))
    }
  }

  /// A canonical name that is the format's header of another column, and what the column has then.
  @Test(arguments: [
    (["Name", "Lineitem name"], 1), (["Lineitem name", "Name"], 0),
    (["Name", "Lineitem sku"], nil), (["Name"], nil), (["NAME ", "Lineitem Name"], 1),
  ])
  func `a format's header for another column is not taken by its name`(
    headers: [String], place: Int?
  ) throws {
    let options = try FormatRegistry.format(named: "shopify-orders")
      .applied(to: Given.tableOptions())
    let columns = TableShape.orderLines.columns
    let fit = TableHeader.fit(headers, columns, options)
    let name = try #require(columns.firstIndex { $0.name == "name" })
    #expect(fit.positions[name] == place)
    #expect(fit.positions[0] == headers.firstIndex { $0.hasPrefix("N") })
  }

  @Test func `an unknown name is answered with near ones`() {
    let error = #expect(throws: IngestError.self) {
      try FormatRegistry.format(named: "ngnix-combined")
    }
    #expect(error?.message.contains("nginx-combined") == true)
  }

  @Test(arguments: [
    ("shopfy-orders", "shopify-orders"), ("nginx", "nginx-json"),
    ("commerceml", "commerceml-orders"),
    ("ngnix-combined", "nginx-combined"), ("GA4", "ga4-json"),
  ])
  func `the name that may be meant stands first`(word: String, name: String) {
    #expect(FormatRegistry.nearest(to: word).first == name)
  }

  @Test(arguments: [("Invoce", "Invoice"), ("totel", "total"), ("Creatd at", "Created at")])
  func `the header that may be meant is told, and none that is far`(word: String, name: String) {
    let headers = ["Invoice", "Created at", "total"]
    #expect(FormatRegistry.nearest(to: word, among: headers) == name)
    #expect(FormatRegistry.nearest(to: "quantity", among: headers) == nil)
  }
}
