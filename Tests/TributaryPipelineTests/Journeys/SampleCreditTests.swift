import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

extension SampleRunTests {
  @Suite struct CreditTests {
    private let warehouse: Warehouse

    init() throws { warehouse = try #require(SampleRun.shared).warehouse() }

    /// The total of each model and kind: credit, value and margin.
    private func totals(_ sql: String) throws -> [String: [Double]] {
      var totals: [String: [Double]] = [:]
      for row in try warehouse.rows(sql) {
        totals[try row.text("name")] = [
          try row.double("conversions"), try row.double("value"), try row.double("margin"),
        ]
      }
      return totals
    }

    private func counted() throws -> [String: [Double]] {
      try totals(
        """
        select model || ' ' || kind as name, count(*) as conversions, sum(value) as value,
          sum(margin) as margin
        from conversion
        cross join (select distinct model from attribution_credit)
        where is_counted
        group by 1
        """)
    }

    private func expectSame(_ found: [String: [Double]], _ expected: [String: [Double]]) throws {
      #expect(Set(found.keys) == Set(expected.keys))
      for (name, sums) in expected {
        let mine = try #require(found[name])
        // Shares of thirds do not add up to 1 in binary; money does, to the kopeck.
        #expect(abs(mine[0] - sums[0]) < 1e-6, "\(name)")
        #expect(mine[1] == sums[1], "\(name)")
        #expect(mine[2] == sums[2], "\(name)")
      }
    }

    @Test func `for each model the credits add up to the conversions, in money to the kopeck`()
      throws
    {
      let expected = try counted()
      // Seven models by touchpoint, each for orders, calls and invoices.
      #expect(expected.count == 21)
      try expectSame(
        try totals(
          """
          select model || ' ' || kind as name, sum(credit) as conversions,
            sum(attribution_credit.value) as value, sum(attribution_credit.margin) as margin
          from attribution_credit
          join conversion using (conversion_id)
          group by 1
          """), expected)
    }

    @Test func `the shares of each conversion and model add up to one, and its money to its own`()
      throws
    {
      let wrong = try warehouse.rows(
        """
        select conversion.conversion_id, model
        from conversion
        join attribution_credit using (conversion_id)
        group by conversion.conversion_id, model
        having abs(sum(credit) - 1) > 1e-9
          or sum(attribution_credit.value) <> conversion.value
          or sum(attribution_credit.margin) <> conversion.margin
          or not conversion.is_counted
        """)
      #expect(wrong.isEmpty)
    }

    @Test func `the channels of the marts add up to the conversions`() throws {
      try expectSame(
        try totals(
          """
          select model || ' ' || kind as name, sum(conversions) as conversions,
            sum(value) as value, sum(margin) as margin
          from mart_channel_credit_day
          group by 1
          """), try counted())
    }

    @Test func `the campaigns of the marts and the credit without one add up to the channels`()
      throws
    {
      try expectSame(
        try totals(
          """
          with parts as (
            select model, kind, conversions, value, margin
            from mart_campaign_credit_day
            where kind <> 'sale'
            union all
            select model, kind, credit, attribution_credit.value, attribution_credit.margin
            from attribution_credit
            join conversion using (conversion_id)
            where campaign_key is null
          )
          select model || ' ' || kind as name, sum(conversions) as conversions,
            sum(value) as value, sum(margin) as margin
          from parts
          group by 1
          """), try counted())
    }

    /// Sales of the marts with those that no campaign explains are the conversions that are sales.
    @Test func `sales count each sale once`() throws {
      let found = try totals(
        """
        with parts as (
          select model, conversions, value, margin from mart_campaign_credit_day
          where kind = 'sale'
          union all
          select model, credit, attribution_credit.value, attribution_credit.margin
          from attribution_credit
          join conversion using (conversion_id)
          where campaign_key is null and is_sale
        )
        select model as name, sum(conversions) as conversions, sum(value) as value,
          sum(margin) as margin
        from parts
        group by 1
        """)
      try expectSame(
        found,
        try totals(
          """
          select model as name, count(*) as conversions, sum(value) as value,
            sum(margin) as margin
          from conversion
          cross join (select distinct model from attribution_credit)
          where is_sale
          group by 1
          """))
    }

    /// For each kind, grain and model, the Markov chain included: credit of all dimensions and of nobody
    /// is all conversions of the window.
    @Test func `the results of the window add up to its conversions, money to the kopeck`() throws {
      let wrong = try warehouse.rows(
        """
        with counted as (
          select kind, count(*) as conversions, sum(value) as value, sum(margin) as margin
          from conversion
          where is_counted and day between date('2026-11-14', '-27 days') and '2026-11-14'
          group by kind
        ), credited as (
          select kind, grain, model, sum(conversions) as conversions, sum(value) as value,
            sum(margin) as margin
          from attribution_result
          where as_of = '2026-11-14'
          group by kind, grain, model
        )
        select counted.kind, grain, model
        from counted
        left join credited using (kind)
        where credited.value is not counted.value or credited.margin is not counted.margin
          or abs(credited.conversions - counted.conversions) > 1e-6
        """)
      #expect(wrong.isEmpty)
      #expect(
        try warehouse.rows("select distinct kind, grain, model from attribution_result").count
          == 3 * 3 * 8)
    }

    @Test func `the results of the window are those of the marts`() throws {
      let wrong = try warehouse.rows(
        """
        with mart as (
          select kind, model, channel as dimension, sum(value) as value
          from mart_channel_credit_day
          where day between date('2026-11-14', '-27 days') and '2026-11-14'
          group by kind, model, channel
        ), result as (
          select kind, model, dimension, value
          from attribution_result
          where as_of = '2026-11-14' and grain = 'channel' and model <> 'markov'
            and conversions > 0
        )
        select * from (select * from mart except select * from result)
        union all
        select * from (select * from result except select * from mart)
        """)
      #expect(wrong.isEmpty)
    }

    @Test func `day by day the marts are the credits`() throws {
      let wrong = try warehouse.rows(
        """
        with credit as (
          select attribution_credit.day, model, kind, sum(attribution_credit.value) as value
          from attribution_credit
          join conversion using (conversion_id)
          group by attribution_credit.day, model, kind
        ), mart as (
          select day, model, kind, sum(value) as value
          from mart_channel_credit_day
          group by day, model, kind
        )
        select * from credit except select * from mart
        union all
        select * from (select * from mart except select * from credit)
        """)
      #expect(wrong.isEmpty)
    }

    @Test func `spend, visits and clicks of the marts are those of the files`() throws {
      let row = try #require(
        try warehouse.rows(
          """
          select
            (select sum(cost) from spend) as cost,
            (select sum(spend) from mart_channel_day) as by_channel,
            (select sum(spend) from mart_campaign_day) as by_campaign,
            (select sum(spend) from mart_geodomain_day) as by_city,
            (select sum(clicks) from spend) as clicks,
            (select sum(clicks) from mart_campaign_day) as mart_clicks,
            (select count(*) from session) as sessions,
            (select sum(sessions) from mart_channel_day) as channel_sessions,
            (select sum(visits) from mart_landing_day) as landing_visits
          """
        ).first)
      let cost = try row.int("cost")
      #expect(cost > 0)
      #expect(try row.int("by_channel") == cost)
      #expect(try row.int("by_campaign") == cost)
      #expect(try row.int("by_city") == cost)
      #expect(try row.int("mart_clicks") == (try row.int("clicks")))
      #expect(try row.int("channel_sessions") == (try row.int("sessions")))
      #expect(try row.int("landing_visits") == (try row.int("sessions")))
    }
  }
}
