import TributaryModel

/// A format that a pipeline file can name.
public struct NamedFormat: Sendable {
  public let name: String
  /// The kinds of sources that it can hold.
  public let kinds: [SourceKind]
  /// One sentence: what writes such files.
  public let summary: String
  /// Canonical column -> the file's headers for it; empty for logs, and for `csv`, whose headers
  /// are the canonical names.
  public let aliases: [String: [String]]
  /// Canonical column -> value of every row.
  public let constants: [String: String]
  /// The first lines of such a file.
  public let example: String
  /// Options that the format needs in the pipeline file, as JSON5 members.
  public let needs: [String]

  init(
    _ name: String, _ kinds: [SourceKind], _ summary: String, aliases: [String: [String]] = [:],
    constants: [String: String] = [:], needs: [String] = [], example: String
  ) {
    self.name = name
    self.kinds = kinds
    self.summary = summary
    self.aliases = aliases
    self.constants = constants
    self.needs = needs
    self.example = example
  }

  public var isLog: Bool { kinds == [.clickstream] }

  /// The columns that a file of that kind may have, with the headers that are looked for.
  public func columns(of kind: SourceKind) -> [(column: Column, headers: [String])] {
    guard let shape = TableShape.of(kind) else { return [] }
    return shape.columns.compactMap { column in
      if let headers = aliases[column.name] { return (column, headers) }
      return aliases.isEmpty ? (column, [column.name]) : nil
    }
  }

  /// Lines for the `sources` of a pipeline file.
  public func snippet(kind: SourceKind, path: String) -> String {
    let members = ["kind: \"\(kind.rawValue)\"", "format: \"\(name)\"", "paths: [\"\(path)\"]"]
    return "{" + (members + needs).joined(separator: ", ") + "}"
  }

  /// The options of a table, with what the format knows; what the user set wins.
  public func applied(to options: TableOptions) -> TableOptions {
    var result = options
    result.aliases.merge(aliases) { own, _ in own }
    for (column, value) in constants
    where result.constants[column] == nil && result.columns[column] == nil {
      result.constants[column] = value
    }
    return result
  }
}
