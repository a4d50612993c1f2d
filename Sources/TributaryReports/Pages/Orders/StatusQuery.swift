import TributaryAnalysis
import TributaryModel

/// The queries behind the tables of statuses.
///
/// Shape: the orders placed in the year to the as-of day, with all that was known of them then.
struct StatusQuery: Sendable {
  /// The year whose orders the statuses follow: a month holds too few of the rare ones.
  static func year(to asOf: Day) -> DayRange { DayRange(last: asOf, count: StatusFlow.days) }

  let asOf: Day

  /// Where orders stand that nobody has ended yet.
  var waiting: Table.Source {
    Table.Source(
      sql: """
        with stand as (
          select order_id, order_fact.total, order_status.status, zoned_day(at) as since,
            row_number() over (
              partition by order_id order by at desc, order_status.status desc) as position
          from order_fact
          join order_status using (order_id)
          where \(known)
        )
        select status, count(*) as orders, sum(total) as money,
          julianday('\(asOf)') - julianday(min(since)) as oldest_days
        from stand
        where position = 1 and status not in ('delivered', 'paid', 'completed', '')
          and not is_lost(status, null)
        group by status
        order by money desc
        """)
  }

  /// From which status orders are lost.
  var cancellations: Table.Source {
    Table.Source(
      sql: """
        \(moves), lost as (
          select from_status as status, count(*) as cancelled
          from move
          where is_lost(to_status, null) and not is_lost(from_status, null)
          group by from_status
        ), entry as (
          select to_status as status, count(*) as entered
          from move
          group by to_status
        )
        select status, cancelled * 1.0 / entered as cancelled_share, cancelled, entered
        from lost
        join entry using (status)
        order by cancelled desc, status
        """)
  }

  /// From which status to which orders go.
  var transitions: Table.Source {
    Table.Source(
      sql: """
        \(moves)
        select from_status, to_status, count(*) as orders
        from move
        group by from_status, to_status
        order by orders desc, from_status, to_status
        """)
  }

  private var known: String {
    let year = StatusQuery.year(to: asOf)
    return """
      order_fact.day between '\(year.first)' and '\(year.last)'
            and zoned_day(at) <= '\(year.last)'
      """
  }

  private var moves: String {
    """
    with change as (
      select order_status.status as to_status,
        lag(order_status.status, 1, '') over (
          partition by order_id order by at, order_status.status) as from_status
      from order_fact
      join order_status using (order_id)
      where \(known.replacing("\n      ", with: "\n    "))
    ), move as (
      select from_status, to_status
      from change
      where from_status <> to_status
    )
    """
  }
}
