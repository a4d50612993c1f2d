/// Requests of one stretch of a log, as columns of equal length.
///
/// Strings are codes into lists of texts that the reader owns. `newStrings` lists the texts that
/// this batch saw first: the code of `newStrings[i]` is `firstNewCode + i`. When a table grew past
/// its cap the reader starts a new one: `generation` rises and codes count from 0 again.
///
/// ```
///  row   0            1            2
///  at    1760000000   1760000004   …       milliseconds, UTC
///  path  0 (/)        1 (/cart)    …       code, −1 for none
/// ```
public struct EventBatch: Sendable {
  public var generation = 0
  public var firstNewCode: Int32 = 0
  public var newStrings: [String] = []

  /// Unix milliseconds, UTC.
  public var at: [Int64] = []
  /// Keyed hash of the visitor; see DESIGN, "Visitor".
  public var visitor: [Int64] = []
  public var host: [Int32] = []
  public var path: [Int32] = []
  /// Without the question mark; nil for none. Not coded: most are unique.
  public var query: [String?] = []
  public var referrer: [Int32] = []
  public var userAgent: [Int32] = []
  public var method: [Int32] = []
  /// HTTP status, -1 where the log has none.
  public var status: [Int32] = []
  /// Response bytes, -1 where the log has none.
  public var bytes: [Int64] = []
  public var kind: [RequestKind] = []
  public var isBot: [Bool] = []
  /// Lines of the file that the rows stand on, counted as `Rejection.line` is.
  public var line: [Int64] = []
  /// Rows that are no page view but tell of an order: row -> order number. Event collectors send
  /// such; in a server's log the address of a page tells.
  public var orderIDs: [Int: String] = [:]
  /// Rows -> order numbers told besides: by a page view that stands for a whole visit, or by an
  /// event that tells of several orders. Each is an event of its own beside its row, at the same
  /// instant; rows, and so records, are not more for it.
  public var furtherOrderIDs: [Int: [String]] = [:]

  /// Hashes of what a collector tells its events apart by, 0 for none; even numbers. Empty where
  /// the log has no ids.
  public var eventIDs: [Int64] = []
  /// Visitors that events of the stretch say are users of the shop.
  public var links: [VisitorLink] = []

  package init() {}

  public var count: Int { at.count }
}

/// A visitor whom a collector's event calls by the user's id as well.
public struct VisitorLink: Sendable, Hashable {
  /// Unix milliseconds, UTC.
  public let at: Int64
  /// As in `EventBatch.visitor`.
  public let visitor: Int64
  /// The hash of the user's id, made as a visitor's is: events that name only the user have it.
  public let user: Int64

  package init(at: Int64, visitor: Int64, user: Int64) {
    self.at = at
    self.visitor = visitor
    self.user = user
  }
}

/// What a request asked for.
public enum RequestKind: UInt8, Sendable, CaseIterable {
  /// A page that a person looks at.
  case page
  /// A file that a page pulls in: style, script, picture, font.
  case asset
  /// Anything else: a form post, an interface call, an error, garbage.
  case other

  /// `page`, `asset` or `other`.
  public var name: String {
    switch self {
    case .page: "page"
    case .asset: "asset"
    case .other: "other"
    }
  }
}
