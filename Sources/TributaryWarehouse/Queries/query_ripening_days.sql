-- When it became known what shares ripen by: that orders of a day were lost, that invoices due on a
-- day were paid.
-- Grain: one row per indicator, day and age: days that passed until it was known; null where no date
-- tells. Parameters: ?1 first day, ?2 last day.
with known as (
  select 'cancelled_share' as indicator, day, lost_day as known_day
  from order_fact
  where day between ?1 and ?2 and is_lost
  union all
  select 'paid_invoice_share', due_day, paid_day
  from invoice_fact
  where due_day between ?1 and ?2 and paid_day is not null
)
select
  indicator,
  day,
  max(0, cast(round(julianday(known_day) - julianday(day)) as integer)) as age,
  count(*) as events
from known
where known_day is null or known_day <= ?2
group by indicator, day, age
order by indicator, day, age;
