import TributaryWarehouse

extension ReadOnlyWarehouse {
  /// Every table and view with its grain, columns, units and meanings.
  public func dictionary() throws(RunError) -> [DictionaryTable] {
    do {
      return try warehouse.tableDescriptions().map { table in
        DictionaryTable(
          name: table.name, grain: table.grain,
          columns: table.columns.map {
            DictionaryTable.Column(name: $0.name, type: $0.type, meaning: $0.meaning)
          })
      }
    } catch {
      throw RunError(error)
    }
  }
}

/// A table or view of the warehouse as the data dictionary tells of it.
public struct DictionaryTable: Sendable, Hashable {
  public let name: String
  /// What one row stands for.
  public let grain: String
  public let columns: [Column]

  /// One column with its unit and meaning; the type is empty in a view.
  public struct Column: Sendable, Hashable {
    public let name: String
    public let type: String
    public let meaning: String
  }

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
