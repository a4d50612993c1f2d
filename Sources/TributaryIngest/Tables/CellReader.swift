import Foundation
import TributaryModel

/// Turns the text of a cell into the value of its column.
struct CellReader {
  private let options: TableOptions
  /// The decimal sign of the file: declared, or shown by its own numbers.
  var decimal: DecimalSign?
  /// How dates with slashes and with points are meant: declared, or shown by the file's own.
  var dateOrder: DateOrder?
  var dottedOrder: DateOrder
  /// Whether the file has shown all that it shows: then what may be either is refused.
  var isSettled = true
  /// The zone of times without an offset.
  var zone: Zone
  private let takesWrittenValues: Bool
  /// Columns whose contacts a builder reads as they are written.
  private let contactColumns: Set<String>

  /// A value, or why there is none.
  enum Outcome: Equatable {
    case cell(Cell)
    case refused(Rejection.Reason, expected: String)
    /// An amount of another currency than the one asked for.
    case foreign(Currency)
    /// Other cells of the file may show what is meant.
    case doubtful
  }

  init(_ options: TableOptions) {
    self.options = options
    zone = options.zone
    decimal = options.decimal
    dateOrder = options.dateOrder
    dottedOrder = options.dateOrder ?? .dayMonthYear
    takesWrittenValues = options.builder?.takesWrittenValues ?? false
    contactColumns = options.builder?.contactColumns ?? []
  }

  /// The same for numbers with that decimal sign.
  func reading(_ decimal: DecimalSign) -> CellReader {
    var other = self
    other.decimal = decimal
    return other
  }

  /// Words that mean "unknown", never zero.
  static let nullWords: Set<String> = [
    "", "-", "--", "—", "–", "NULL", "null", "(not set)", "\\N", "N/A", "< 10%",
  ]

  /// Whether a trimmed text means "unknown".
  static func isNull(_ text: String) -> Bool {
    text.utf8.count <= 9 && nullWords.contains(text)
  }

  /// The text without spaces and invisible marks around it, and without what spreadsheets put
  /// around a text to keep it one: `'=1+1`, `'0012`, `="0012"`.
  static func trimmed(_ text: String) -> String {
    let isPlain = { (byte: UInt8) in byte > 0x27 && byte < 0x7f && byte != 0x3d }
    guard !(text.utf8.first.map(isPlain) ?? true) || !(text.utf8.last.map(isPlain) ?? true) else {
      return text
    }
    let inner = text.trimmingCharacters(in: outside)
    if inner.hasPrefix("=\""), inner.hasSuffix("\""), inner.utf8.count >= 3 {
      return String(inner.dropFirst(2).dropLast())
    }
    if inner.hasPrefix("'"), inner.utf8.dropFirst().allSatisfy({ $0 &- 48 < 10 }) {
      return inner.utf8.count > 1 ? String(inner.dropFirst()) : inner
    }
    let bare = FormulaGuard.unguarded(inner)
    return bare == inner ? inner : bare.trimmingCharacters(in: outside)
  }

  /// White space, marks of byte order and direction, and spaces without width.
  private static let outside = CharacterSet.whitespacesAndNewlines.union(
    CharacterSet(charactersIn: "\u{feff}\u{200b}\u{200e}\u{200f}\u{2060}\u{202a}\u{202c}"))

  /// The value of a text that is no null word; `currency` is the row's.
  func read(_ text: String, as type: ColumnType, _ column: String, _ currency: Currency) -> Outcome
  {
    switch type {
    case .text: return readText(text, column, currency)
    case .integer: return readInteger(text, column)
    case .real: return readReal(text, column)
    case .money: return readMoney(text, column, currency)
    case .instant: return readInstant(text)
    case .day: return readDay(text)
    case .boolean: return readBoolean(text)
    case .phone: return .cell(options.key.phones(text).map(Cell.text) ?? .null)
    case .email: return .cell(options.key.email(text).map(Cell.text) ?? .null)
    case .hashedID: return .cell(.integer(options.key.visitor(id: text)))
    case .card: return .cell(options.key.card(text).map(Cell.integer) ?? .null)
    case .ownPhone:
      let digits = text.filter { $0.isASCII && $0.isNumber }
      let number = PhoneNumber.normalized(text, at: options.key.country) ?? digits
      return .cell(number.isEmpty ? .null : .text(number))
    }
  }

  /// What becomes of the contacts in a column of text.
  func contactRule(_ column: String) -> KeptText {
    contactColumns.contains(column) ? .own : KeptText(column: column)
  }

  private func readText(_ text: String, _ column: String, _ shop: Currency) -> Outcome {
    guard column == "currency" else {
      if Column.isID(column), CellReader.isRounded(text) {
        return .refused(
          .unknownValue,
          expected: "a whole id, not a number as spreadsheets round it; make the column text in "
            + "the spreadsheet, or export it again and do not save it from there")
      }
      let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
      let composed = isASCII ? text : text.precomposedStringWithCanonicalMapping
      return .cell(.text(contactRule(column).kept(composed, options.key)))
    }
    guard let sign = CurrencySign(text) else {
      return .refused(
        .badCurrency, expected: "a currency by its ISO 4217 code; " + CurrencyAdvice.about(text))
    }
    guard let currency = sign.currency(beside: shop) else { return unclear(sign) }
    return .cell(.text(currency.code))
  }

  /// Whether an id is a number that a spreadsheet has cut to its first digits: `2.02605E+11`.
  private static func isRounded(_ text: String) -> Bool {
    guard text.utf8.count <= 24, let mark = text.utf8.firstIndex(where: { $0 | 0x20 == 101 }),
      case let exponent = text.utf8[text.utf8.index(after: mark)...], exponent.count == 3,
      exponent.first == UInt8(ascii: "+"), exponent.dropFirst().allSatisfy({ $0 &- 48 < 10 })
    else { return false }
    let digits = text.utf8[..<mark]
    return digits.first.map { $0 &- 48 < 10 } ?? false
      && digits.dropFirst().enumerated().allSatisfy { index, byte in
        index == 0 ? byte == 44 || byte == 46 : byte &- 48 < 10
      }
  }

  /// Why an amount or a row whose currency nobody can tell is refused.
  private func unclear(_ sign: CurrencySign) -> Outcome {
    guard let code = sign.codes.first, sign.codes.count == 1 else {
      return .refused(
        .badCurrency,
        expected: "a currency that can be told, where this may be "
          + sign.spoken + "; write the code in a column `currency`")
    }
    return .refused(
      .badCurrency,
      expected: "a currency in use by its ISO 4217 code; " + CurrencyAdvice.about(code))
  }

  /// A number whose sign may be either is told by other cells of the file; where none does, a point
  /// is decimal and a comma is refused; but money has no third decimal, so that in `1.234` the
  /// point may be either too.
  private func number(_ text: String, isWhole: Bool = false) -> Doubtable<NumberText> {
    switch NumberText.read(text, decimal: decimal, isWhole: isWhole) {
    case .number(let number, _): .known(number)
    case .ambiguous where !isSettled: .doubtful
    case .ambiguous(let number): text.contains(",") ? .none : .known(number)
    case .none: .none
    }
  }

  /// A number that `read` took, to its last digit.
  func exactNumber(_ text: String, as type: ColumnType, _ currency: Currency) -> ExactNumber? {
    let reading = NumberText.read(
      text, decimal: decimal, currency: type == .money ? currency : nil)
    switch reading {
    case .number(let number, _), .ambiguous(let number): return ExactNumber(number)
    case .none: return nil
    }
  }

  /// What a text says, or that only the rest of the file can tell.
  private enum Doubtable<Value> {
    case known(Value)
    case doubtful
    case none
  }

  /// What no shop's count, measure or amount of minor units reaches. The ceilings keep the totals
  /// of a million such rows within 64 bits.
  private static let mostCounted: Int64 = 1_000_000_000_000
  static let mostMeasured = 1e9
  private static let mostMoney: Int64 = 10_000_000_000_000
  private static let numberAdvice = "; set `decimal` when a comma or point is meant otherwise"

  /// Seconds may have a fraction in the file; counts have none.
  static func isCount(_ column: String) -> Bool { !column.hasSuffix("_seconds") }

  private func readInteger(_ text: String, _ column: String) -> Outcome {
    let number = number(text, isWhole: CellReader.isCount(column))
    if case .doubtful = number { return .doubtful }
    guard case .known(let number) = number, !number.hasFraction, !number.isNegative,
      let value = number.scaled(by: 0), value < CellReader.mostCounted
    else { return .refused(.badNumber, expected: "a whole number from 0 to 999,999,999,999") }
    return .cell(.integer(value))
  }

  private func readReal(_ text: String, _ column: String) -> Outcome {
    let number = number(text)
    if case .doubtful = number { return .doubtful }
    guard case .known(let number) = number, let value = number.double, value.isFinite,
      abs(value) < CellReader.mostMeasured
    else {
      return .refused(
        .badNumber, expected: "a number below 1,000,000,000" + CellReader.numberAdvice)
    }
    guard column != "rate" || value > 0 else {
      return .refused(.badNumber, expected: "a rate above 0")
    }
    return .cell(.real(value == 0 ? 0 : value))
  }

  private func readMoney(_ text: String, _ column: String, _ currency: Currency) -> Outcome {
    let refusal = Outcome.refused(
      .badMoney, expected: "an amount of \(currency.code)" + CellReader.numberAdvice)
    let reading = NumberText.read(text, decimal: decimal, currency: currency)
    switch reading {
    case .number(let number, _), .ambiguous(let number):
      if let sign = number.sign {
        guard let meant = sign.currency(beside: currency) else { return unclear(sign) }
        guard meant == currency else { return .foreign(meant) }
      }
      guard case .number = reading else { return isSettled ? refusal : .doubtful }
      if takesWrittenValues { return .cell(.text(number.plain)) }
      guard
        let cell = number.scaled(by: currency.minorDigits)
          .flatMap({ CellReader.amount($0, vatRate: column == "cost" ? options.vatRate : 0) })
      else { return refusal }
      return .cell(cell)
    case .none: return refusal
    }
  }

  /// An amount with VAT added to it; nil for more than is believed.
  static func amount(_ minor: Int64, vatRate: Double) -> Cell? {
    guard abs(minor) < mostMoney else { return nil }
    guard vatRate > 0 else { return .integer(minor) }
    let gross = Double(minor) * (1 + vatRate)
    return .integer(Int64(gross.rounded(.toNearestOrAwayFromZero)))
  }

  private func readInstant(_ text: String) -> Outcome {
    if let epoch = CellReader.epoch(text) { return .cell(.integer(epoch)) }
    return readTime(text, expected: "a time from 1990 to 2099 such as 2026-05-03 10:15:00") {
      $0.instant(in: $0.millisecondOfDay == nil ? options.shopZone ?? options.zone : zone)
        .map(Cell.integer)
    }
  }

  /// A date with or without a time, as `value` makes a cell of it.
  private func readTime(
    _ text: String, expected: String, _ value: (TimeText) -> Cell?
  ) -> Outcome {
    let reading = TimeText.read(text, order: dateOrder, dotted: dottedOrder)
    if case .time(let time) = reading, let cell = value(time) { return .cell(cell) }
    if NoDate.isWritten(text, reading) { return .cell(.null) }
    switch reading {
    case .time: return .refused(.badDate, expected: expected)
    case .ambiguous: return doubtfulDate(expected)
    case .none: return .refused(.badDate, expected: expected + CellReader.serialAdvice(text))
    }
  }

  private func doubtfulDate(_ expected: String) -> Outcome {
    isSettled ? .refused(.badDate, expected: expected + "; set `date_order`") : .doubtful
  }

  /// What to do about 46145.43, a day as spreadsheets count them.
  private static func serialAdvice(_ text: String) -> String {
    guard text.utf8.count >= 5, text.utf8.prefix(5).allSatisfy({ $0 &- 48 < 10 }),
      text.utf8.dropFirst(5).first.map({ $0 == 44 || $0 == 46 }) ?? true
    else { return "" }
    return "; give the column a date format in the spreadsheet and export it again"
  }

  /// Unix seconds (10 digits, perhaps with a fraction) or milliseconds (13 digits).
  private static func epoch(_ text: String) -> Int64? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ $0.allSatisfy { $0 &- 48 < 10 } }),
      let whole = Int64(text.prefix(parts[0].count))
    else { return nil }
    switch (parts[0].count, parts.count) {
    case (13, 1): return LogClock.believable.contains(whole) ? whole : nil
    case (10, 1): return LogClock.believable.contains(whole * 1000) ? whole * 1000 : nil
    case (10, 2) where (1...9).contains(parts[1].count):
      let thousandths = (Array(parts[1]) + [48, 48]).prefix(3).reduce(0) {
        $0 * 10 + Int64($1 - 48)
      }
      let at = whole * 1000 + thousandths
      return LogClock.believable.contains(at) ? at : nil
    default: return nil
    }
  }

  private func readDay(_ text: String) -> Outcome {
    let expected = "a date from 1990 to 2099 such as 2026-05-03"
    if takesWrittenValues, text.utf8.count == 21, DaySpan(text) != nil { return .cell(.text(text)) }
    return readTime(text, expected: expected) { time in
      time.day(in: zone, shop: options.shopZone ?? options.zone).map { .text($0.description) }
    }
  }

  private func readBoolean(_ text: String) -> Outcome {
    switch text.lowercased() {
    case "1", "true", "yes", "y", "да", "истина", "answered": .cell(.integer(1))
    case "0", "false", "no", "n", "нет", "ложь", "no answer", "busy", "failed": .cell(.integer(0))
    default: .refused(.unknownValue, expected: "yes or no, true or false, 1 or 0; map `values`")
    }
  }
}
