import TributaryIngest
import TributaryModel

/// A format as `tributary formats` and `pipelines/README.md` show it.
public struct FormatSheet: Sendable {
  public let name: String
  public let kinds: [SourceKind]
  /// One sentence: what writes such files.
  public let summary: String
  /// The first lines of such a file.
  public let example: String
  /// Lines for the `sources` of a pipeline file.
  public let snippet: String
  /// Canonical columns with the headers that are looked for; empty for logs and for `csv`.
  public let columns: [Column]

  /// For `csv`: the headers of each kind; a star marks what must be there.
  public let canonicalColumns: [(kind: SourceKind, headers: [String])]

  /// A column of a table.
  public struct Column: Sendable {
    public let name: String
    public let headers: [String]
    public let isRequired: Bool
  }

  /// Every format, logs first.
  public static var all: [FormatSheet] { FormatRegistry.all.map(FormatSheet.init) }

  /// The format of that name.
  ///
  /// Errors: `usage`, with the nearest names.
  public init(named name: String) throws(RunError) {
    do {
      self.init(try FormatRegistry.format(named: name))
    } catch {
      throw RunError(error)
    }
  }

  private init(_ format: NamedFormat) {
    name = format.name
    kinds = format.kinds
    summary = format.summary
    example = format.example
    let kind = format.kinds.first ?? .clickstream
    snippet = format.snippet(kind: kind, path: "exports/*." + (format.isLog ? "log.gz" : "csv"))
    canonicalColumns =
      format.name == "csv"
      ? format.kinds.compactMap { kind in
        TableShape.of(kind).map { (kind, $0.columns.map(\.documentationName)) }
      } : []
    columns =
      format.aliases.isEmpty
      ? []
      : FormatSheet.columns(of: format, kind)
  }

  /// The columns of the first kind, then those that only the others have.
  private static func columns(of format: NamedFormat, _ kind: SourceKind) -> [Column] {
    var columns = format.columns(of: kind).map {
      Column(name: $0.column.name, headers: $0.headers, isRequired: $0.column.isRequired)
    }
    for (column, headers) in format.kinds.dropFirst().flatMap(format.columns)
    where !columns.contains(where: { $0.name == column.name }) {
      columns.append(Column(name: column.name, headers: headers, isRequired: false))
    }
    return columns
  }

  /// Its kinds in a few words.
  public var spokenKinds: String {
    guard kinds.count > 3 else { return kinds.map(\.rawValue).joined(separator: " ") }
    return kinds.contains(.clickstream) ? "every kind" : "every table"
  }

  /// The format's row in the table of `pipelines/README.md`.
  public var documentationRow: String {
    "| `\(name)` | \(spokenKinds) | \(summary) |"
  }
}

extension TributaryModel.Column {
  /// The name, with a star where the column must be there.
  fileprivate var documentationName: String { isRequired ? name + "*" : name }
}
