-- Records of each source on each day.
-- Grain: one row per kind of source and day. Parameters: ?1 first day, ?2 last day.
with records as (
  select 'clickstream' as kind, day, sum(events) as records
  from event_span
  group by day
  union all
  select 'orders', zoned_day(placed_at), count(*)
  from orders
  group by 2
  union all
  select 'order_statuses', zoned_day(at), count(*)
  from order_status
  group by 2
  union all
  select 'calls', zoned_day(started_at), count(*)
  from call
  group by 2
  union all
  select 'letters', zoned_day(received_at), count(*)
  from letter
  group by 2
  union all
  select 'letter_replies', zoned_day(replied_at), count(*)
  from letter_reply
  group by 2
  union all
  select 'invoices', zoned_day(issued_at), count(*)
  from invoice
  group by 2
  union all
  select 'payments', zoned_day(paid_at), count(*)
  from payment
  group by 2
  union all
  select 'spend', date, count(*)
  from spend
  group by 2
  union all
  select 'search_queries', date, count(*)
  from search_query
  group by 2
  union all
  select 'stock', date, count(*)
  from stock
  group by 2
)
select kind, day, records
from records
where day between ?1 and ?2
order by kind, day;
