-- Grain: one row per day of placing, order channel and order method; '' where orders do not say.
-- Units: counts; revenue and margin in minor units of the shop's currency.
-- Invariant: orders = all that were placed; cancelled <= orders; revenue is of the orders that are
-- not lost, less what was given back of orders that nobody told of: on its own day, and no order.
-- Margin is that of costed_revenue: of orders whose cost of goods is known.
delete from mart_demand_day
where day in (select day from temp.dirty_day);

insert into mart_demand_day (
  day, channel, method, orders, cancelled, revenue, costed_revenue, margin
)
with part as (
  select
    d.day,
    o.channel,
    o.method,
    1 as orders,
    o.is_lost as cancelled,
    case when not o.is_lost then o.total end as revenue,
    case when not o.is_lost and o.knows_cost then o.total end as costed_revenue,
    case when not o.is_lost and o.knows_cost then o.margin end as margin
  from temp.dirty_day d
  cross join order_fact o on o.day = d.day
  union all
  select d.day, '', '', 0, 0, -r.amount, -r.amount, -r.amount
  from temp.dirty_day d
  cross join refund_fact r on r.day = d.day
)
select
  day,
  channel,
  method,
  sum(orders) as orders,
  sum(cancelled) as cancelled,
  coalesce(sum(revenue), 0) as revenue,
  coalesce(sum(costed_revenue), 0) as costed_revenue,
  coalesce(sum(margin), 0) as margin
from part
group by day, channel, method;
