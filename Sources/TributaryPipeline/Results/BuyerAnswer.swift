import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// Orders of the window by whether their buyer had ordered before, in the order of the kinds.
  ///
  /// A buyer is known who did anything else, or left a key that does not join nobody.
  func buyers() throws(WarehouseError) -> [BuyerGroup] {
    let sql = """
      with placed as (
        select
          order_fact.is_lost, order_fact.total,
          exists (
            select 1 from person_member as other
            where other.person_id = buyer.person_id
              and (other.kind, other.member) <> ('order', order_fact.order_id)
          ) or exists (
            select 1 from identity_key as mine
            where mine.kind = 'order' and mine.member = order_fact.order_id
              and mine.key not like 'order:%'
              and not exists (select 1 from nobody_key where nobody_key.key = mine.key)
          ) as is_known,
          exists (
            select 1 from person_member as earlier
            where earlier.person_id = buyer.person_id and earlier.kind = 'order'
              and (earlier.at, earlier.member) < (buyer.at, buyer.member)
          ) as is_returning
        from order_fact
        left join person_member as buyer
          on buyer.kind = 'order' and buyer.member = order_fact.order_id
        where order_fact.day between ?1 and ?2
      )
      select
        case when not is_known then 'unknown' when is_returning then 'returning' else 'new' end
          as buyers,
        count(*) as orders, sum(is_lost) as cancelled,
        coalesce(sum(total) filter (where not is_lost), 0) as revenue
      from placed
      group by 1
      """
    let groups = try warehouse.rows(
      sql,
      [.text(window.first.description), .text(window.last.description)]
    ).map { row throws(WarehouseError) in
      BuyerGroup(
        kind: BuyerGroup.Kind(rawValue: try row.text("buyers")) ?? .unknown,
        orders: try row.int("orders"), cancelled: try row.int("cancelled"),
        revenue: try row.int64("revenue"))
    }
    return BuyerGroup.Kind.allCases.flatMap { kind in groups.filter { $0.kind == kind } }
  }
}
