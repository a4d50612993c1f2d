-- What became of the letters of a window as known on its last day.
-- Grain: one row. Open: no next step yet and less than ?3 days old.
-- Parameters: ?1 first day, ?2 last day, ?3 days that a letter stays open.
with received as (
  select
    zoned_day(letter.received_at) as day,
    invoice.invoice_id is not null as is_invoiced,
    coalesce(zoned_day(invoice_settlement.paid_at) <= ?2, 0) as is_paid
  from letter
  join letter_answer using (letter_id)
  left join invoice on invoice.invoice_id = letter_answer.invoice_id
    and zoned_day(invoice.issued_at) <= ?2
  left join invoice_settlement on invoice_settlement.invoice_id = invoice.invoice_id
  where zoned_day(letter.received_at) between ?1 and ?2
)
select
  count(*) as letters,
  coalesce(sum(is_invoiced), 0) as invoiced,
  coalesce(sum(is_paid), 0) as paid,
  coalesce(sum(not is_invoiced and day > date(?2, '-' || ?3 || ' days')), 0) as invoiced_open,
  coalesce(sum(is_invoiced and not is_paid and day > date(?2, '-' || ?3 || ' days')), 0)
    as paid_open
from received;
