import TributaryModel

extension Pipeline {
  /// Files of one kind that are written in one format.
  public struct Source: Sendable, Hashable {
    /// Where the source stands in the file, from 0.
    public let position: Int
    public let kind: SourceKind
    /// A name of the registry of formats, or a log format string.
    public let format: String
    /// As the file writes them: relative to the pipeline's folder, or absolute.
    public let patterns: [String]
    /// Whether it is all right that no file matches.
    public let isOptional: Bool
    /// Canonical column to the file's own header.
    public let columns: [String: String]
    /// Nil: told from the header.
    public let delimiter: Character?
    /// Nil: UTF-8, else windows-1251.
    public let encoding: String?
    /// Nil: told from the column.
    public let decimal: Character?
    /// `ymd`, `dmy` or `mdy`; nil: told from the column.
    public let dateOrder: String?
    /// Lines before the header.
    public let skipRows: Int
    /// Column to replacements of whole values.
    public let values: [String: [String: String]]
    public let derivesOrders: Bool
    /// Column to the expression that marks a cancelled order.
    public let cancelledWhen: [String: String]
    /// Share of rejected records, 0...1, above which a file is refused.
    public let maxRejected: Double
    /// The cookie or variable of the visitor's first-party id; nil when the log has none.
    public let visitorCookie: String?
  }
}
