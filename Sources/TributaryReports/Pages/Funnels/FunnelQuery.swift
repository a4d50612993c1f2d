import TributaryAnalysis
import TributaryModel

/// The query behind the table of a funnel: how many reached each step, one after the other, and how
/// many came around.
struct FunnelQuery: Sendable {
  private let name: Funnel.Name
  private let window: DayRange
  private let unseen: [Funnel.StepName]
  /// The steps that the table has numbers of.
  private let seen: Set<Funnel.StepName>

  init(_ funnel: Funnel) {
    name = funnel.name
    window = funnel.window
    let unseen = funnel.unseen
    self.unseen = unseen
    seen = Set(funnel.steps.map(\.name)).subtracting(unseen)
  }

  var source: Table.Source { Table.Source(sql: name == .purchase ? purchase : letter) }

  private var days: String { "between '\(window.first)' and '\(window.last)'" }

  /// Steps of a visit, then what became of the web orders.
  private var purchase: String {
    let steps = Funnel.sessionSteps.filter(seen.contains).map { "'\($0.rawValue)'" }
    let visits = """
      select step, coalesce(sum(entered) filter (where skipped in (\(passed))), 0) as reached,
        coalesce(sum(entered) filter (where skipped not in (\(passed))), 0) as around
      from mart_funnel_step
      where funnel = 'purchase' and day \(days)
        and step in (\(steps.joined(separator: ", ")))
      group by step
      """
    return
      ([visits] + (seen.contains(.paid) ? [paid] : [])
      + (seen.contains(.delivered) ? [delivered] : []))
      .joined(separator: "\nunion all\n")
  }

  /// What may be skipped, for the log does not show it: every choice of the unseen steps.
  private var passed: String {
    let choices = unseen.filter(Funnel.sessionSteps.contains).reduce([[]]) { choices, step in
      choices + choices.map { $0 + [step.rawValue] }
    }
    return choices.map { "'\($0.joined(separator: " "))'" }.joined(separator: ", ")
  }

  private var paid: String {
    """
    select 'paid', count(*), 0
    from order_fact
    where day \(days) and is_from_cart and paid_day <= '\(window.last)'
    """
  }

  private var delivered: String {
    let isPaid = seen.contains(.paid) ? "coalesce(paid_day <= '\(window.last)', 0)" : "1"
    return """
      select 'delivered', coalesce(sum(\(isPaid)), 0), coalesce(sum(not \(isPaid)), 0)
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
