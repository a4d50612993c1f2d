import TributaryModel
import TributaryPipeline

extension Command {
  static let schema = Command(
    "schema", values: [.pipeline, Value("table", optional: true, repeated: true)],
    options: [Option("format", "text|markdown|json", "How it is printed; text by default")],
    summary: "List the tables of the warehouse: what a row is, columns, units, meaning",
    examples: ["tributary schema nightly", "tributary schema nightly campaign_rating order_fact"]
  ) { arguments, console throws(RunError) in
    let format = try arguments.choice("format", of: ["text", "markdown", "json"])
    let pipeline = try PipelineArgument.load(arguments.values[0])
    let all = try ReadOnlyWarehouse(pipeline).dictionary()
    let names = arguments.values.dropFirst()
    for name in names where !all.contains(where: { $0.name == name }) {
      throw RunError(
        .usage,
        "tributary schema: expected a table, found '\(name)'"
          + Spelling.question(name, among: all.map(\.name)))
    }
    let tables = names.isEmpty ? all : all.filter { names.contains($0.name) }
    switch format {
    case "markdown":
      let head = names.isEmpty ? TableDescription.pageHead : ""
      try console.write(head + tables.map(\.markdown).joined(separator: "\n"))
    case "json":
      try console.write(
        "[" + tables.map(json(of:)).joined(separator: ",\n") + "]\n")
    default: try console.write(tables.map(text(of:)).joined(separator: "\n"))
    }
    return 0
  }

  private static func text(of table: TableDescription) -> String {
    var columns = TextTable(["column", "type", "meaning"])
    for column in table.columns {
      columns.append([.text(column.name), .text(column.type), .text(column.meaning)])
    }
    return "\(table.name): \(table.grain)\n\(columns.text)"
  }

  private static func json(of table: TableDescription) -> String {
    let columns = table.columns.map { column in
      JSONText.object([
        ("name", JSONText.string(column.name)), ("type", JSONText.string(column.type)),
        ("meaning", JSONText.string(column.meaning)),
      ])
    }
    return JSONText.object([
      ("name", JSONText.string(table.name)), ("grain", JSONText.string(table.grain)),
      ("columns", "[" + columns.joined(separator: ",") + "]"),
    ])
  }
}
