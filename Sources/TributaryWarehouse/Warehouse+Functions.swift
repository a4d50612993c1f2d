import TributaryModel

extension Warehouse {
  /// Makes the shop's zone and currency known to SQL.
  ///
  /// `zoned_day(ms)`: the day of an instant; `zoned_day_end(ms)`: its last millisecond; `is_paid_channel(channel)`: whether each click is paid
  /// for; `is_lost(status, cancelled_at)`: whether an order ended without a sale;
  /// `is_void(status)`: whether the shop took an invoice back; `says_paid(status)`: whether it says
  /// that it is paid;
  /// `lower_unicode(text)`: lower case of any script; `shop_currency()`; `minor_units(code)`: 100 for
  /// most; `exchanged(amount, rate)`: in whole minor units, null where either is and from 1e13 on,
  /// where sums would leave 64 bits; `joined_order(number)`: see `OrderNumber`;
  /// `mention_gap(placed_at, at)`: see `Mention`;
  /// `told_by(told_before, column)`, `told_change(told_before, column)`: see `ColumnOrigins`, null for
  /// columns that the row's own version told; `version_moment(named_day, named_second, is_span,
  /// modified)`: see `FileVersion`, milliseconds; `city_key(name)`: see `CityName`; `masked_text(text)`, `masked_id(text)`: see `KeptText`.
  func registerFunctions() throws(WarehouseError) {
    let settings = settings
    var days = DayCache(zone: settings.zone)
    var lost = Remembered(most: 1000) { OrderStatus.isLost($0) }
    try connection.register("zoned_day", arguments: 1) { cells in
      guard case .integer(let milliseconds) = cells[0] else { return .null }
      return .text(days.text(of: milliseconds))
    }
    try connection.register("zoned_day_end", arguments: 1) { cells in
      guard case .integer(let milliseconds) = cells[0] else { return .null }
      let instant = Instant(milliseconds: milliseconds)
      return .integer(settings.zone.lastInstant(ofDayOf: instant).milliseconds)
    }
    try connection.register("is_lost", arguments: 2) { cells in
      if cells[1] != .null { return .integer(1) }
      guard case .text(let status) = cells[0] else { return .integer(0) }
      return .integer(lost.value(of: status) ? 1 : 0)
    }
    try connection.register("is_void", arguments: 1) { cells in
      .integer(InvoiceStatus.isVoid(cells[0].words) ? 1 : 0)
    }
    try connection.register("says_paid", arguments: 1) { cells in
      .integer(InvoiceStatus.isPaid(cells[0].words) ? 1 : 0)
    }
    try connection.register("is_paid_channel", arguments: 1) { cells in
      .integer(Channel(rawValue: cells[0].words)?.isPaid == true ? 1 : 0)
    }
    try connection.register("lower_unicode", arguments: 1) { cells in
      guard case .text(let text) = cells[0] else { return cells[0] }
      return .text(text.lowercased())
    }
    try connection.register("shop_currency", arguments: 0) { _ in .text(settings.currency.code) }
    try connection.register("minor_units", arguments: 1) { cells in
      .integer(Currency(cells[0].words)?.minorUnits ?? settings.currency.minorUnits)
    }
    try connection.register("exchanged", arguments: 2) { cells in
      guard let amount = cells[0].number, let rate = cells[1].number else { return .null }
      let exchanged = (amount * rate).rounded()
      return abs(exchanged) < 1e13 ? .integer(Int64(exchanged)) : .null
    }
    var cities = Remembered(most: 10_000) { CityName.key(of: $0, own: settings.cities) }
    try connection.register("city_key", arguments: 1) { cells in
      guard case .text(let text) = cells[0] else { return cells[0] }
      return .text(cities.value(of: text))
    }
    try connection.register("joined_order", arguments: 1) { cells in
      guard case .text(let text) = cells[0] else { return cells[0] }
      return .text(OrderNumber.joined(text))
    }
    try connection.register("mention_gap", arguments: 2) { cells in
      guard case .integer(let placedAt) = cells[0], case .integer(let at) = cells[1] else {
        return .null
      }
      return .real(Mention.gap(placedAt: placedAt, at: at))
    }
    try connection.register("told_by", arguments: 2) { cells in
      ColumnOrigins(cells[0])[cells[1].words].map { .integer($0.version) } ?? .null
    }
    try connection.register("told_change", arguments: 2) { cells in
      ColumnOrigins(cells[0])[cells[1].words]?.updatedAt.map { .integer($0) } ?? .null
    }
    try connection.register("version_moment", arguments: 4) { cells in
      guard case .integer(let modified) = cells[3] else { return .null }
      let version = FileVersion(
        named: NamedDay(day: cells[0], second: cells[1], isSpan: cells[2]), modified: modified,
        contentHash: "", zone: settings.zone)
      return .integer(version.instant(in: settings.zone).milliseconds)
    }
    try connection.register("masked_text", arguments: 1) { cells in
      guard case .text(let text) = cells[0] else { return cells[0] }
      return .text(ContactMask.masked(text))
    }
    try connection.register("masked_id", arguments: 1) { cells in
      guard case .text(let text) = cells[0] else { return cells[0] }
      return .text(settings.key?.maskedID(text) ?? ContactMask.masked(text))
    }
  }
}

extension NamedDay {
  /// As `file_version` keeps it; nil where the name says no day.
  fileprivate init?(day: Cell, second: Cell, isSpan: Cell) {
    guard let day = Day(day.words) else { return nil }
    self.init(day, second: second.number.map { Int($0) }, isSpan: isSpan == .integer(1))
  }
}

extension Cell {
  /// The text; empty for anything else.
  var words: String {
    if case .text(let text) = self { text } else { "" }
  }

  /// The number; nil for anything else.
  fileprivate var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .real(let number): number
    default: nil
    }
  }
}
