/// The canonical columns of one kind of table: what every format is mapped onto.
public struct TableShape: Sendable {
  public let kind: SourceKind
  /// The table of the warehouse.
  public let table: String
  public let columns: [Column]
  /// The column whose day a row belongs to; nil for tables without time.
  public let dayColumn: String?
  /// How rows with the same key meet.
  public let merge: Merge

  package init(
    kind: SourceKind, table: String, dayColumn: String?, merge: Merge = .replace,
    columns: [Column]
  ) {
    self.kind = kind
    self.table = table
    self.dayColumn = dayColumn
    self.merge = merge
    self.columns = columns
  }

  /// What happens to rows of the same key.
  public enum Merge: Sendable {
    /// The newest version wins.
    case replace
    /// Rows of one file are summed (numbers that are not in the key), then the newest file wins.
    case sumWithinFile
    /// Rows of one file are summed and kept beside those of other files; its newest version wins.
    case sumByFile
    /// All rows of the key's first column in one file are one set; the newest set wins.
    case replaceSet
  }

  /// Whether rows of one key are kept for each file.
  public var keepsFiles: Bool { merge == .sumByFile }

  /// Positions of the key's columns.
  public var key: [Int] { columns.indices.filter { columns[$0].isKey } }

  /// The columns that files are asked for.
  public var readColumns: [Column] { columns.filter { !$0.isComputed } }

  /// Where the column of that name stands; nil for none.
  public func position(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
}

/// One column of a canonical table.
public struct Column: Sendable {
  public let name: String
  public let type: ColumnType
  /// A file without this column is refused, a row without a value in it is rejected.
  public let isRequired: Bool
  public let isKey: Bool
  /// Whether it is worked out from the row's other cells; files are not asked for it.
  public let isComputed: Bool
  /// One sentence for the documentation.
  public let summary: String

  package init(
    _ name: String, _ type: ColumnType, required: Bool = false, key: Bool = false,
    computed: Bool = false, _ summary: String
  ) {
    self.name = name
    self.type = type
    self.isRequired = required
    self.isKey = key
    isComputed = computed
    self.summary = summary
  }
}

extension Column {
  /// Whether a column of that name holds ids, which may have more digits than a number keeps.
  public static func isID(_ name: String) -> Bool {
    name.hasSuffix("_id") || name == "sku" || name == "loyalty_card"
  }

  /// Whether what it holds names a person and is kept as a hash only.
  public var holdsContacts: Bool {
    switch type {
    case .phone, .email, .hashedID, .card: true
    default: false
    }
  }
}

/// What a column holds.
public enum ColumnType: String, Sendable, CaseIterable {
  case text
  case integer
  case real
  /// Stored as minor units of the row's currency.
  case money
  /// Stored as Unix milliseconds, UTC; a text without an offset is in the shop's zone.
  case instant
  case day
  case boolean
  /// Normalised, then stored as a keyed hash, of two numbers as two with a blank between them; the
  /// numbers themselves are stored nowhere.
  case phone
  /// A number of the shop's own: normalised and stored readable.
  case ownPhone
  /// Normalised, then stored as a keyed hash; the address itself is stored nowhere.
  case email
  /// A number that names a person, such as a first-party id, stored as a keyed hash.
  case hashedID
  /// A loyalty card's number: without case and separators, then stored as a keyed hash.
  case card
}

extension TableShape {
  /// The column of money that the ledger follows to the minor unit; nil for tables without one.
  public var amountColumn: String? {
    switch kind {
    case .orders, .invoices: "total"
    case .payments, .adPayments: "amount"
    case .spend: "cost"
    default: nil
    }
  }
}

extension TableShape {
  /// Every table that a file can fill, in the order of loading.
  public static let all: [TableShape] = [
    .orders, .orderLines, .orderStatuses, .calls, .letters, .letterReplies, .invoices, .payments,
    .spend, .adPayments, .searchQueries, .geodomains, .phoneNumbers, .calendar,
    .products, .stock, .exchangeRates,
  ]

  /// The shape of that kind, or nil for `clickstream`, which is no table.
  public static func of(_ kind: SourceKind) -> TableShape? { all.first { $0.kind == kind } }
}
