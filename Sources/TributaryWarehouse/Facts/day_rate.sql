-- The rates of the dirty days, for every currency that money of the day came in, and of the days whose
-- rates the invoices of temp.fact_invoice are worth: their payments may have come before.
delete from day_rate
where day in (select day from temp.dirty_day);

insert or ignore into day_rate (day, currency, rate)
with used as (
  select d.day, coalesce(o.currency, '') as currency
  from temp.dirty_day d
  cross join orders o on o.placed_at >= d.starts_at and o.placed_at < d.ends_at
  union
  select d.day, r.currency
  from temp.dirty_day d
  cross join order_refund r on r.at >= d.starts_at and r.at < d.ends_at
  union
  select d.day, coalesce(p.currency, '')
  from temp.dirty_day d
  cross join payment p on p.paid_at >= d.starts_at and p.paid_at < d.ends_at
  union
  select zoned_day(coalesce(i.paid_at, i.issued_at)), coalesce(i.currency, '')
  from temp.fact_invoice t
  cross join invoice i on i.invoice_id = t.invoice_id
  union
  select zoned_day(p.paid_at), coalesce(i.currency, '')
  from temp.fact_invoice t
  cross join invoice i on i.invoice_id = t.invoice_id
  cross join payment p on p.invoice_id = t.invoice_id
  union
  select zoned_day(i.issued_at), coalesce(i.currency, '')
  from temp.fact_invoice t
  cross join invoice i on i.invoice_id = t.invoice_id
  union
  select d.day, s.currency
  from temp.dirty_day d
  cross join spend s on s.date = d.day
)
select
  day,
  currency,
  case
    when currency in ('', shop_currency()) then 1.0
    else (
      select r.rate * minor_units(shop_currency()) / minor_units(used.currency)
      from exchange_rate r
      where r.currency = used.currency
        and r.date <= used.day
      order by r.date desc
      limit 1
    )
  end as rate
from used;
