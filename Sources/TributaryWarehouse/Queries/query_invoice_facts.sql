-- What attribution must know of each invoice in the shop's currency.
-- Grain: one row per invoice. Units: milliseconds; total in minor units.
-- Paid: as the invoice says, else when its payments reached its total.
with settled as (
  select
    payment.invoice_id, payment.paid_at,
    sum(payment.amount) over (
      partition by payment.invoice_id order by payment.paid_at, payment.payment_id
    ) >= invoice.total as is_covered
  from payment
  join invoice using (invoice_id)
  where coalesce(payment.currency, '') in ('', shop_currency())
)
select
  invoice.invoice_id, invoice.issued_at, invoice.total, invoice.order_id,
  invoice.customer_phone, invoice.customer_email,
  coalesce(
    invoice.paid_at,
    (select min(settled.paid_at) from settled
     where settled.invoice_id = invoice.invoice_id and settled.is_covered)
  ) as paid_at
from invoice
where coalesce(invoice.currency, '') in ('', shop_currency())
order by invoice.issued_at, invoice.invoice_id;
