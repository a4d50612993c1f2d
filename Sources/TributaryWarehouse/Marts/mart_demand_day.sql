-- Grain: one row per day of placing, order channel and order method; '' where orders do not say.
-- Units: counts; revenue and margin in minor units of the shop's currency.
-- Invariant: orders = all that were placed; cancelled <= orders; revenue and margin are of the
-- orders that are not lost, less what was given back of orders that nobody told of: on its own day,
-- and no order.
delete from mart_demand_day
where day in (select day from temp.dirty_day);

insert into mart_demand_day (day, channel, method, orders, cancelled, revenue, margin)
with given as (
  select
    d.day,
    r.amount,
    case
      when r.currency in ('', shop_currency()) then 1.0
      else (
        select e.rate * minor_units(shop_currency()) / minor_units(r.currency)
        from exchange_rate e
        where e.currency = r.currency
          and e.date <= d.day
        order by e.date desc
        limit 1
      )
    end as rate
  from temp.dirty_day d
  cross join order_refund r on r.at >= d.starts_at and r.at < d.ends_at
  where not exists (select 1 from orders o where o.order_id = r.order_id)
),
part as (
  select
    day,
    channel,
    method,
    1 as orders,
    is_lost as cancelled,
    case when not is_lost then total end as revenue,
    case when not is_lost then margin end as margin
  from temp.dirty_order
  union all
  select
    day,
    '',
    '',
    0,
    0,
    case when abs(amount * rate) < 1e13 then -cast(round(amount * rate) as integer) end,
    case when abs(amount * rate) < 1e13 then -cast(round(amount * rate) as integer) end
  from given
)
select
  day,
  channel,
  method,
  sum(orders) as orders,
  sum(cancelled) as cancelled,
  coalesce(sum(revenue), 0) as revenue,
  coalesce(sum(margin), 0) as margin
from part
group by day, channel, method;
