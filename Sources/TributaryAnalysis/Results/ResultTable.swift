import TributaryModel

/// A result, declared once beside what works it out: its table, its grain, and of each column the
/// name, unit, meaning and value.
///
/// ```swift
/// extension CampaignRating {
///   public static let results = ResultTable<CampaignRating>(
///     "campaign_rating", grain: "campaign",
///     [
///       .text("campaign_key", isKey: true, "the campaign") { $0.facts.key },
///       .money("spend", "what the platform charged") { $0.facts.spend },
///     ])
/// }
/// ```
///
/// A run stores the rows (`ResultSource`), a page shows them (`Table`), `tributary schema` tells what
/// they mean.
public struct ResultTable<Row: Sendable>: Sendable {
  public let shape: ResultShape
  private let fields: [ResultField<Row>]

  /// - Parameter grain: what one row stands for, after "one row per as-of day and".
  public init(
    _ table: String, grain: String, lifetime: ResultShape.Lifetime = .everyDay,
    _ fields: [ResultField<Row>]
  ) {
    self.fields = fields
    shape = ResultShape(
      table: table, grain: grain, lifetime: lifetime, columns: fields.flatMap(\.columns))
  }

  /// The cells of a row, in the order of the columns.
  public func cells(_ row: Row) -> [Cell] { fields.flatMap { $0.cells(row) } }

  /// The values of a row's key in the order of its columns, `|` between them.
  public func key(of row: Row) -> String {
    zip(shape.columns, cells(row)).filter { $0.0.isKey }.map { _, cell in
      switch cell {
      case .null: ""
      case .integer(let value): String(value)
      case .real(let value): "\(value)"
      case .text(let text): text
      }
    }.joined(separator: "|")
  }
}

/// One column of a result with its value, or the three of a value and its range.
public struct ResultField<Row>: Sendable {
  let columns: [ResultColumn]
  let cells: @Sendable (Row) -> [Cell]

  private init(_ column: ResultColumn, _ cell: @escaping @Sendable (Row) -> Cell) {
    columns = [column]
    cells = { [cell($0)] }
  }

  private init(_ columns: [ResultColumn], _ cells: @escaping @Sendable (Row) -> [Cell]) {
    self.columns = columns
    self.cells = cells
  }
}

/// Fields by what they hold; nil is stored as null.
extension ResultField {
  /// A column of texts.
  public static func text(
    _ name: String, isKey: Bool = false, _ meaning: String,
    _ value: @escaping @Sendable (Row) -> String?
  ) -> ResultField {
    ResultField(ResultColumn(name, .text, .text, isKey: isKey, meaning)) { Cell(value($0)) }
  }

  /// A column of days.
  public static func day(
    _ name: String, isKey: Bool = false, _ meaning: String,
    _ value: @escaping @Sendable (Row) -> Day?
  ) -> ResultField {
    ResultField(ResultColumn(name, .day, .text, isKey: isKey, meaning)) {
      Cell(value($0)?.description)
    }
  }

  /// A column of 0 or 1.
  public static func flag(
    _ name: String, isKey: Bool = false, _ meaning: String,
    _ value: @escaping @Sendable (Row) -> Bool
  ) -> ResultField {
    ResultField(ResultColumn(name, .flag, .integer, isKey: isKey, meaning)) {
      .integer(value($0) ? 1 : 0)
    }
  }

  /// A column of whole numbers.
  public static func count(
    _ name: String, isKey: Bool = false, _ meaning: String,
    _ value: @escaping @Sendable (Row) -> Int?
  ) -> ResultField {
    ResultField(ResultColumn(name, .count, .integer, isKey: isKey, meaning)) {
      Cell(value($0).map(Int64.init))
    }
  }

  /// A number that may have a fraction.
  public static func number(
    _ name: String, unit: ResultUnit = .number, _ meaning: String,
    _ value: @escaping @Sendable (Row) -> Double?
  ) -> ResultField {
    ResultField(ResultColumn(name, unit, .real, meaning)) { Cell(value($0)) }
  }

  /// 0...1.
  public static func share(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Double?
  ) -> ResultField {
    number(name, unit: .share, meaning, value)
  }

  /// Minor units of the shop's currency.
  public static func money(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Int64?
  ) -> ResultField {
    amount(name, unit: .money, meaning, value)
  }

  /// Minor units of whatever currency the unit names.
  public static func amount(
    _ name: String, unit: ResultUnit, _ meaning: String,
    _ value: @escaping @Sendable (Row) -> Int64?
  ) -> ResultField {
    ResultField(ResultColumn(name, unit, .integer, meaning)) { Cell(value($0)) }
  }

  /// A value with its range of 90%: `name`, `name_lower`, `name_upper`; no range with too little data.
  public static func estimate(
    _ name: String, unit: ResultUnit, _ meaning: String,
    _ value: @escaping @Sendable (Row) -> Estimate?
  ) -> ResultField {
    let columns = [
      ResultColumn(name, unit, .real, meaning),
      ResultColumn(name + "_lower", unit, .real, "lower end of the 90% range of \(name)"),
      ResultColumn(name + "_upper", unit, .real, "upper end of the 90% range of \(name)"),
    ]
    return ResultField(columns) { row in
      let estimate = value(row)
      return [
        Cell(estimate?.value), Cell(estimate?.interval?.lower), Cell(estimate?.interval?.upper),
      ]
    }
  }
}
