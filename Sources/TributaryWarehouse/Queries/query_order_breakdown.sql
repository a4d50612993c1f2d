-- Orders of a window by how they were made and what became of them.
-- Grain: one row per dimension and value. Units: revenue in minor units of the shop's currency.
-- Parameters: ?1 first day, ?2 last day.
with spread as (
  select 'channel' as dimension, channel as name, total, is_lost
  from order_fact
  where day between ?1 and ?2
  union all
  select 'method', method, total, is_lost from order_fact where day between ?1 and ?2
  union all
  select 'status', status, total, is_lost from order_fact where day between ?1 and ?2
  union all
  select 'payment', payment_method, total, is_lost from order_fact where day between ?1 and ?2
)
select
  dimension, name, count(*) as orders,
  coalesce(sum(total) filter (where not is_lost), 0) as revenue, sum(is_lost) as cancelled
from spread
group by dimension, name
order by dimension, name;
