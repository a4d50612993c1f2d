import Foundation
import TributaryModel

/// Turns the text of a cell into the value of its column.
struct CellReader {
  private let options: TableOptions
  /// The decimal sign of the file: declared, or shown by its own numbers.
  var decimal: DecimalSign?
  private let takesWrittenValues: Bool
  /// Columns whose contacts a builder reads as they are written.
  private let contactColumns: Set<String>

  /// A value, or why there is none.
  enum Outcome: Equatable {
    case cell(Cell)
    case refused(Rejection.Reason, expected: String)
  }

  init(_ options: TableOptions) {
    self.options = options
    decimal = options.decimal
    takesWrittenValues = options.builder?.takesWrittenValues ?? false
    contactColumns = options.builder?.contactColumns ?? []
  }

  /// Words that mean "unknown", never zero.
  static let nullWords: Set<String> = [
    "", "-", "--", "—", "–", "NULL", "null", "(not set)", "\\N", "N/A", "< 10%",
  ]

  /// Whether a trimmed text means "unknown".
  static func isNull(_ text: String) -> Bool {
    text.utf8.count <= 9 && nullWords.contains(text)
  }

  /// The text without spaces around it and without the quote that guards a spreadsheet's formula.
  static func trimmed(_ text: String) -> String {
    let isPlain = { (byte: UInt8) in byte > 0x27 && byte < 0x7f }
    guard !(text.utf8.first.map(isPlain) ?? true) || !(text.utf8.last.map(isPlain) ?? true) else {
      return text
    }
    let inner = text.trimmingCharacters(in: .whitespacesAndNewlines)
    let bare = FormulaGuard.unguarded(inner)
    return bare == inner ? inner : bare.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The value of a text that is no null word; `currency` is the row's.
  func read(_ text: String, as type: ColumnType, _ column: String, _ currency: Currency) -> Outcome
  {
    switch type {
    case .text: return readText(text, column)
    case .integer: return readInteger(text)
    case .real: return readReal(text, column)
    case .money: return readMoney(text, column, currency)
    case .instant: return readInstant(text)
    case .day: return readDay(text)
    case .boolean: return readBoolean(text)
    case .phone: return .cell(options.key.phone(text).map(Cell.text) ?? .null)
    case .email: return .cell(options.key.email(text).map(Cell.text) ?? .null)
    case .hashedID: return .cell(.integer(options.key.visitor(id: text)))
    case .ownPhone:
      let digits = text.filter { $0.isASCII && $0.isNumber }
      let number = PhoneNumber.normalized(text) ?? digits
      return .cell(number.isEmpty ? .null : .text(number))
    }
  }

  /// What becomes of the contacts in a column of text.
  func contactRule(_ column: String) -> KeptText {
    contactColumns.contains(column) ? .own : KeptText(column: column)
  }

  private func readText(_ text: String, _ column: String) -> Outcome {
    guard column == "currency" else {
      let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
      let composed = isASCII ? text : text.precomposedStringWithCanonicalMapping
      return .cell(.text(contactRule(column).kept(composed, options.key)))
    }
    guard let currency = CellReader.currency(text) else {
      return .refused(.badCurrency, expected: "a currency by its ISO 4217 code, such as RUB")
    }
    return .cell(.text(currency.code))
  }

  /// The currency of a code or sign.
  static func currency(_ text: String) -> Currency? {
    switch text.lowercased() {
    case "₽", "руб", "руб.", "р.", "rur": .rub
    case "$": .usd
    case "€": .eur
    case "£": .gbp
    default: Currency(text)
    }
  }

  /// In a file without any other evidence a point is a decimal point and a comma may be either; but
  /// money has no third decimal, so that in `1.234` the point may be either too.
  private func number(_ text: String, isMoney: Bool = false) -> NumberText? {
    switch NumberText.read(text, decimal: decimal) {
    case .number(let number, _): number
    case .ambiguous(let number): isMoney || text.contains(",") ? nil : number
    case .none: nil
    }
  }

  /// What no shop's count, measure or amount of minor units reaches. The ceilings keep the totals
  /// of a million such rows within 64 bits.
  private static let mostCounted: Int64 = 1_000_000_000_000
  static let mostMeasured = 1e9
  private static let mostMoney: Int64 = 10_000_000_000_000
  private static let numberAdvice = "; set `decimal` when a comma or point is meant otherwise"

  private func readInteger(_ text: String) -> Outcome {
    guard let number = number(text), !number.hasFraction, !number.isNegative,
      let value = number.scaled(by: 0), value < CellReader.mostCounted
    else { return .refused(.badNumber, expected: "a whole number from 0 to 999,999,999,999") }
    return .cell(.integer(value))
  }

  private func readReal(_ text: String, _ column: String) -> Outcome {
    guard let value = number(text)?.double, value.isFinite, abs(value) < CellReader.mostMeasured
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
    let number = number(text, isMoney: true)
    if let number, takesWrittenValues { return .cell(.text(number.plain)) }
    guard
      let cell = number?.scaled(by: currency.minorDigits)
        .flatMap({ CellReader.amount($0, vatRate: column == "cost" ? options.vatRate : 0) })
    else {
      return .refused(
        .badMoney, expected: "an amount of \(currency.code)" + CellReader.numberAdvice)
    }
    return .cell(cell)
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
    let expected = "a time from 1990 to 2099 such as 2026-05-03 10:15:00"
    switch TimeText.read(text, order: options.dateOrder) {
    case .time(let time):
      guard let at = time.instant(in: options.zone) else {
        return .refused(.badDate, expected: expected)
      }
      return .cell(.integer(at))
    case .ambiguous: return .refused(.badDate, expected: expected + "; set `date_order`")
    case .none: return .refused(.badDate, expected: expected)
    }
  }

  /// Unix seconds (10 digits) or milliseconds (13 digits).
  private static func epoch(_ text: String) -> Int64? {
    guard text.utf8.count == 10 || text.utf8.count == 13,
      text.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int64(text)
    else { return nil }
    let at = text.utf8.count == 10 ? value * 1000 : value
    return LogClock.believable.contains(at) ? at : nil
  }

  private func readDay(_ text: String) -> Outcome {
    let expected = "a date from 1990 to 2099 such as 2026-05-03"
    if takesWrittenValues, text.utf8.count == 21, DaySpan(text) != nil { return .cell(.text(text)) }
    switch TimeText.read(text, order: options.dateOrder) {
    case .time(let time):
      guard let day = time.day(in: options.zone, shop: options.shopZone ?? options.zone) else {
        return .refused(.badDate, expected: expected)
      }
      return .cell(.text(day.description))
    case .ambiguous: return .refused(.badDate, expected: expected + "; set `date_order`")
    case .none: return .refused(.badDate, expected: expected)
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
