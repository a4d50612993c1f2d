-- Orders of a window by how they were made and what became of them.
-- Grain: one row per dimension and value. Units: revenue in minor units.
-- Parameters: ?1 first day, ?2 last day.
with placed as (
  select
    channel, method, status, payment_method, total,
    is_lost(status, cancelled_at) as is_lost
  from orders
  where zoned_day(placed_at) between ?1 and ?2
), spread as (
  select 'channel' as dimension, coalesce(channel, '') as name, total, is_lost from placed
  union all
  select 'method', coalesce(method, ''), total, is_lost from placed
  union all
  select 'status', coalesce(status, ''), total, is_lost from placed
  union all
  select 'payment', coalesce(payment_method, ''), total, is_lost from placed
)
select
  dimension, name, count(*) as orders,
  coalesce(sum(total) filter (where not is_lost), 0) as revenue, sum(is_lost) as cancelled
from spread
group by dimension, name
order by dimension, name;
