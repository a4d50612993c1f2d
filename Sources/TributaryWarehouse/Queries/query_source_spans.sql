-- The first and the last day with records of each source that indicators are made of.
-- Grain: one row per kind of source. Parameters: ?1 last day.
-- Each end is asked for by itself: an index answers one at once, and two by a walk through all.
with spans as (
  select 'clickstream' as kind, min(day) as first_day, max(day) as last_day
  from event_span
  where day <= ?1
  union all
  select
    'orders', (select min(day) from order_fact where day <= ?1),
    (select max(day) from order_fact where day <= ?1)
  union all
  select 'calls', zoned_day(min(started_at)), zoned_day(max(started_at))
  from call
  where zoned_day(started_at) <= ?1
  union all
  select 'letters', zoned_day(min(received_at)), zoned_day(max(received_at))
  from letter
  where zoned_day(received_at) <= ?1
  union all
  select
    'invoices', (select min(day) from invoice_fact where day <= ?1),
    (select max(day) from invoice_fact where day <= ?1)
  union all
  select
    'spend', (select min(day) from spend_fact where day <= ?1),
    (select max(day) from spend_fact where day <= ?1)
)
select kind, first_day, last_day
from spans
where first_day is not null
order by kind;
