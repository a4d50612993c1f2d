-- What attribution must know of the invoices of temp.journey_member.
-- Grain: one row per invoice whose money is known in the shop's currency. Units: milliseconds; total
-- and margin in minor units. is_paid_day: paid_at is a day without a time.
select
  invoice.invoice_id, invoice.issued_at, fact.total, fact.margin,
  nullif(fact.order_id, '') as order_id,
  invoice.customer_phone, invoice.customer_email, fact.paid_at,
  coalesce(
    invoice.paid_at = fact.paid_at
      and exists (
        select 1
        from day_column
        where column_name = 'paid_at'
          and day_column.source_file_id = coalesce(
            (
              select v.source_file_id
              from file_version v
              where invoice.told_before is not null
                and ' ' || invoice.told_before like '% paid\_at:' || v.version_id || ':%' escape '\'
            ), invoice.source_file_id)
      ), 0
  )
  or exists (
    select 1
    from payment
    join day_column using (source_file_id)
    where payment.invoice_id = invoice.invoice_id and payment.paid_at = fact.paid_at
      and column_name = 'paid_at'
  ) as is_paid_day
from temp.journey_member member
cross join invoice on invoice.invoice_id = member.member
cross join invoice_fact fact on fact.invoice_id = invoice.invoice_id
where member.kind = 'invoice' and fact.total is not null and fact.margin is not null
order by invoice.issued_at, invoice.invoice_id;
