-- What became of the web orders of a window as known on its last day.
-- Grain: one row; knows_paid, knows_delivered: whether any order of the shop tells of that step by then.
-- Open: not lost and placed less than ?3 days before the last day.
-- Parameters: ?1 first day, ?2 last day, ?3 days that an order stays open.
with placed as (
  select
    zoned_day(placed_at) as day,
    coalesce(zoned_day(paid_at) <= ?2, 0) as is_paid,
    coalesce(zoned_day(delivered_at) <= ?2, 0) as is_delivered,
    is_lost(status, cancelled_at) as is_lost
  from orders
  where zoned_day(placed_at) between ?1 and ?2
    and coalesce(channel, 'online') = 'online'
    and coalesce(method, 'cart') in ('cart', 'one_click')
)
select
  count(*) as orders,
  coalesce(sum(is_paid), 0) as paid,
  coalesce(sum(is_delivered), 0) as delivered,
  coalesce(sum(not is_paid and not is_lost and day > date(?2, '-' || ?3 || ' days')), 0)
    as paid_open,
  coalesce(sum(
    is_paid and not is_delivered and not is_lost and day > date(?2, '-' || ?3 || ' days')), 0)
    as delivered_open,
  exists (select 1 from orders where zoned_day(paid_at) <= ?2) as knows_paid,
  exists (select 1 from orders where zoned_day(delivered_at) <= ?2) as knows_delivered
from placed;
