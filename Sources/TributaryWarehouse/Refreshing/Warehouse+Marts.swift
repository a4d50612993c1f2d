import TributaryModel

extension Warehouse {
  /// Refills the day totals of those days, and of the days whose totals depend on them, in one
  /// transaction. Expects their facts.
  ///
  /// - Returns: the days refilled, in order.
  @discardableResult
  public func refreshMarts(days: [Day]) throws(WarehouseError) -> [Day] {
    guard !days.isEmpty else { return [] }
    return try write { () throws(WarehouseError) in
      try markDirty(days)
      try markDirty(try self.days(NamedSQL("dependent_day", PackageResources.dependent_day_sql)))
      for mart in Warehouse.marts { try connection.execute(mart.text) }
      let refilled = try self.days(NamedSQL("dirty_day", PackageResources.dirty_day_sql))
      try connection.execute("delete from temp.dirty_day")
      return refilled
    }
  }

  /// Every day on which something happened, for a full refresh.
  public func allDays() throws(WarehouseError) -> [Day] {
    try days(NamedSQL("all_day", PackageResources.all_day_sql))
  }

  /// Creates the tables that live as long as the connection.
  func prepareWorkTables() throws(WarehouseError) {
    for script in [PackageResources.work_table_sql, PackageResources.seed_key_sql] {
      try connection.execute(String(decoding: script, as: UTF8.self))
    }
  }

  func markDirty(_ days: [Day]) throws(WarehouseError) {
    let insert = try connection.prepare("insert or ignore into temp.dirty_day values (?, ?, ?)")
    for day in days {
      let start = settings.zone.instant(of: day).milliseconds
      let end = settings.zone.instant(of: day.adding(1)).milliseconds
      try insert.run([.text(day.description), .integer(start), .integer(end)])
    }
  }

  /// In the order of running: those that read other marts last.
  static let marts = [
    NamedSQL("session_total", PackageResources.session_total_sql),
    NamedSQL("campaign_session_day", PackageResources.campaign_session_day_sql),
    NamedSQL("mart_campaign_day", PackageResources.mart_campaign_day_sql),
    NamedSQL("mart_campaign_credit_day", PackageResources.mart_campaign_credit_day_sql),
    NamedSQL("mart_channel_day", PackageResources.mart_channel_day_sql),
    NamedSQL("mart_channel_credit_day", PackageResources.mart_channel_credit_day_sql),
    NamedSQL("mart_geodomain_day", PackageResources.mart_geodomain_day_sql),
    NamedSQL("mart_demand_day", PackageResources.mart_demand_day_sql),
    NamedSQL("mart_category_day", PackageResources.mart_category_day_sql),
    NamedSQL("mart_landing_day", PackageResources.mart_landing_day_sql),
    NamedSQL("mart_funnel_step", PackageResources.mart_funnel_step_sql),
    NamedSQL("mart_order_transition", PackageResources.mart_order_transition_sql),
    NamedSQL("mart_indicator_day", PackageResources.mart_indicator_day_sql),
    NamedSQL("mart_total_day", PackageResources.mart_total_day_sql),
  ]
}
