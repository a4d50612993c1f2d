-- The facts of the invoices of temp.fact_invoice. Expects those of the orders.
delete from invoice_fact
where invoice_id in (select invoice_id from temp.fact_invoice);

insert into invoice_fact (invoice_id, day, due_day, paid_day, order_id, total, margin, knows_cost)
with issued as (
  select
    i.invoice_id,
    zoned_day(i.issued_at) as day,
    coalesce(zoned_day(i.due_at), date(zoned_day(i.issued_at), '+21 days')) as due_day,
    zoned_day(s.paid_at) as paid_day,
    coalesce(i.order_id, '') as order_id,
    coalesce(i.currency, '') as currency,
    i.total
  from temp.fact_invoice t
  cross join invoice i on i.invoice_id = t.invoice_id
  cross join invoice_settlement s on s.invoice_id = i.invoice_id
),
rated as (
  select i.*, exchanged(i.total, r.rate) as shop_total
  from issued i
  left join day_rate r on r.day = coalesce(i.paid_day, i.day) and r.currency = i.currency
)
select
  i.invoice_id,
  i.day,
  i.due_day,
  i.paid_day,
  i.order_id,
  i.shop_total as total,
  case
    when o.total + coalesce(o.refunded, 0) > 0
      then exchanged(o.margin, i.shop_total * 1.0 / (o.total + coalesce(o.refunded, 0)))
    else i.shop_total
  end as margin,
  coalesce(o.knows_cost, 0) as knows_cost
from rated i
left join order_fact o on o.order_id = i.order_id;
