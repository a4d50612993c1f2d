/// The columns of one result: what a run works out and stores under its as-of day.
///
/// The table of the warehouse, the query printed under a page's table, the CSV and the data
/// dictionary all come from it.
public struct ResultShape: Sendable, Hashable {
  /// The table of the warehouse.
  public let table: String
  /// What one row stands for, after "one row per as-of day and".
  public let grain: String
  public let lifetime: Lifetime
  public let columns: [ResultColumn]

  /// How long rows are kept.
  public enum Lifetime: Sendable, Hashable {
    /// A run replaces the rows of its as-of day; those of other days stay.
    case everyDay
    /// A run replaces all rows: lists as long as the history, which would fill the disk.
    case latest
    /// As `everyDay`, in a table that no run can make anew: `Schema/kept.sql` creates it.
    case kept
  }

  package init(
    table: String, grain: String, lifetime: Lifetime = .everyDay, columns: [ResultColumn]
  ) {
    self.table = table
    self.grain = grain
    self.lifetime = lifetime
    self.columns = columns
  }

  /// Where the column of that name stands; nil for none.
  public func position(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
}

/// One column of a result.
public struct ResultColumn: Sendable, Hashable {
  /// Snake case; the same in the warehouse, in queries and in the CSV.
  public let name: String
  public let unit: ResultUnit
  public let storage: Storage
  /// Whether it is part of what tells the rows of a day apart.
  public let isKey: Bool
  /// One sentence for the data dictionary.
  public let meaning: String

  /// The type of SQLite that holds it.
  public enum Storage: String, Sendable, Hashable { case text, integer, real }

  package init(
    _ name: String, _ unit: ResultUnit, _ storage: Storage, isKey: Bool = false, _ meaning: String
  ) {
    self.name = name
    self.unit = unit
    self.storage = storage
    self.isKey = isKey
    self.meaning = meaning
  }
}

/// What a column of a result is counted in.
public enum ResultUnit: Sendable, Hashable {
  /// Words, or a code of the house.
  case text
  /// `YYYY-MM-DD`.
  case day
  /// 0 or 1.
  case flag
  case count
  /// A plain number that is no count.
  case number
  /// 0...1.
  case share
  /// A quotient of two like amounts.
  case ratio
  /// Minor units of the shop's currency.
  case money
  /// Minor units of the currency that the column of that name holds.
  case amount(currency: String)
  /// Money where the column of that name holds one of these texts, else a plain number.
  case measured(by: String, money: [String])

  /// For the data dictionary; empty where the meaning says it all.
  public var name: String {
    switch self {
    case .text, .number: ""
    case .day: "YYYY-MM-DD"
    case .flag: "0 or 1"
    case .count: "count"
    case .share: "0...1"
    case .ratio: "ratio"
    case .money: "minor units"
    case .amount(let currency): "minor units of \(currency)"
    case .measured(let column, _): "by \(column): minor units or a plain number"
    }
  }
}
