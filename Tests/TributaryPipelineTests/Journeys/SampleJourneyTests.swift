import Foundation
import Testing
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

extension SampleRunTests {
  @Suite struct JourneyTests {
    private let night: SampleRun
    private let warehouse: Warehouse

    init() throws {
      night = try #require(SampleRun.shared)
      warehouse = try night.warehouse()
    }

    private func number(_ sql: String) throws -> Int {
      try #require(try warehouse.rows(sql).first).int("n")
    }

    @Test func `each website order of the logged days has its session, and no other has one`()
      throws
    {
      let seen = try warehouse.rows("select order_id from session_order").map {
        try $0.text("order_id")
      }
      #expect(seen.count == Set(seen).count)
      #expect(Set(seen) == Set(night.truth.webOrdersInLog.map(\.order)))
    }

    @Test func `the visitor of an order's session is the person of the order`() throws {
      let joined = try number(
        """
        select count(*) as n
        from session_order
        join session using (session_id)
        join person_member on kind = 'order' and member = order_id
        where person_member.person_id = session.person_id
        """)
      #expect(joined == night.truth.webOrdersInLog.count)
    }

    /// Of 704 planted ways to an order 675 have as many visits here, 20 fewer (they began before the
    /// first log) and 9 more (the same buyer came back); where the last visit was an advertisement's,
    /// all but those with an unreplaced macro end with its campaign.
    @Test func `the way to an order has the visits that were planted`() throws {
      let rows = try warehouse.rows(
        """
        select order_id, coalesce(campaign.name, '') as campaign
        from orders
        join person_member as mine on mine.kind = 'order' and mine.member = order_id
        join touchpoint using (person_id)
        left join campaign using (campaign_key)
        where touchpoint.kind = 'session' and touchpoint.at <= orders.placed_at
        order by order_id, touchpoint.at
        """)
      var ways: [String: [String]] = [:]
      for row in rows {
        ways[try row.text("order_id"), default: []].append(try row.text("campaign"))
      }
      let names = Set(night.truth.campaigns.map(\.name))
      var (sameLength, advertised, sameLast) = (0, 0, 0)
      for order in night.truth.webOrdersInLog {
        let planted = order.path.components(separatedBy: " > ")
        let found = ways[order.order] ?? []
        sameLength += found.count == planted.count ? 1 : 0
        guard let last = planted.last, names.contains(last) else { continue }
        advertised += 1
        sameLast += found.last == last ? 1 : 0
      }
      #expect(Double(sameLength) >= 0.95 * 704)
      #expect(advertised > 200)
      #expect(Double(sameLast) >= 0.97 * Double(advertised))
    }

    @Test func `telephone orders are joined to their calls, also by the number alone`() throws {
      let phone = night.truth.phoneOrders
      let noted = "select order_id from call where order_id is not null"
      #expect(
        try number(
          "select count(*) as n from orders where method = 'phone' and order_id in (\(noted))")
          == phone.joinedByOrderId)
      // The caller rang at most an hour before the order; the person is found by the number only.
      let byNumber = try number(
        """
        select count(distinct orders.order_id) as n
        from orders
        join person_member as mine
          on mine.kind = 'order' and mine.member = orders.order_id
        join person_member as other on other.person_id = mine.person_id and other.kind = 'call'
        join call on call.call_id = other.member
        where method = 'phone' and orders.order_id not in (\(noted))
          and call.started_at between orders.placed_at - 3600000 and orders.placed_at
        """)
      #expect(byNumber == phone.joinedOnlyByPhone)
    }

    /// Recall 1: every phone with orders of both kinds is one person. Precision: of 8,994 persons
    /// with orders one holds two phones, two buyers behind one address with the same agent.
    @Test func `people who buy online and in the store are found`() throws {
      let both = try number(
        """
        select count(*) as n
        from (
          select person_id
          from orders
          join person_member on kind = 'order' and member = order_id
          where customer_phone is not null
          group by person_id
          having max(channel = 'online') and max(channel = 'store')
        )
        """)
      #expect(both == night.truth.customers.withPhoneBoth)
      // The office's phone, which fifty buyers give, joins nobody.
      let split = try number(
        """
        select count(*) as n
        from (
          select customer_phone
          from orders
          join person_member on kind = 'order' and member = order_id
          where customer_phone is not null
          group by customer_phone
          having count(distinct person_id) > 1 and count(*) <= 20
        )
        """)
      #expect(split == 0)
      let mixed = try number(
        """
        select count(*) as n
        from (
          select person_id
          from orders
          join person_member on kind = 'order' and member = order_id
          group by person_id
          having count(distinct customer_phone) > 1
        )
        """)
      #expect(mixed <= 1)
    }
  }
}
