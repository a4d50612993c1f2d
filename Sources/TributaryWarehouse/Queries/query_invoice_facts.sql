-- What attribution must know of the invoices of temp.journey_member.
-- Grain: one row per invoice whose money is known in the shop's currency. Units: milliseconds; total
-- and margin in minor units.
select
  invoice.invoice_id, invoice.issued_at, fact.total, fact.margin, invoice.order_id,
  invoice.customer_phone, invoice.customer_email, fact.paid_at
from temp.journey_member member
cross join invoice on invoice.invoice_id = member.member
cross join invoice_fact fact on fact.invoice_id = invoice.invoice_id
where member.kind = 'invoice' and fact.total is not null and fact.margin is not null
order by invoice.issued_at, invoice.invoice_id;
