import TributaryModel
import TributaryPipeline

extension Command {
  static let query = Command(
    "query", values: [.pipeline, Value("sql")],
    options: [Option("format", "table|csv|json", "How rows are printed; table by default")],
    summary: "Ask the warehouse in SQL, read-only",
    details: "Tables and their columns: tributary schema.\n"
      + "zoned_day(ms) is the shop's day of an instant.",
    examples: [
      "tributary query nightly \"select day, sum(orders) from mart_demand_day group by day\"",
      "tributary query nightly --format csv \"select * from mart_campaign_day\"",
    ]
  ) { arguments, console throws(RunError) in
    let format = try arguments.choice("format", of: ["table", "csv", "json"])
    let pipeline = try PipelineArgument.load(arguments.values[0])
    let warehouse = try ReadOnlyWarehouse(pipeline)
    let sql = arguments.values[1]
    switch format {
    case "csv": try printCSV(sql, warehouse, console)
    case "json": try printJSON(sql, warehouse, console)
    default: try printTable(sql, warehouse, console)
    }
    return 0
  }

  private static func printTable(
    _ sql: String, _ warehouse: ReadOnlyWarehouse, _ console: Console
  ) throws(RunError) {
    var table = TextTable([])
    try warehouse.query(sql) { names in
      table = TextTable(names)
    } row: { cells in
      table.append(
        cells.map { cell in
          if case .text(let text) = cell { return .text(text) }
          return .number(cell.plainText)
        })
    }
    try console.write(table.text)
  }

  private static func printCSV(
    _ sql: String, _ warehouse: ReadOnlyWarehouse, _ console: Console
  ) throws(RunError) {
    var lines = LineBuffer(console)
    try warehouse.query(sql) { names throws(RunError) in
      try lines.append(names.map(CSVText.cell).joined(separator: ","))
    } row: { cells throws(RunError) in
      try lines.append(cells.map { CSVText.cell($0) }.joined(separator: ","))
    }
    try lines.flush()
  }

  private static func printJSON(
    _ sql: String, _ warehouse: ReadOnlyWarehouse, _ console: Console
  ) throws(RunError) {
    var lines = LineBuffer(console)
    var names: [String] = []
    var isFirst = true
    try warehouse.query(sql) { columns in
      names = columns
    } row: { cells throws(RunError) in
      let object = JSONText.object(zip(names, cells).map { ($0, $1.json) })
      try lines.append((isFirst ? "[" : ",") + object)
      isFirst = false
    }
    try lines.append(isFirst ? "[]" : "]")
    try lines.flush()
  }
}
