import TributaryModel

/// What a file's cells prove about the others: one export writes all its numbers with one decimal
/// sign and all its dates in one order.
struct FileEvidence {
  private var signs: Set<DecimalSign> = []
  private var slashed = DateEvidence()
  private var dotted = DateEvidence()

  /// The decimal sign; nil when no number leaves no doubt, or when they disagree.
  var decimal: DecimalSign? { signs.count == 1 ? signs.first : nil }
  /// The order of dates with slashes or dashes; nil when nothing proves one, or they disagree.
  var dateOrder: DateOrder? { slashed.order }
  /// The order of dates with points, which is day, month, year unless all that show one show
  /// another.
  var dottedOrder: DateOrder {
    dotted.order ?? (dotted.showsYearFirst ? .yearMonthDay : .dayMonthYear)
  }

  /// Takes in a record in UTF-8.
  mutating func note(_ record: Record, _ rows: RowReader) {
    guard record.problem == nil else { return }
    for (index, column) in rows.columns.enumerated() {
      guard let position = rows.header.positions[index], position < record.count,
        case let cell = record.cell(position), cell.contains(where: { (44...47).contains($0) })
      else { continue }
      switch column.type {
      case .money, .real, .integer:
        // A program's number is no sign of how people write theirs.
        if record.isExactNumber(position) { continue }
        if let sign = FileEvidence.plainSign(cell) {
          signs.insert(sign)
          continue
        }
        guard let word = rows.text(record, index),
          case .number(_, let sign?) = NumberText.read(
            word, decimal: nil, currency: column.type == .money ? rows.currency(of: record) : nil,
            isWhole: column.type == .integer && CellReader.isCount(column.name))
        else { continue }
        signs.insert(sign)
      case .day, .instant:
        // A year in front proves nothing of slashes.
        if cell.count >= 4, cell.prefix(4).allSatisfy({ $0 &- 48 < 10 }) {
          if cell.dropFirst(4).first == UInt8(ascii: ".") { dotted.hasLongYearFirst = true }
          continue
        }
        guard let word = rows.text(record, index) else { continue }
        slashed.note(word, separators: [UInt8(ascii: "/"), UInt8(ascii: "-")])
        dotted.note(word, separators: [UInt8(ascii: ".")])
      default: continue
      }
    }
  }

  /// The sign of `1020.50`: digits, one sign, and not the three digits that a group has.
  private static func plainSign(_ cell: ArraySlice<UInt8>) -> DecimalSign? {
    guard let place = cell.firstIndex(where: { $0 &- 48 >= 10 }), place > cell.startIndex,
      case let fraction = cell[(place + 1)...], (1...2).contains(fraction.count),
      fraction.allSatisfy({ $0 &- 48 < 10 })
    else { return nil }
    switch cell[place] {
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: "."): return .point
    default: return nil
    }
  }
}

/// Which orders of day, month and year all dates of a file can be in.
struct DateEvidence {
  private var possible = Set(DateOrder.allCases)

  /// Whether some date has a year of four digits in front.
  var hasLongYearFirst = false
  /// The days of all dates with a year of two digits, were the day first or the year.
  private var dayFirst: ClosedRange<Day>?
  private var yearFirst: ClosedRange<Day>?

  /// Days by which dates lie closer together where the year is where it seems.
  private static let farApart = 300

  /// Whether `26.05.03` is of 2026: other years are written in front, and the days lie close together
  /// so and far apart the other way round.
  var showsYearFirst: Bool {
    guard possible.contains(.yearMonthDay), let yearFirst else { return false }
    func length(_ days: ClosedRange<Day>) -> Int { days.upperBound.number - days.lowerBound.number }
    guard let dayFirst else { return true }
    return hasLongYearFirst && length(yearFirst) + DateEvidence.farApart < length(dayFirst)
  }

  /// The only order that fits every date; nil when several do, or none does.
  var order: DateOrder? { possible.count == 1 ? possible.first : nil }

  /// Takes in a date of three numbers, the year not first or with two digits only; one that is
  /// none in any order shows nothing.
  mutating func note(_ text: String, separators: Set<UInt8>) {
    let date = text.utf8.prefix { $0 &- 48 < 10 || separators.contains($0) }
    let parts = date.split(omittingEmptySubsequences: false) { separators.contains($0) }
    guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
      parts[2].count == 2 || parts[2].count == 4
    else { return }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 48) } }
    let fitting = DateOrder.allCases.filter { order in
      switch order {
      case .dayMonthYear: (1...31).contains(numbers[0]) && (1...12).contains(numbers[1])
      case .monthDayYear: (1...12).contains(numbers[0]) && (1...31).contains(numbers[1])
      case .yearMonthDay:
        parts[2].count == 2 && parts[0].count == 2 && (1...12).contains(numbers[1])
          && (1...31).contains(numbers[2])
      }
    }
    if !fitting.isEmpty { possible.formIntersection(fitting) }
    guard parts.allSatisfy({ $0.count == 2 }) else { return }
    func cover(_ days: inout ClosedRange<Day>?, _ year: Int, _ number: Int) {
      guard let day = Day(year: 2000 + year, month: numbers[1], day: number) else { return }
      days = min(days?.lowerBound ?? day, day)...max(days?.upperBound ?? day, day)
    }
    cover(&dayFirst, numbers[2], numbers[0])
    cover(&yearFirst, numbers[0], numbers[2])
  }
}
