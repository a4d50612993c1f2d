import TributaryModel

extension Warehouse {
  /// Makes the facts of those days anew, and those that depend on them, such as of orders that
  /// sessions of the days saw.
  ///
  /// Expects the sessions of the days, and `campaign_tag`.
  ///
  /// - Returns: the days whose facts were made anew.
  public func refreshFacts(days: Set<Day>) throws(WarehouseError) -> Set<Day> {
    try write { () throws(WarehouseError) in
      try markDirty(days.sorted())
      for fact in Warehouse.facts { try connection.execute(fact.text) }
      let touched = days.union(try self.days("select day from temp.fact_day"))
      for table in ["dirty_day", "fact_order", "fact_invoice", "fact_day"] {
        try connection.execute("delete from temp.\(table)")
      }
      return touched
    }
  }

  /// In the order of running: what is made anew and where it stood, rates, invoices after the orders
  /// whose margin they take, where all stands now.
  static let facts = [
    NamedSQL("changed_fact", PackageResources.changed_fact_sql),
    factDays,
    NamedSQL("day_rate", PackageResources.day_rate_sql),
    NamedSQL("order_fact", PackageResources.order_fact_sql),
    NamedSQL("refund_fact", PackageResources.refund_fact_sql),
    NamedSQL("invoice_fact", PackageResources.invoice_fact_sql),
    NamedSQL("spend_fact", PackageResources.spend_fact_sql),
    factDays,
  ]

  private static let factDays = NamedSQL("fact_day", PackageResources.fact_day_sql)
}
