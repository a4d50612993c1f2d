import TributaryModel

/// What reading a table needs to know besides its shape.
public struct TableOptions: Sendable {
  /// Turns phones, e-mails and visitor ids into keyed hashes.
  public var key: ContactKey
  /// The zone of times without an offset.
  public var zone: Zone
  /// The zone of the shop's days; nil: the same.
  public var shopZone: Zone?
  /// The currency of rows that name none.
  public var currency: Currency
  /// Canonical column -> the file's own header; columns left out are looked for by canonical name.
  public var columns: [String: String]
  /// Canonical column -> headers that a named format is known to use.
  public var aliases: [String: [String]]
  /// Canonical column -> value in the file -> value to store.
  public var values: [String: [String: String]]
  /// Canonical column -> value of every row, for columns that the file lacks.
  public var constants: [String: String]
  /// Nil: decided by the file's own unambiguous numbers.
  public var decimal: DecimalSign?
  /// Nil: a date with slashes is refused unless one part is above 12.
  public var dateOrder: DateOrder?
  /// The byte between cells; nil: tab, semicolon or comma, whichever the header has most.
  public var delimiter: UInt8?
  /// Nil: UTF-8, else windows-1251 or 1252; see `RecordText`.
  public var encoding: TextEncoding?
  /// Whether a CSV file's first record names the cells; else `columns` names their places, the
  /// first being `1`.
  public var hasHeader = true
  /// Lines before the header that are none.
  public var skippedRows = 0
  /// How the first cell of a row may begin that sums up others, besides the well-known words.
  public var totals: [String] = []
  /// What VAT adds to costs that are without it: 0.2 for 20 %.
  public var vatRate = 0.0
  /// Whether costs are in millionths of the currency; nil: each file shows it.
  public var micros: Bool?
  /// What a platform's reports hold besides rows.
  var report = ReportRules()
  /// What the files are made of.
  var layout = RecordLayout.delimited
  /// What makes rows of the shape out of the files' rows.
  var builder: (any RowBuilding.Type)?
  /// Builds orders from order lines; see `FileSummary.derivedOrders`.
  public var deriveOrders: Bool
  /// Canonical column -> pattern (`^C`, `cancel$`, `^returned$`, plain text for a part): an order
  /// whose value matches is cancelled. For derived orders.
  public var cancelledWhen: [String: String]
  /// Canonical column -> pattern as in `cancelledWhen`: a record whose value matches is left out,
  /// and with a line its derived order.
  public var leaveOutWhen: [String: String] = [:]
  /// Canonical column -> pattern as in `cancelledWhen`: a record whose value matches gives back
  /// money of the order that it names.
  public var refundWhen: [String: String] = [:]
  /// What stands before order and invoice numbers: the shop numbers as another does.
  public var idPrefix = ""
  /// Whose ids `external_id` holds, such as `retailcrm`.
  var system = ""
  /// What the format leaves out.
  var leftOut: [CancelRule] = []

  package init(
    key: ContactKey, zone: Zone, currency: Currency, columns: [String: String] = [:],
    aliases: [String: [String]] = [:], values: [String: [String: String]] = [:],
    constants: [String: String] = [:],
    decimal: DecimalSign? = nil, dateOrder: DateOrder? = nil, delimiter: UInt8? = nil,
    deriveOrders: Bool = false, cancelledWhen: [String: String] = [:]
  ) {
    self.key = key
    self.zone = zone
    self.currency = currency
    self.columns = columns
    self.aliases = aliases
    self.values = values
    self.constants = constants
    self.decimal = decimal
    self.dateOrder = dateOrder
    self.delimiter = delimiter
    self.deriveOrders = deriveOrders
    self.cancelledWhen = cancelledWhen
  }
}

/// The sign between whole and fraction.
public enum DecimalSign: String, Sendable, CaseIterable {
  case point
  case comma
}

/// How `05/03/2026` is meant.
public enum DateOrder: String, Sendable, CaseIterable {
  case dayMonthYear = "dmy"
  case monthDayYear = "mdy"
  case yearMonthDay = "ymd"
}
