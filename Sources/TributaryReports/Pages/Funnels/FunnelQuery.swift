import TributaryAnalysis
import TributaryModel

/// The query behind the table of a funnel: how many reached each step.
struct FunnelQuery: Sendable {
  let name: Funnel.Name
  let window: DayRange

  var source: Table.Source { Table.Source(sql: name == .purchase ? purchase : letter) }

  private var days: String { "between '\(window.first)' and '\(window.last)'" }

  /// Steps of a visit, then what became of the web orders.
  private var purchase: String {
    """
    select step, sum(entered) as reached
    from mart_funnel_step
    where funnel = 'purchase' and day \(days)
      and step in ('visit', 'product', 'cart', 'checkout', 'order')
    group by step
    union all
    select 'paid', count(*)
    from order_fact
    where day \(days) and is_from_cart and paid_day <= '\(window.last)'
    union all
    select 'delivered', count(*)
    from order_fact
    where day \(days) and is_from_cart and delivered_day <= '\(window.last)'
    """
  }

  private var letter: String {
    """
    with received as (
      select invoice.invoice_id, invoice_settlement.paid_at
      from letter
      join letter_answer using (letter_id)
      left join invoice on invoice.invoice_id = letter_answer.invoice_id
        and zoned_day(invoice.issued_at) <= '\(window.last)'
      left join invoice_settlement on invoice_settlement.invoice_id = invoice.invoice_id
      where zoned_day(received_at) \(days)
    )
    select 'letter' as step, count(*) as reached from received
    union all
    select 'invoice', count(invoice_id) from received
    union all
    select 'invoice_paid', count(*)
    from received
    where zoned_day(paid_at) <= '\(window.last)'
    """
  }
}
