import TributaryModel
import TributaryWarehouse

extension ReadOnlyWarehouse {
  /// Every table and view with its grain, columns, units and meanings.
  public func dictionary() throws(RunError) -> [TableDescription] {
    do { return try warehouse.tableDescriptions() } catch { throw RunError(error) }
  }
}

extension TableDescription {
  /// What stands above the tables in `pipelines/WAREHOUSE.md`.
  public static let pageHead = """
    # The warehouse

    One SQLite file that any program may read: every table and view, what a row of it is, and what its \
    columns hold. `tributary schema PIPELINE` prints the same, `tributary query PIPELINE SQL` asks it. \
    Tables are loaded (a source's records), facts (a record in the shop's currency, ending in `_fact`), \
    day totals (`mart_...`) or results (a row has its as-of day in `as_of`). Money is in minor units, \
    such as kopecks; an instant is in milliseconds since 1970, UTC; a day is that of the shop's zone.


    """

  /// The table as a section of `pipelines/WAREHOUSE.md`.
  public var markdown: String {
    func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
    let rows = columns.map { "| `\($0.name)` | \($0.type) | \(cell($0.meaning)) |" }
    return """
      ## \(name)
      \(cell(grain))

      | column | type | meaning |
      |---|---|---|
      \(rows.joined(separator: "\n"))

      """
  }
}
