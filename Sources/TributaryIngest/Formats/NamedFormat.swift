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
  /// What its files are made of.
  let layout: RecordLayout
  /// What makes rows of the shape out of the files' rows.
  let builder: (any RowBuilding.Type)?
  /// Column -> value in the file -> value to store.
  let values: [String: [String: String]]
  /// The byte between cells, where it is always the same.
  let delimiter: UInt8?
  /// How dates with slashes are meant, where it is always the same.
  let dateOrder: DateOrder?
  /// What its files hold besides rows.
  let report: ReportRules
  /// Records that are none of the shop's business, such as drafts.
  let leftOut: [CancelRule]
  /// The first lines of such a file.
  public let example: String
  /// Options that the format needs in the pipeline file, as JSON5 members.
  public let needs: [String]

  init(
    _ name: String, _ kinds: [SourceKind], _ summary: String, aliases: [String: [String]] = [:],
    constants: [String: String] = [:], values: [String: [String: String]] = [:],
    layout: RecordLayout = .delimited, builder: (any RowBuilding.Type)? = nil,
    delimiter: UInt8? = nil, dateOrder: DateOrder? = nil, report: ReportRules = ReportRules(),
    leftOut: [CancelRule] = [], needs: [String] = [], example: String
  ) {
    self.name = name
    self.kinds = kinds
    self.summary = summary
    self.aliases = aliases
    self.constants = constants
    self.values = values
    self.delimiter = delimiter
    self.dateOrder = dateOrder
    self.layout = layout
    self.builder = builder
    self.leftOut = leftOut
    self.needs = needs
    self.report = report
    self.example = example
  }

  public var isLog: Bool { kinds == [.clickstream] }

  /// Whether its costs may be in millionths, so that a source may declare `micros`.
  public var mayBeMicros: Bool { report.mayBeMicros }

  /// The columns that a file of that kind may have, with the headers that are looked for.
  public func columns(of kind: SourceKind) -> [(column: Column, headers: [String])] {
    guard let shape = TableShape.of(kind) else { return [] }
    return readColumns(of: shape).compactMap { column in
      if let headers = aliases[column.name] { return (column, headers) }
      return aliases.isEmpty ? (column, [column.name]) : nil
    }
  }

  /// The columns that its files are read into.
  func readColumns(of shape: TableShape) -> [Column] {
    (builder?.columns(of: shape) ?? shape.columns).filter { !$0.isComputed }
  }

  /// Lines for the `sources` of a pipeline file.
  ///
  /// - Parameters:
  ///   - columns: canonical column -> the file's own header, where that must be said.
  ///   - more: members beside those that the format needs.
  public func snippet(
    kind: SourceKind, path: String, columns: [String: String] = [:], more: [String] = []
  ) -> String {
    func quoted(_ text: String) -> String {
      let escaped = PrintableText.of(text).replacing("\\", with: "\\\\")
      return "\"" + escaped.replacing("\"", with: "\\\"") + "\""
    }
    var members = [
      "kind: \"\(kind.rawValue)\"", "format: \(quoted(name))", "paths: [\(quoted(path))]",
    ]
    if !columns.isEmpty {
      let mapped = columns.sorted { $0.key < $1.key }.map { "\($0.key): \(quoted($0.value))" }
      members.append("columns: {" + mapped.joined(separator: ", ") + "}")
    }
    return "{" + (members + needs + more.filter { !needs.contains($0) }).joined(separator: ", ")
      + "}"
  }

  /// The options of a table, with what the format knows; what the user set wins.
  public func applied(to options: TableOptions) -> TableOptions {
    var result = options
    result.layout = layout
    result.builder = builder
    result.delimiter = result.delimiter ?? delimiter
    result.dateOrder = result.dateOrder ?? dateOrder
    result.report = report
    result.leftOut = leftOut
    result.system = name.split(separator: "-").first.map(String.init) ?? name
    result.totals += report.footers
    result.aliases.merge(aliases) { own, _ in own }
    result.values.merge(values) { own, known in own.merging(known) { own, _ in own } }
    for (column, value) in constants
    where result.constants[column] == nil && result.columns[column] == nil {
      result.constants[column] = value
    }
    return result
  }
}
