-- The invoices that were or are issued or paid on the dirty days, those that payments of these days
-- pay, and those of the orders whose facts were made anew.
insert or ignore into temp.fact_invoice (invoice_id)
select f.invoice_id
from temp.dirty_day d
cross join invoice_fact f on f.day = d.day
union
select f.invoice_id
from temp.dirty_day d
cross join invoice_fact f on f.paid_day = d.day
union
select i.invoice_id
from temp.dirty_day d
cross join invoice i on i.issued_at >= d.starts_at and i.issued_at < d.ends_at
union
select i.invoice_id
from temp.dirty_day d
cross join invoice i on i.paid_at >= d.starts_at and i.paid_at < d.ends_at
union
select p.invoice_id
from temp.dirty_day d
cross join payment p on p.paid_at >= d.starts_at and p.paid_at < d.ends_at
where p.invoice_id is not null
union
select f.invoice_id
from temp.fact_order t
cross join invoice_fact f on f.order_id = t.order_id;

insert or ignore into temp.fact_day (day)
select f.day
from temp.fact_invoice t
cross join invoice_fact f on f.invoice_id = t.invoice_id
union
select f.due_day
from temp.fact_invoice t
cross join invoice_fact f on f.invoice_id = t.invoice_id
union
select f.paid_day
from temp.fact_invoice t
cross join invoice_fact f on f.invoice_id = t.invoice_id
where f.paid_day is not null;

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

insert or ignore into temp.fact_day (day)
select f.day
from temp.fact_invoice t
cross join invoice_fact f on f.invoice_id = t.invoice_id
union
select f.due_day
from temp.fact_invoice t
cross join invoice_fact f on f.invoice_id = t.invoice_id
union
select f.paid_day
from temp.fact_invoice t
cross join invoice_fact f on f.invoice_id = t.invoice_id
where f.paid_day is not null;
