-- When an invoice was paid in full. Grain: one row per invoice; paid_at is null while it is not.
-- As the invoice itself says; else when its payments, in its currency, reached its total.
create view invoice_settlement as -- one row per invoice: when it was paid in full
select
  invoice.invoice_id,
  coalesce(
    invoice.paid_at,
    (
      select min(received.paid_at)
      from (
        select
          payment.paid_at,
          sum(payment.amount) over (order by payment.paid_at, payment.payment_id) as so_far
        from payment
        where payment.invoice_id = invoice.invoice_id
          and coalesce(payment.currency, invoice.currency)
            is coalesce(invoice.currency, payment.currency)
      ) as received
      where received.so_far >= invoice.total
    )
  ) as paid_at
from invoice;
