-- Grain: one row per day of placing, order channel and order method; '' where orders do not say.
-- Units: counts; revenue and margin in minor units of the shop's currency.
-- Invariant: orders = all that were placed; cancelled <= orders; revenue and margin are of the
-- orders that are not lost.
delete from mart_demand_day
where day in (select day from temp.dirty_day);

insert into mart_demand_day (day, channel, method, orders, cancelled, revenue, margin)
select
  day,
  channel,
  method,
  count(*) as orders,
  sum(is_lost) as cancelled,
  coalesce(sum(total) filter (where not is_lost), 0) as revenue,
  coalesce(sum(margin) filter (where not is_lost), 0) as margin
from temp.dirty_order
group by day, channel, method;
