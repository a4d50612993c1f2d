import TributaryModel

/// Reads values straight from a record's bytes where they are written in the usual way.
///
/// Whatever is written otherwise, or wrong, is left to `CellReader`, which reads texts: both come
/// to the same value.
struct PlainCells {
  private let key: ContactKey
  private let vatRate: Double
  private var texts = TextCache()
  private var time: PlainTime

  init(_ options: TableOptions) {
    key = options.key
    vatRate = options.vatRate
    time = PlainTime(options.zone, shop: options.shopZone)
    time.readsPoints = options.dateOrder != .monthDayYear
  }

  /// Leaves dates with points to `CellReader`: in this file the month comes first.
  mutating func refusePoints() { time.readsPoints = false }

  /// What a column holds, as far as reading its cells goes.
  struct Kind {
    let type: ColumnType
    /// Whether VAT is added to its money.
    let isCost: Bool
    /// Whether it holds ids, which spreadsheets take for numbers.
    let isID: Bool
    /// Whether its texts may keep contacts.
    let keepsContacts: Bool

    init(_ column: Column, _ contacts: KeptText) {
      type = column.type
      isCost = column.name == "cost"
      isID = Column.isID(column.name)
      keepsContacts = contacts == .own
    }
  }

  /// The value of a trimmed cell that is no null word; nil where its text has to be read.
  mutating func read(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, as kind: Kind, decimal: DecimalSign?,
    minorDigits: Int
  ) -> Cell? {
    let (start, end) = (place.lowerBound, place.upperBound)
    switch kind.type {
    case .text:
      guard ByteScan.isComposed(bytes, from: start, to: end),
        // The sign of the exponent in 2.02605E+11; `CellReader` looks at the rest.
        !kind.isID || place.count < 5 || bytes[end - 3] != UInt8(ascii: "+")
      else { return nil }
      return texts.text(bytes, place, keepsContacts: kind.keepsContacts).map(Cell.text)
    case .integer:
      guard let number = PlainNumber(bytes, place, decimal: decimal), number.decimals == 0,
        !number.isNegative
      else { return nil }
      return .integer(number.value)
    case .real:
      guard let value = PlainNumber(bytes, place, decimal: decimal)?.double, value > 0,
        value < CellReader.mostMeasured
      else { return nil }
      return .real(value)
    case .money:
      return PlainNumber(bytes, place, decimal: decimal)?.scaled(by: minorDigits)
        .flatMap { CellReader.amount($0, vatRate: kind.isCost ? vatRate : 0) }
    case .instant: return time.instant(bytes, place).map(Cell.integer)
    case .day: return time.dayText(bytes, place).map(Cell.text)
    case .boolean:
      guard place.count == 1, bytes[start] == 48 || bytes[start] == 49 else { return nil }
      return .integer(Int64(bytes[start] - 48))
    case .phone:
      guard ByteScan.isASCII(bytes, from: start, to: end) else { return nil }
      return key.phones(ascii: bytes.extracting(place)).map(Cell.text) ?? .null
    case .email:
      guard ByteScan.isASCII(bytes, from: start, to: end) else { return nil }
      return key.email(ascii: bytes.extracting(place)).map(Cell.text) ?? .null
    case .hashedID:
      // `GA1.2.…`, which `ContactKey` reads as a text.
      guard place.count < 8 || bytes[start] != UInt8(ascii: "G") else { return nil }
      return .integer(key.visitor(bytes.extracting(place)))
    case .card, .ownPhone: return nil
    }
  }
}
