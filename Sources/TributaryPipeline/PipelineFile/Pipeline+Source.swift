import TributaryIngest
import TributaryModel

extension Pipeline {
  /// The kinds of all sources, with the orders that are built from lines.
  var kinds: Set<SourceKind> { Set(sources.map(\.kind)).union(derivedKinds) }

  /// Kinds that only files of another kind bring.
  var derivedKinds: Set<SourceKind> {
    let isDerived =
      sources.contains { $0.kind == .orderLines && $0.derivesOrders }
      && !sources.contains { $0.kind == .orders }
    return isDerived ? [.orders] : []
  }

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
    /// Whether a CSV file's first record names the cells; else `columns` has their places.
    public let hasHeader: Bool
    /// Column to the value of every row.
    public let constants: [String: String]
    /// Nil: UTF-8, else windows-1251 or windows-1252.
    public let encoding: TextEncoding?
    /// The zone of times without an offset; nil: the shop's.
    public let zone: Zone?
    /// Lines before the header that are none.
    public let skippedRows: Int
    /// How rows that sum up others begin.
    public let totals: [String]
    /// What VAT adds to costs; 0 where they include it.
    public let vatRate: Double
    /// Whether costs are in millionths; nil: told from the file.
    public let micros: Bool?
    /// Nil: told from the header.
    public let delimiter: Character?
    /// `.` or `,`; nil: told from the file's numbers.
    public let decimal: Character?
    /// `ymd`, `dmy` or `mdy`; nil: told from the date, else refused.
    public let dateOrder: String?
    /// Column to replacements of whole values.
    public let values: [String: [String: String]]
    public let derivesOrders: Bool
    /// Column to the pattern that marks a derived order as cancelled.
    public let cancelledWhen: [String: String]
    /// Column to the pattern of records that are left out.
    public let leaveOutWhen: [String: String]
    /// Column to the pattern of records that give money of orders back.
    public let refundWhen: [String: String]
    /// Share of rejected records, 0...1, above which a file is refused.
    public let maxRejected: Double
    /// The cookie of the visitor's first-party id; nil when the log has none.
    public let visitorCookie: String?
    /// Whether X-Forwarded-For holds the visitor's address.
    public let usesForwardedFor: Bool
    /// The host of lines that name none.
    public let host: String?
  }
}
