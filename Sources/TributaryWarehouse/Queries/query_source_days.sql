-- Records of each source on each day since a day, and when the last of them was.
-- Grain: one row per kind of source and day. Units: last_at in milliseconds, null where the table
-- knows days only. Parameters: ?1 first day, ?2 last day.
with records as (
  select 'clickstream' as kind, day, sum(events) as records, max(last_at) as last_at
  from event_span
  group by day
  union all
  select 'orders', zoned_day(placed_at), count(*), max(placed_at)
  from orders
  group by 2
  union all
  select 'order_statuses', zoned_day(at), count(*), max(at)
  from order_status
  group by 2
  union all
  select 'calls', zoned_day(started_at), count(*), max(started_at)
  from call
  group by 2
  union all
  select 'letters', zoned_day(received_at), count(*), max(received_at)
  from letter
  group by 2
  union all
  select 'invoices', zoned_day(issued_at), count(*), max(issued_at)
  from invoice
  group by 2
  union all
  select 'payments', zoned_day(paid_at), count(*), max(paid_at)
  from payment
  group by 2
  union all
  select 'spend', date, count(*), null
  from spend
  group by 2
  union all
  select 'search_queries', date, count(*), null
  from search_query
  group by 2
  union all
  select 'stock', date, count(*), null
  from stock
  group by 2
)
select kind, day, records, last_at
from records
where day between ?1 and ?2
order by kind, day;
