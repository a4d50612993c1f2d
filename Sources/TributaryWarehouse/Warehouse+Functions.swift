import TributaryModel

extension Warehouse {
  /// Makes the shop's zone, currency and campaigns known to SQL.
  ///
  /// `zoned_day(ms)`: the day of an instant; `is_lost(status, cancelled_at)`: whether an order
  /// ended without a sale; `lower_unicode(text)`: lower case of any script;
  /// `shop_currency()`; `minor_units(code)`: 100 for most; `campaign_key(source, medium, campaign,
  /// campaign_id)`; `channel_of(source, medium, campaign)`; `masked_text(text)`, `masked_id(text)`: see
  /// `KeptText`.
  func registerFunctions() throws(WarehouseError) {
    let settings = settings
    var days = DayCache(zone: settings.zone)
    var lost: [String: Bool] = [:]
    try connection.register("zoned_day", arguments: 1) { cells in
      guard case .integer(let milliseconds) = cells[0] else { return .null }
      return .text(days.text(of: milliseconds))
    }
    try connection.register("is_lost", arguments: 2) { cells in
      if cells[1] != .null { return .integer(1) }
      guard case .text(let status) = cells[0] else { return .integer(0) }
      // A shop has few statuses, and many orders.
      if let known = lost[status] { return .integer(known ? 1 : 0) }
      if lost.count >= 1000 { lost = [:] }
      let isLost = OrderStatus.isLost(status)
      lost[status] = isLost
      return .integer(isLost ? 1 : 0)
    }
    try connection.register("lower_unicode", arguments: 1) { cells in
      guard case .text(let text) = cells[0] else { return cells[0] }
      return .text(text.lowercased())
    }
    try connection.register("shop_currency", arguments: 0) { _ in .text(settings.currency.code) }
    try connection.register("minor_units", arguments: 1) { cells in
      .integer(Currency(cells[0].words)?.minorUnits ?? settings.currency.minorUnits)
    }
    try connection.register("campaign_key", arguments: 4) { cells in
      settings.campaignKey(cells[0].words, cells[1].words, cells[2].words, cells[3].words)
        .map { .text($0) } ?? .null
    }
    try connection.register("masked_text", arguments: 1) { cells in
      guard case .text(let text) = cells[0] else { return cells[0] }
      return .text(ContactMask.masked(text))
    }
    try connection.register("masked_id", arguments: 1) { cells in
      guard case .text(let text) = cells[0] else { return cells[0] }
      return .text(settings.key?.maskedID(text) ?? ContactMask.masked(text))
    }
    try connection.register("channel_of", arguments: 3) { cells in
      .text(settings.channelOf(cells[0].words, cells[1].words, cells[2].words))
    }
  }
}

extension Cell {
  /// The text; empty for anything else.
  var words: String {
    if case .text(let text) = self { text } else { "" }
  }
}
