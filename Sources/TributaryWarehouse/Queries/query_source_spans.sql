-- The first and the last day with records of each source that indicators are made of.
-- Grain: one row per kind of source. Parameters: ?1 last day.
with spans as (
  select 'clickstream' as kind, min(day) as first_day, max(day) as last_day
  from event_span
  where day <= ?1
  union all
  select 'orders', zoned_day(min(placed_at)), zoned_day(max(placed_at))
  from orders
  where zoned_day(placed_at) <= ?1
  union all
  select 'calls', zoned_day(min(started_at)), zoned_day(max(started_at))
  from call
  where zoned_day(started_at) <= ?1
  union all
  select 'letters', zoned_day(min(received_at)), zoned_day(max(received_at))
  from letter
  where zoned_day(received_at) <= ?1
  union all
  select 'invoices', zoned_day(min(issued_at)), zoned_day(max(issued_at))
  from invoice
  where zoned_day(issued_at) <= ?1
  union all
  select 'spend', min(date), max(date)
  from spend
  where date <= ?1
)
select kind, first_day, last_day
from spans
where first_day is not null
order by kind;
